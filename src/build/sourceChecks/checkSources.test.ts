import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { figureAt } from '../../figures/figureAt.ts'
import { guessAt } from '../../figures/guessAt.ts'
import { holds } from '../../figures/holds.ts'
import { numberOf } from '../../figures/numberOf.ts'
import { sentenceOf } from '../../markdown/problems.ts'
import { readChapter } from './chapter.ts'
import { checkChapters, checkSources } from './checkSources.ts'

const HEAD = '---\ntitle: T\ndescription: D.\nsidebar: { order: 1 }\n---\n\n'
const published = { pages: { page: ['why'] }, figures: {}, challenges: [], questions: [] }

/** What is said of a page with one text for each language. */
async function said(texts: { en: string; zh: string }): Promise<string[]> {
  const chapters = Object.entries(texts).map(([language, text]) =>
    readChapter(`content/docs/${language}/page.mdx`, `${language}/page.mdx`, HEAD + text),
  )
  const problems = await checkChapters(chapters, {
    figureAt,
    numberOf,
    holds,
    guessAt,
    figures: {},
    broken: [],
    claims: [],
    programs: [],
    solverFiles: [],
    ledger: { file: 'content/published.json', text: JSON.stringify(published) },
    equations: new Map(),
    texts: [{ file: 'content/glossary.yaml', text: '[]' }],
  })
  return problems.map(sentenceOf)
}

test('a tag that is not closed is told where it opens, without what follows from it', async () => {
  const en = '## Why {#why}\n\n<Derivation summary="Why">\n\nBecause.\n'
  const zh = '## 为什么 {#why}\n\n[英文](#why)\n'
  expect(await said({ en, zh })).toEqual([
    expect.stringMatching(
      /^content\/docs\/en\/page\.mdx:9: this is not valid MDX: Expected a clos/,
    ),
  ])
})

test.each([
  ["penalty: 'l3'", 'cannot take penalty = l3; expected one of l1, l2'],
  ['lambda: 99', 'cannot take lambda = 99; expected a number from 0 to 4'],
  ['optimum: [1, 99]', 'cannot take optimum = [1,99]; expected [x, y], each from -3 to 3'],
  ['cone: 1', 'cannot take cone = 1; expected true or false'],
])('the state %s is told with what a figure can take', async (state, message) => {
  const text = `## Why {#why}\n\n<Value figure="geometry" state={{ ${state} }} of="w" />\n`
  expect(await said({ en: text, zh: text })).toEqual([
    expect.stringContaining(`page.mdx:9: the figure “geometry” ${message}`),
    expect.stringContaining('content/docs/zh/page.mdx:9: '),
  ])
})

test('a link to a figure that there is not is told once', async () => {
  const text = '## Why {#why}\n\n<StateLink figure="geometri">a</StateLink>\n'
  const problems = await said({ en: text, zh: text })
  expect(problems.map((sentence) => sentence.replace(/;.*/, ''))).toEqual([
    'content/docs/en/page.mdx:9: there is no figure “geometri”',
    'content/docs/zh/page.mdx:9: there is no figure “geometri”',
  ])
})

test('a figure that cannot be loaded is told as such, and hides no other fault', async () => {
  const root = await mkdtemp(join(tmpdir(), 'course-'))
  const text =
    '## Why {#why}\n\n<Figure name="path" />\n\n<Value figure="path" of="w" />, [x](/en/no/)\n'
  const files = {
    'content/docs/en/page.mdx': HEAD + text,
    'content/docs/zh/page.mdx': HEAD + text.replace('/en/no/', '#why'),
    'content/programs/.keep': '',
    'content/data/claims.json': '[]',
    'content/glossary.yaml': '[]',
    'content/i18n/en.json': '{}',
    'content/published.json': JSON.stringify({
      ...published,
      pages: { page: ['why', 'path'] },
      figures: { path: { lambda: 1 } },
    }),
    'src/components/.keep': '',
    'src/figures/.keep': '',
    'src/islands/.keep': '',
    'src/solver/.keep': '',
  }
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(root, name)), { recursive: true })
    await writeFile(join(root, name), content)
  }
  const open = () =>
    Promise.resolve({
      figures: { path: () => Promise.reject(new Error('Failed to load url ./x.ts')) },
      figureAt,
      numberOf,
      holds,
      guessAt,
    })
  const found = (await checkSources(root, open)).map(sentenceOf)
  await rm(root, { recursive: true })
  expect(found).toEqual([
    'src/figures/path/index.ts:1: this figure cannot be loaded: Failed to load url ./x.ts (figure-state)',
    expect.stringMatching(/docs\/en\/page\.mdx:11: the link “\/en\/no\/” is broken/),
  ])
})

test('a check of one page does not start what runs figures, unless it uses one', async () => {
  const open = () => Promise.reject(new Error('figures were asked for'))
  expect(await checkSources('.', open, 'content/docs/en/claims.mdx')).toEqual([])
})
