import katex from 'katex'
import { fromHtml } from 'hast-util-from-html'
import { expect, test } from 'vitest'
import { fontUse } from './fontUse.ts'

const used = (html: string, language: 'en' | 'zh' = 'en') =>
  new Map([...fontUse(fromHtml(html), language)].map(([face, set]) => [face, [...set].join('')]))

test('each character of a formula belongs to the face that draws it', () => {
  const faces = used(
    katex.renderToString(
      String.raw`\mathbb{E}\sqrt{\tfrac{1}{n}} \lVert w \rVert_2 + \sum_j \mathbf{x}`,
    ),
  )
  expect(faces.get('KaTeX_AMS-Regular')).toBe('E')
  expect(faces.get('KaTeX_Math-Italic')).toBe('nwj')
  expect(faces.get('KaTeX_Size1-Regular')).toBe('∑')
  expect(faces.get('KaTeX_Main-Bold')).toBe('x')
  for (const drawn of ['1', '∥', '2', '+']) expect(faces.get('KaTeX_Main-Regular')).toContain(drawn)
})

test('the hidden source of a formula is not drawn', () => {
  expect(used(katex.renderToString(String.raw`\alpha`)).get('KaTeX_Math-Italic')).toBe('α')
})

test('text in italics has a face of its own, only where there is some', () => {
  expect(used('<p>An <em>æ</em></p>').get('newsreader-latin-400-italic')).toContain('æ')
  expect(used('<p>æ</p>').has('newsreader-latin-400-italic')).toBe(false)
  expect(used('<p>æ</p>').get('newsreader-latin-400-normal')).toContain('æ')
})

test('what a live figure may write is at hand', () => {
  expect(used('<p>a</p>').get('newsreader-latin-400-normal')).toContain('0123456789')
})

test('Chinese pages set only headings in the course’s face', () => {
  const faces = used('<h2>æ</h2><p>Text <em>ø</em></p>', 'zh')
  expect([...faces.keys()]).toEqual(['newsreader-latin-600-normal'])
  expect(faces.get('newsreader-latin-600-normal')).toContain('æ')
})

test('code, tables, pictures and MathML have other faces', () => {
  const faces = used(
    '<pre>æ</pre><table><tr><td>æ</td></tr></table><svg><text>ø</text></svg><math><mi>å</mi></math>',
  )
  expect([...faces.values()].join('')).not.toMatch(/[æøå]/)
})
