import { readFileSync } from 'node:fs'
import { fromHtml } from 'hast-util-from-html'
import { toHtml } from 'hast-util-to-html'
import katex from 'katex'
import { expect, test } from 'vitest'
import { slimFormulas, unstyled } from './slimFormulas.ts'

const slim = (tex: string, output: 'html' | 'mathml' = 'html', displayMode = false) => {
  const tree = fromHtml(katex.renderToString(tex, { output, displayMode }), { fragment: true })
  slimFormulas()(tree)
  return toHtml(tree)
}
const elements = (html: string) => html.match(/<\w/g)!.length

test('a script alone is lowered or raised text', () => {
  expect(slim('w_1')).toContain(
    '<span class="script" style="vertical-align:-.214em;margin-left:-.038em">1</span>',
  )
  expect(slim('e^{a^b}')).toMatch(/class="script".*class="script-2"/)
})

test('the parts of a stack keep their distances from the line', () => {
  // KaTeX: top -2.314em under a strut of 3em, and so on.
  expect(slim(String.raw`\dfrac12`).match(/top:[^";]*/g)).toEqual([
    'top:-2.314em',
    'top:-3.23em',
    'top:-3.677em',
  ])
  expect(slim('x_1^2')).toContain('class="vlist-t msupsub"')
})

test('a formula of one piece is that piece, unless it is displayed', () => {
  expect(slim('w')).toContain('class="katex-html katex-base" aria-hidden="true"')
  expect(slim('a = b').match(/class="katex-base"/g)).toHaveLength(2)
  expect(slim('w', 'html', true)).toContain('<span class="katex-base"')
})

test('a piece has a strut where it is taller than its line', () => {
  expect(slim('X w_1')).not.toContain('--h')
  expect(slim(String.raw`\sum_j x`)).toContain('style="--h:1.186em;--d:-.436em"')
})

test('equal spaces around a relation or operation are its margins', () => {
  expect(slim('a = b')).toContain('<span class="rel">=</span>')
  expect(slim('a + b')).toContain('<span class="bin">+</span>')
})

test('it takes less than half of the elements, and no symbol is lost', () => {
  const tex = String.raw`\hat w = \sum_j \frac{\lVert y - Xw \rVert_2^2}{2n} + \lambda\sqrt{w_j^2}`
  const [before, after] = [katex.renderToString(tex, { output: 'html' }), slim(tex)]
  expect(elements(after)).toBeLessThan(elements(before) / 2)
  const drawn = (html: string) => html.replace(/<[^>]*>|\u200b/g, '')
  expect(drawn(after)).toBe(drawn(before))
})

test('MathML says the same with fewer elements, and keeps a source that is told', () => {
  expect(slim('a', 'mathml')).toContain('<semantics>')
  const tree = fromHtml(
    '<math xmlns="x"><semantics><mrow><mi>a</mi><mo>=</mo><mi>b</mi></mrow></semantics></math>',
    { fragment: true },
  )
  slimFormulas()(tree)
  expect(toHtml(tree)).toBe('<math><mi>a</mi><mo>=</mo><mi>b</mi></math>')
})

test('MathML says nothing of looks, and keeps the parts of a fraction', () => {
  const mathml = slim(String.raw`\tfrac12 \lVert \dfrac{a + b}{\tfrac13} \rVert`, 'mathml')
  expect(mathml).toContain(
    '<mfrac><mn>1</mn><mn>2</mn></mfrac><mo>∥</mo><mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mfrac><mn>1</mn><mn>3</mn></mfrac></mfrac><mo>∥</mo>',
  )
  const aligned = slim(String.raw`\begin{aligned} a &= b \end{aligned}`, 'mathml')
  expect(aligned).toContain('<mtd><mi>a</mi></mtd><mtd><mo>=</mo><mi>b</mi></mtd>')
})

test('KaTeX has no rule for the classes that are left out', () => {
  const css = readFileSync('node_modules/katex/dist/katex.css', 'utf8')
  for (const name of [...unstyled].filter((each) => each !== 'vlist-t2'))
    expect(css).not.toMatch(new RegExp(`\\.${name}(?![\\w-])`))
})

test('a change of size is as large as KaTeX’s', () => {
  expect(slim(String.raw`\Large x`)).toContain('font-size:1.44em')
  expect(slim(String.raw`\tfrac12`)).toContain('font-size:.7em')
  expect(slim(String.raw`\tfrac12`)).not.toMatch(/size\d/)
})
