import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { figureAt } from '../../figures/figureAt.ts'
import { guessAt } from '../../figures/guessAt.ts'
import { holds } from '../../figures/holds.ts'
import { numberOf } from '../../figures/numberOf.ts'
import { RULES, type Problem } from '../../markdown/problems.ts'
import { checkChapters } from './checkSources.ts'
import { readChapter } from './chapter.ts'

/* docs/rules.md is the list of cases: its wrong examples must break the rule, its right ones must not. */

/** A fenced block of a rule: the example that it belongs to, and its file. */
interface Example {
  verdict?: 'wrong' | 'right'
  place?: string
  text: string
}

const FENCE = /^(`{3,})(?:mdx|json|yaml|ts)(?: (wrong|right))?(?: (\S+))?\n([^]*?)^\1$/gm
const document = readFileSync('docs/rules.md', 'utf8')
const rules = document
  .split(/^## (?=[a-z-]+$)/m)
  .slice(1)
  .map((section) => {
    const examples = [...section.matchAll(FENCE)].map(([, , verdict, place, text]): Example => ({
      verdict: verdict as Example['verdict'],
      place,
      text: text.replace(/\[(\d+) words\]/, (_, count: string) => 'word '.repeat(Number(count))),
    }))
    return { name: section.split('\n')[0], examples }
  })

const HEAD = '---\ntitle: T\ndescription: D.\nsidebar: { order: 1 }\n---\n\n'
const LEDGER = 'content/published.json'

/** The rules that an example breaks. */
async function broken(
  examples: readonly Example[],
  verdict: 'wrong' | 'right',
): Promise<Problem[]> {
  const own = examples.filter((example) => (example.verdict ?? verdict) === verdict)
  const inLanguage = (language: string) =>
    own.find(({ place }) => place === language) ?? own.find(({ place }) => place === undefined)
  const isAlone = own.length === 1 && own[0].place === 'en'
  const chapters = (isAlone ? ['en'] : ['en', 'zh']).map((language) => {
    const text = inLanguage(language)?.text ?? ''
    const isQuestion = text.startsWith('---\nquestion:')
    return readChapter(
      `content/${isQuestion ? 'questions' : 'docs'}/${language}/page.mdx`,
      isQuestion ? `${language}/q/page.mdx` : `${language}/page.mdx`,
      text.startsWith('---\n') ? text : HEAD + text,
    )
  })
  // A page in only one language gets a counterpart.
  if (isAlone) chapters.push(readChapter('content/docs/zh/other.mdx', 'zh/other.mdx', HEAD))
  const ledger =
    own.find(({ place }) => place === LEDGER)?.text ??
    '{ "pages": {}, "figures": {}, "challenges": [], "questions": [] }'
  const glossary =
    own.find(({ place }) => place === 'content/glossary.yaml')?.text ??
    '[{ id: knot, en: { term: knot, definition: A. }, zh: { term: 折点, definition: 甲。, avoid: [{ not: 拐点, why: 另一回事 }] } }]'
  return checkChapters(chapters, {
    figureAt,
    numberOf,
    holds,
    guessAt,
    figures: {},
    broken: [],
    claims: ['1.4'],
    programs: ['lasso-path'],
    solverFiles: ['proximal/softThreshold.ts'],
    ledger: { file: LEDGER, text: ledger },
    equations: new Map(),
    texts: [
      { file: 'content/glossary.yaml', text: glossary },
      ...own.flatMap(({ place, text }) => (place?.endsWith('.ts') ? [{ file: place, text }] : [])),
    ],
  })
}

describe.each(rules)('$name', ({ name, examples }) => {
  test('the wrong example breaks the rule, with file and line', async () => {
    const problems = await broken(examples, 'wrong')
    const ours = problems.filter(({ rule }) => rule === name)
    expect(ours.length).toBeGreaterThan(0)
    for (const { file, line, message } of ours) {
      expect(file).toMatch(/^(content|src\/figures)\//)
      expect(line).toBeGreaterThan(0)
      expect(message).toMatch(/^\S.{20}/)
    }
  })

  test('the right example breaks none but that new ids are not published', async () => {
    const problems = await broken(examples, 'right')
    const others = problems.filter(({ rule }) => name === 'unpublished' || rule !== 'unpublished')
    expect(others).toEqual([])
  })
})

test('every rule is explained, in its order', () => {
  expect(rules.map(({ name }) => name)).toEqual(RULES)
})
