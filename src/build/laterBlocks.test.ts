import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { screens, withLaterBlocks } from './laterBlocks.ts'

const page = (content: string, attributes = 'lang="en" data-has-toc') =>
  `<!doctype html><html ${attributes}><body><div class="sl-markdown-content">${content}</div></body></html>`

const sentence = 'Some weights do not merely become small. '
const window = `<p>${sentence.repeat(100)}</p>`

/** The heights that a block is given on a phone and on a desktop, in px. */
function heightsOf(block: string, attributes?: string): number[] {
  const html = withLaterBlocks(page(window + block, attributes))
  const [, small, large] = /--small:(\d+)px;--large:(\d+)px/.exec(html) ?? []
  return [small, large].map(Number)
}

test('only what is below the first window waits, on a phone sooner', () => {
  const part = `<p>${sentence.repeat(30)}</p>`
  const html = withLaterBlocks(page(part.repeat(5)))
  const starts = [...html.matchAll(/<p( data-later(=small)?)?/g)].map(([, later]) => later)
  expect(starts).toEqual([undefined, undefined, ' data-later=small', ' data-later', ' data-later'])
})

test('nothing but the marks is added', () => {
  const html = page(`${window}<p id="a">One.</p><h2>Two</h2><p>Three</p>`)
  expect(withLaterBlocks(html)).not.toBe(html)
  expect(withLaterBlocks(html).replace(/ data-later(=small)? style="[^"]*"/g, '')).toBe(html)
})

test('headings, fields and figures stay as they are, and pages without a list of contents', () => {
  for (const block of [
    '<a href="#a">A</a>',
    '<div class="part derivation"><details><summary>Why</summary></details></div>',
    '<div><h2 id="a">A</h2></div>',
    '<div><input></div>',
    '<course-figure>Picture</course-figure>',
    '<p style="color: red">Red</p>',
  ]) {
    const html = page(window + block)
    expect(withLaterBlocks(html)).toBe(html)
  }
  const html = page(`${window}<p>Text</p>`, 'lang="en"')
  expect(withLaterBlocks(html)).toBe(html)
})

test('text is as high as its lines', () => {
  expect(heightsOf(`<p>${sentence}</p>`)).toEqual([28, 30])
  const [small, large] = heightsOf(`<p>${sentence.repeat(10)}</p>`)
  expect(small / 27.9).toBeCloseTo(10, 0)
  expect(large / 30.4).toBeCloseTo(6, 0)
  expect(heightsOf(`<p>${'一'.repeat(39)}</p>`, 'lang="zh-CN" data-has-toc')).toEqual([61, 65])
})

test('what is folded, hidden or there to be read out has no height', () => {
  const line = heightsOf('<p>Line</p>')
  expect(heightsOf(`<details><summary>Line</summary>${window}</details>`)).toEqual(line)
  expect(heightsOf(`<p>Line<span hidden>${sentence}</span></p>`)).toEqual(line)
  expect(heightsOf(`<p>Line<span class="katex-mathml">${sentence}</span></p>`)).toEqual(line)
})

test('items stand below each other, cells side by side', () => {
  const [line] = heightsOf('<p>Line</p>')
  expect(heightsOf('<ul>\n<li>One</li>\n<li>Two</li>\n</ul>')[0]).toBe(2 * line)
  const row = '<tr>\n<td>One</td>\n<td>Two</td>\n</tr>'
  expect(heightsOf(`<table><tbody>${row}${row}</tbody></table>`)[0]).toBe(2 * line)
})

test('a program is as high as its lines, however long', () => {
  const program = (lines: number) =>
    heightsOf(`<div><pre>${`print(${'1'.repeat(200)})\n`.repeat(lines)}</pre></div>`)[0]
  expect(program(100)).toBe(10 * program(10))
})

test('of an equation the formula waits, so that margins stay as they are', () => {
  const html = withLaterBlocks(
    page(
      `${window}<div class="part equation"><a class="handle"></a><span class="katex-display">x</span></div>`,
    ),
  )
  expect(html).toMatch(/<span data-later style="[^"]*" class="katex-display">/)
  expect(html).toContain('<div class="part equation">')
})

test('a picture keeps its shape, and a formula says its height', () => {
  const [small] = heightsOf('<div><svg viewBox="0 0 600 300"></svg></div>')
  expect(small).toBeCloseTo((18.6 * 18) / 2, -1)
  const formula = (style: string) =>
    heightsOf(`<div><span class="katex-display"><span style="${style}">x</span></span></div>`)[0]
  expect(formula('--h:4em;--d:-1.5em')).toBeGreaterThan(2 * formula(''))
})

/**
 * The number of a custom property in the style sheets: the last one that is declared for a language and a screen.
 *
 * @param name of the property, such as `--dc-text`
 * @param unit that the number is expected to have, such as `rem`; '' for none
 */
function declared(name: string, unit: string, isChinese: boolean, isPhone: boolean): number {
  const css = ['tokens', 'code', 'starlight']
    .map((sheet) => readFileSync(`src/styles/${sheet}.css`, 'utf8'))
    .join('\n')
    .replace(/\/\*[^]*?\*\//g, '')
  let value: string | undefined
  const around: string[] = []
  for (const [part, opened, property, given] of css.matchAll(
    /([^{};]+)\{|\}|(--[\w-]+):([^;{}]+);/g,
  )) {
    if (opened) around.push(opened)
    else if (part === '}') around.pop()
    const place = around.join(' ')
    const applies =
      (isChinese || !/lang\(zh\)|lang\|='zh'/.test(place)) &&
      (isPhone || !/max-width: 30rem|pointer: coarse/.test(place))
    if (property === name && applies) value = given.trim()
  }
  expect(value, name).toMatch(new RegExp(`^[\\d.]+${unit}$`))
  return parseFloat(value!)
}

/** Widths of the windows that the heights are guessed for, in px. */
const PHONE = 375
const DESKTOP = 1280

describe.each(Object.entries(screens))(
  'heights in “%s” are guessed by the style sheets',
  (language, sizes) => {
    test.each([PHONE, DESKTOP].map((window, at) => [window, sizes[at]] as const))(
      'in a window of %i px',
      (window, { column, em, line, gap, code }) => {
        const number = (name: string, unit = '') =>
          declared(name, unit, language === 'zh', window === PHONE)
        const room = window - 2 * 16 * number('--sl-content-pad-x', 'rem')
        const measure = 16 * number('--dc-measure', 'rem')
        expect(em).toBe(16 * number('--dc-text', 'rem'))
        expect(line).toBeCloseTo(em * number('--dc-leading'), 1)
        expect(column).toBeCloseTo(Math.min(measure, room) / em, 1)
        expect(Math.abs(gap - em * number('--sl-content-gap-y', 'em'))).toBeLessThan(1)
        const codeSize = 16 * number('--dc-code-size', 'rem')
        expect(code).toBeCloseTo(codeSize * number('--dc-code-leading'), 1)
      },
    )
  },
)
