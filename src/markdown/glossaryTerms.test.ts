import { describe, expect, test } from 'vitest'
import { parseGlossary } from './glossary.ts'
import { courseMarkdown } from './processor.ts'

const { terms } = parseGlossary(`
- { id: knot, mark: true, see: l1#knots, en: { term: knot, definition: A. }, zh: { term: 折点, definition: 甲。 } }
- { id: path, mark: true, en: { term: lasso path, definition: A. }, zh: { term: 路径, definition: 甲。 } }
- { id: lasso, mark: true, en: { term: lasso, definition: A. }, zh: { term: Lasso, definition: 甲。 } }
- { id: weight, en: { term: weight, definition: A. }, zh: { term: 权重, definition: 甲。 } }
`)

/** Compiles a chapter, and returns its links to the glossary as `words → address`. */
async function marksIn(
  source: string,
  { page = 'en/l2', unmarkedTerms = undefined as unknown } = {},
) {
  const { createMdxRenderer } = courseMarkdown({ base: '/course', glossary: terms })
  const renderer = await createMdxRenderer!(
    { syntaxHighlight: false, shikiConfig: {} },
    { optimize: true, srcDir: new URL(import.meta.url), sourcemap: false },
  )
  const { code } = await renderer.process(source, `content/docs/${page}.mdx`, { unmarkedTerms })
  const html = code.replaceAll('\\"', '"')
  const links = html.matchAll(/<a href="([^"]*)" data-term="([^"]*)">(.*?)<\/a>/g)
  return [...links].map(([, href, , words]) => `${words} → ${href}`)
}

describe('the first use of a term', () => {
  test('becomes a link to the glossary, under the base path, and no later one does', async () => {
    expect(await marksIn('Two knots on a *lasso*.\n\n- A knot and a lasso.')).toEqual([
      'knots → /course/en/glossary/#knot',
      'lasso → /course/en/glossary/#lasso',
    ])
    expect(await marksIn('两个折点，Lasso。', { page: 'zh/l2' })).toEqual([
      '折点 → /course/zh/glossary/#knot',
      'Lasso → /course/zh/glossary/#lasso',
    ])
  })

  test('is that of the longest term', async () => {
    expect(await marksIn('The lasso path of the lasso.')).toEqual([
      'lasso path → /course/en/glossary/#path',
      'lasso → /course/en/glossary/#lasso',
    ])
  })

  test.each([
    ['a heading', '## A knot {#a}'],
    ['code', '`knot`'],
    ['a formula', '$knot$'],
    ['a link', '[a knot](/en/l1/)'],
    ['a part that is folded', '<details>\n\nA knot.\n\n</details>'],
    ['another word', 'knotted, slip-knot'],
    ['a term that everybody knows', 'weight'],
  ])('is not looked for in %s', async (_, source) => {
    expect(await marksIn(source)).toEqual([])
  })

  test('is plain from where the chapter explains the term', async () => {
    expect(await marksIn('A **knot** is a bend. A knot.')).toEqual([])
    expect(await marksIn('## Bends {#knots}\n\nA knot.', { page: 'en/l1' })).toEqual([])
    expect(await marksIn('A knot.\n\n## Bends {#knots}', { page: 'en/l1' })).toHaveLength(1)
  })
})

describe('authors', () => {
  test('choose the first use by a link of their own', async () => {
    const source = 'A knot.\n\n[the bend](/en/glossary/#knot)'
    expect(await marksIn(source)).toEqual(['the bend → /course/en/glossary/#knot'])
  })

  test('leave terms unmarked, some or all', async () => {
    const source = 'A knot on the lasso.'
    expect(await marksIn(source, { unmarkedTerms: ['knot'] })).toHaveLength(1)
    expect(await marksIn(source, { unmarkedTerms: 'all' })).toEqual([])
  })
})
