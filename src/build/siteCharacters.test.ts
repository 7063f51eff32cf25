import katex from 'katex'
import { expect, test } from 'vitest'
import { formulaText } from './siteCharacters.ts'

test('all that KaTeX draws is kept, and nothing of the prose around it', () => {
  const formulas = [String.raw`\sqrt{\tfrac{1}{n}} \lVert w \rVert_2`, String.raw`\sum_j \lambda`]
  const [first, second] = formulas.map((tex) => katex.renderToString(tex))
  const text = formulaText(`<p>Prose ${first} QED</p><p>${second} Ende</p>`)
  for (const drawn of ['1', 'n', '∥', 'w', '2', '∑', 'j', 'λ']) expect(text).toContain(drawn)
  for (const prose of ['P', 'Q', 'E']) expect(text).not.toContain(prose)
})

test('the hidden source of a formula is not drawn', () => {
  expect(formulaText(katex.renderToString(String.raw`\alpha`))).not.toContain('\\')
})
