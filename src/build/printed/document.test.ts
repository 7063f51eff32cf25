import { fromHtml } from 'hast-util-from-html'
import { expect, test } from 'vitest'
import { elementsOf } from '../contentChecks/pages.ts'
import { documentOf, type Part, type Words } from './document.ts'

const words: Words = {
  title: 'The course',
  line: 'On two penalties',
  contents: 'Contents',
  chapter: (number) => `Chapter ${number}`,
  references: 'References',
  imprint: 'CC BY',
}
const place = { site: 'https://example.org/base/', folder: '/base/en/' }

const page = (title: string, body: string) =>
  fromHtml(
    `<html><body><nav id="menu"></nav><main><h1 id="_top">${title}</h1><p class="line">In short.</p>
<div class="sl-markdown-content">${body}</div></main></body></html>`,
  )

const l1 = page(
  'L1: the diamond',
  `<div class="sl-heading-wrapper level-h2"><h2 id="picture">The picture</h2><a class="handle" href="#picture"></a></div>
<p>As <a href="#corner">below</a>, in <a href="/base/en/l2/#picture">L2</a>, <a href="/base/en/l2/?geometry.lambda=2#geometry">a state</a>,
<a href="?geometry.lambda=3#geometry">another</a>, <a href="#references">references</a>, <a href="/base/en/questions/">a list</a>, <a href="https://other.org/x">elsewhere</a>.</p>
<course-figure class="figure" aria-labelledby="geometry-title"><p id="geometry-title">A figure</p><div class="figure-controls"><input name="geometry.lambda"></div>
<svg><clipPath id="clip"></clipPath><g clip-path="url(#clip)"></g></svg></course-figure>
<h2 id="corner">The corner</h2><details><summary>Why</summary><p>Because.</p></details><button>Run</button>
<div class="sl-heading-wrapper level-h2"><h2 id="references">References</h2></div>
<ul><li id="zou-2005">H. Zou (2005). Net.</li><li id="tibshirani-1996">R. Tibshirani (1996). Lasso.</li></ul>`,
)
const l2 = page(
  'L2: the circle',
  `<h2 id="picture">The picture</h2><p>(<a href="#zou-2005">Zou, 2005</a>)</p>
<h2 id="references">References</h2><ul><li id="zou-2005">H. Zou (2005). Net.</li></ul>`,
)
const parts: Part[] = [
  { slug: 'l1', number: '1a', tree: l1 },
  { slug: 'l2', number: '2', tree: l2 },
]
const html = documentOf(parts, words, place, 'en', '<link rel="stylesheet" href="/base/x.css">')
const elements = elementsOf(fromHtml(html))
const hrefs = elements.flatMap(({ tagName, properties: { href } }) =>
  tagName === 'a' ? [String(href)] : [],
)

test('every id is there once, and every link within the document has its place', () => {
  const ids = elements.flatMap(({ properties: { id } }) => (id ? [String(id)] : []))
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids).toEqual(expect.arrayContaining(['l1', 'l1--picture', 'l2', 'l2--picture']))
  const targets = hrefs.filter((href) => href.startsWith('#')).map((href) => href.slice(1))
  expect(targets.length).toBeGreaterThan(5)
  expect(targets.filter((id) => !ids.includes(id))).toEqual([])
})

test('links lead on in the document where it holds the place, and to the site where it does not', () => {
  expect(hrefs).toEqual(
    expect.arrayContaining([
      '#l1--corner',
      '#l2--picture',
      'https://example.org/base/en/l2/?geometry.lambda=2#geometry',
      'https://example.org/base/en/l1/?geometry.lambda=3#geometry',
      '#references',
      'https://example.org/base/en/questions/',
      'https://other.org/x',
    ]),
  )
})

test('figures keep their parts and names, and lose what can only be used on a screen', () => {
  expect(html).toContain('clip-path="url(#l1--clip)"')
  expect(html).toContain('aria-labelledby="l1--geometry-title"')
  expect(html).not.toMatch(/<input|<button|class="handle"|figure-controls/)
  expect(html).toContain('<details open>')
})

test('sections are numbered, and listed in the contents', () => {
  expect(html).toMatch(/<h2 id="l1--corner">1a\.2\u2002The corner<\/h2>/)
  expect(html).toMatch(/<a href="#l1--corner">1a\.2\u2002The corner<\/a>/)
})

test('the references of all chapters stand at the end, by author, each once', () => {
  expect(html.match(/id="references"/g)).toHaveLength(1)
  const [, end] = html.split('<h1 id="references">')
  expect(end.match(/<li/g)).toHaveLength(2)
  expect(end.indexOf('Tibshirani')).toBeLessThan(end.indexOf('Zou'))
  expect(html).not.toContain('l1--references')
})

test('search engines leave it alone, and the pages are as they were', () => {
  expect(html).toContain('<meta name="robots" content="noindex">')
  expect(elementsOf(l1).some(({ properties: { id } }) => id === 'picture')).toBe(true)
  expect(() => documentOf([{ slug: 'x', tree: fromHtml('<p>x') }], words, place, 'en', '')).toThrow(
    'The page “x” has no title',
  )
})
