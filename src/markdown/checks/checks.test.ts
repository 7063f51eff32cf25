import { describe, expect, test } from 'vitest'
import { createPage, createSource, type Page, type Source } from '../pages.ts'
import { courseMarkdown } from '../processor.ts'
import { checkFormulas } from './formulas.ts'
import { checkLanguages } from './languages.ts'
import { checkLinks } from './links.ts'
import { checkPublishedIds, withCurrentIds } from './publishedIds.ts'

const processor = courseMarkdown()
const renderer = await processor.createRenderer({ syntaxHighlight: false })

/** Pages as the site builds them, from `{ 'en/l1.md': '## Title {#id}' }`. */
async function build(texts: Record<string, string>): Promise<[Page[], Source[]]> {
  const sources = Object.entries(texts).map(([name, text]) =>
    createSource(`content/docs/${name}`, name, text),
  )
  const pages = sources.map(async (source) => {
    const { code } = await renderer.render(source.text)
    const html = `<h1 id="_top">T</h1>\n<div class="sl-markdown-content">\n${code}\n</div>`
    const path = [source.language, source.slug, 'index.html'].filter(Boolean).join('/')
    return createPage(`dist/${path}`, path, html, sources)
  })
  return [await Promise.all(pages), sources]
}

const reports = (problems: { file: string; line: number; message: string }[]) =>
  problems.map(({ file, line, message }) => `${file}:${line}: ${message}`)

describe('formulas', () => {
  const check = async (text: string) =>
    reports(checkFormulas((await build({ 'en/l1.md': text }))[0]))

  test('a page whose formulas all close has no problem', async () => {
    expect(await check('The norm $\\lVert w \\rVert_1$ and `$code`.\n\n$$\nx^2\n$$\n')).toEqual([])
  })

  test('a dollar sign that readers would see is found at its line', async () => {
    expect(await check('One.\n\nThe norm $x is not closed.\n')).toEqual([
      expect.stringMatching(/^content\/docs\/en\/l1\.md:3: readers see a stray “\$” in “The norm/),
    ])
  })

  test('a | that ends the cell of a table inside of a formula is found', async () => {
    const found = await check('| norm | ball |\n| --- | --- |\n| $|w|_1$ | diamond |\n')
    expect(found[0]).toMatch(/^content\/docs\/en\/l1\.md:3: readers see a stray “\$”/)
  })

  test('a formula that a component let fail is found', () => {
    const html = '<p>\n<span class="katex-error" title="Expected }">x</span></p>'
    expect(reports(checkFormulas([createPage('dist/a.html', 'a.html', html, [])]))).toEqual([
      'dist/a.html:2: KaTeX rejected a formula: Expected }',
    ])
  })
})

describe('languages', () => {
  const check = async (texts: Record<string, string>) =>
    reports(checkLanguages(...(await build(texts))))

  test('the same ids in the same order are no problem', async () => {
    const texts = { 'en/l1.md': '## A {#a}\n\n### B {#b}', 'zh/l1.md': '## 甲 {#a}\n\n### 乙 {#b}' }
    expect(await check(texts)).toEqual([])
  })

  test('a page in one language only is found, whichever language it is', async () => {
    const both = { 'en/l1.md': '', 'zh/l1.md': '' }
    expect(await check({ ...both, 'en/l2.mdx': '' })).toEqual([
      'content/docs/en/l2.mdx:1: this page is missing in “zh”: write content/docs/zh/l2.mdx',
    ])
    expect(await check({ ...both, 'zh/index.mdx': '' })).toEqual([
      'content/docs/zh/index.mdx:1: this page is missing in “en”: write content/docs/en/index.mdx',
    ])
  })

  test('a heading that one language lacks is found where the other has it', async () => {
    const more = '## A {#a}\n\n## B {#b}\n\n## C {#c}'
    const less = '## A {#a}\n\n## C {#c}'
    const [problem] = await check({ 'en/l1.md': less, 'zh/l1.md': more })
    expect(problem).toMatch(/^content\/docs\/zh\/l1\.md:3: the heading “b” comes where “c” stands/)
    expect(await check({ 'en/l1.md': '## A {#a}', 'zh/l1.md': '' })).toEqual([
      expect.stringMatching(
        /en\/l1\.md:1: the heading “a” comes where no heading stands in content/,
      ),
    ])
  })

  test('headings in another order are found', async () => {
    const texts = { 'en/l1.md': '## A {#a}\n\n## B {#b}', 'zh/l1.md': '## B {#b}\n\n## A {#a}' }
    expect(await check(texts)).toHaveLength(1)
  })
})

describe('links', () => {
  const files = new Set(['en/index.html', 'en/l1/index.html', 'figure.svg'])

  const check = async (text: string, root = 'https://example.org/') => {
    const [pages] = await build({ 'en/l1.md': text, 'en/index.md': '## Chapters {#chapters}' })
    return reports(checkLinks(pages, { root: new URL(root), files }))
  }

  test('links that lead somewhere are no problem, relative, absolute and to the outside', async () => {
    const links = ['/en/#chapters', '../', '#here', '/figure.svg', 'https://example.com/x#y']
    const states = ['?geometry.lambda=0.3#here', '#top', 'mailto:a@example.org']
    const text = [...links, ...states].map((link) => `[x](${link})`).join(' ')
    expect(await check(`## Here {#here}\n\n${text}\n`)).toEqual([])
  })

  test.each([
    ['/en/l9/', 'there is no page or file “/en/l9/”'],
    ['../l9/#a', 'there is no page or file “/en/l9/”'],
    ['/nowhere.svg', 'there is no page or file “/nowhere.svg”'],
    ['/en/l1', 'add a slash to its end'],
    ['#gone', 'nothing on “/en/l1/” has the id “gone”'],
    ['/en/#gone', 'nothing on “/en/” has the id “gone”'],
    ['https://example.org/en/l9/', 'there is no page or file “/en/l9/”'],
    ['http://', 'it is not a valid address'],
  ])('the broken link %s is found at its line', async (link, reason) => {
    expect(await check(`Text.\n\nA [link](${link}).\n`)).toEqual([
      `content/docs/en/l1.md:3: the link “${link}” is broken: ${reason}`,
    ])
  })

  test('a broken picture is found', async () => {
    expect(await check('<img src="/gone.png" alt="">')).toHaveLength(1)
  })

  test('under a base path, a link that leaves it is found', async () => {
    expect(await check('[x](../#chapters)', 'https://example.org/course/')).toEqual([])
    expect(await check('[x](/en/)', 'https://example.org/course/')).toEqual([
      'content/docs/en/l1.md:1: the link “/en/” is broken: it leaves the base path “/course/”',
    ])
  })

  test('a redirect that leads nowhere is found', () => {
    const html = '<!doctype html>\n<meta http-equiv="refresh" content="0;url=/en/l9/">'
    const page = createPage('dist/old/index.html', 'old/index.html', html, [])
    expect(reports(checkLinks([page], { root: new URL('https://example.org/'), files }))).toEqual([
      'dist/old/index.html:2: the link “/en/l9/” is broken: there is no page or file “/en/l9/”',
    ])
  })
})

describe('published ids', () => {
  const texts = { 'en/l1.md': '## A {#a}\n\n## B {#b}', 'zh/l1.md': '## A {#a}\n\n## B {#b}' }

  const check = async (texts: Record<string, string>, ledger: Record<string, string[]>) => {
    const text = JSON.stringify(ledger, null, 2)
    const [pages, sources] = await build(texts)
    return reports(checkPublishedIds(pages, sources, { file: 'content/published-ids.json', text }))
  }

  test('headings and anchors that are still there are no problem', async () => {
    const anchor = { ...texts, 'en/l1.md': `${texts['en/l1.md']}\n\n<span id="old"></span>` }
    expect(await check({ ...texts, 'en/l1.md': anchor['en/l1.md'] }, { l1: ['a', 'b'] })).toEqual(
      [],
    )
    expect(await check(anchor, { l1: ['old'] })).toEqual([
      expect.stringMatching(
        /^content\/docs\/zh\/l1\.md:1: the published link \/zh\/l1\/#old leads/,
      ),
    ])
  })

  test('a page that is gone is found, in each language, at its line of the ledger', async () => {
    expect(await check(texts, { l1: [], l7: ['a'] })).toEqual([
      expect.stringMatching(
        /^content\/published-ids\.json:3: the published page \/en\/l7\/ is gone/,
      ),
      expect.stringMatching(
        /^content\/published-ids\.json:3: the published page \/zh\/l7\/ is gone/,
      ),
    ])
  })

  test('a page that redirects keeps its links', async () => {
    const [pages, sources] = await build(texts)
    const old = ['en', 'zh'].map((name) => createPage('', `${name}/l0/index.html`, '', sources))
    const ledger = { file: '', text: '{ "l0": ["x"] }' }
    expect(checkPublishedIds([...pages, ...old], sources, ledger)).toEqual([])
  })

  test('recording adds what is new and takes nothing out', async () => {
    const [pages] = await build(texts)
    expect(withCurrentIds({ l1: ['old', 'a'], l0: ['x'] }, pages)).toEqual({
      l0: ['x'],
      l1: ['old', 'a', 'b'],
    })
  })
})
