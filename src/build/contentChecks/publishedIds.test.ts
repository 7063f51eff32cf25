import { describe, expect, test } from 'vitest'
import { createPage } from './pages.ts'
import { build, reports } from './fixtures.ts'
import { checkPublishedIds, withCurrentIds, type Ledger } from './publishedIds.ts'

describe('published ids', () => {
  const texts = { 'en/l1.md': '## A {#a}\n\n## B {#b}', 'zh/l1.md': '## A {#a}\n\n## B {#b}' }

  const check = async (
    texts: Record<string, string>,
    pagesOfLedger: Ledger['pages'],
    figures: Ledger['figures'] = {},
  ) => {
    const text = JSON.stringify({ pages: pagesOfLedger, figures }, null, 2)
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
        /^content\/published-ids\.json:4: the published page \/en\/l7\/ is gone/,
      ),
      expect.stringMatching(
        /^content\/published-ids\.json:4: the published page \/zh\/l7\/ is gone/,
      ),
    ])
  })

  test('a page that redirects keeps its links', async () => {
    const [pages, sources] = await build(texts)
    const old = ['en', 'zh'].map((name) => createPage('', `${name}/l0/index.html`, '', sources))
    const ledger = { file: '', text: '{ "pages": { "l0": ["x"] }, "figures": {} }' }
    expect(checkPublishedIds([...pages, ...old], sources, ledger)).toEqual([])
  })

  test('a figure or a parameter of it that is gone is found', async () => {
    const figure =
      '<course-figure id="g" data-figure="geometry"><i data-control="lambda"></i></course-figure>'
    const withFigure = { 'en/l1.md': figure, 'zh/l1.md': figure }
    expect(await check(withFigure, { l1: ['g'] }, { geometry: ['lambda'] })).toEqual([])
    expect(await check(withFigure, {}, { geometry: ['lambda', 'q'], path: [] })).toEqual([
      'content/published-ids.json:4: the figure “geometry” has lost the parameter “q”, which published links name',
      'content/published-ids.json:8: the published figure “path” is on no page now',
    ])
  })

  test('recording adds what is new and takes nothing out', async () => {
    const [pages] = await build(texts)
    const ledger = { pages: { l1: ['old', 'a'], l0: ['x'] }, figures: { gone: ['q'] } }
    expect(withCurrentIds(ledger, pages)).toEqual({
      pages: { l0: ['x'], l1: ['old', 'a', 'b'] },
      figures: { gone: ['q'] },
    })
  })
})
