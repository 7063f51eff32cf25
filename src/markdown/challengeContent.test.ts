import { globSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import * as shrinkage from 'shrinkage'
import { beforeAll, describe, expect, test } from 'vitest'
import { loadTable, tableOf } from '../figures/kit/tables.ts'
import * as graders from '../islands/challenge/graders/index.ts'
import { compile } from '../islands/code-cell/run/compile.ts'
import { GRADERS } from '../islands/code-cell/run/importable.ts'
import { challengesIn, inOwnScope, type ChallengeText } from './challengeText.ts'

const textOf = (language: string, chapter: string) =>
  readFileSync(`content/docs/${language}/${chapter}.mdx`, 'utf8')
const chapters = globSync('content/docs/en/*.mdx')
  .map((file) => basename(file, '.mdx'))
  .filter((chapter) => textOf('en', chapter).includes('<Challenge '))
const english = chapters.flatMap((chapter) => challengesIn(textOf('en', chapter)))
const chinese = chapters.flatMap((chapter) => challengesIn(textOf('zh', chapter)))

const modules: Record<string, unknown> = { shrinkage, [GRADERS]: graders }
beforeAll(async () => {
  for (const name of ['diabetes', 'prostate'] as const) {
    await loadTable(name)
    modules[`data/${name}`] = { default: tableOf(name) }
  }
})

/**
 * Runs a program of the challenge as its cell does. Returns the messages of the failed checks and the number of checks.
 */
async function judged({ setup, checks }: ChallengeText, code: string) {
  const { script } = compile({ setup, code, checks: inOwnScope(checks) })
  const found: { passed: boolean; message: string }[] = []
  const globals = {
    print: () => {},
    table: () => {},
    plot: () => {},
    check: (passed: unknown, message: string) => found.push({ passed: !!passed, message }),
  }
  const program = new Function(...Object.keys(globals), `return (${script})`)(
    ...Object.values(globals),
  )
  await program(modules, async (name: string) => modules[name])
  const failing = found.filter(({ passed }) => !passed).map(({ message }) => message)
  return { count: found.length, failing }
}

/** A program without its comments and the words in its strings. */
function bare(code: string): string {
  return code
    .replace(/'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`|\/\/.*|\/\*[^]*?\*\//g, (piece) =>
      piece.startsWith('/') ? '' : '""',
    )
    .replace(/\s+/g, ' ')
}

describe.each([
  ['en', english],
  ['zh', chinese],
])('challenges in %s', (_, all) => {
  test.each(all.map((challenge) => [challenge.id, challenge] as const))(
    '%s: the start runs and is not enough, the solution is',
    async (_, challenge) => {
      const start = await judged(challenge, challenge.start)
      expect(start.failing.length).toBeGreaterThan(0)
      for (const message of start.failing) expect(message).toMatch(/[.。]$/)
      const solution = await judged(challenge, challenge.solution)
      expect(solution.failing).toEqual([])
      expect(solution.count).toBeGreaterThan(0)
    },
  )
})

test('the chapters that share a number have two challenges or more', () => {
  const counts = new Map<string, number>()
  for (const chapter of chapters) {
    const text = textOf('en', chapter)
    const number = /^number: (\d+)/m.exec(text)?.[1]
    if (number === undefined) continue
    counts.set(number, (counts.get(number) ?? 0) + challengesIn(text).length)
  }
  expect([...counts.keys()].sort()).toEqual(['0', '1', '2', '3', '4', '5'])
  expect(Math.min(...counts.values())).toBeGreaterThanOrEqual(2)
})

test('no challenge is lost on the way from the chapter to these tests', () => {
  const tags = (language: string) =>
    chapters.flatMap((chapter) => textOf(language, chapter).match(/<Challenge\b/g) ?? []).length
  expect([english.length, chinese.length]).toEqual([tags('en'), tags('zh')])
})

test('ids are not used twice', () => {
  const ids = english.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
})

test('both languages have the same challenges, whose code differs in words alone', () => {
  const codeOf = (all: ChallengeText[]) =>
    all.map(({ id, start, setup = '', checks, solution }) => ({
      id,
      code: [start, setup, checks, solution].map(bare),
    }))
  expect(codeOf(chinese)).toEqual(codeOf(english))
})

const pages = globSync('content/docs/en/*.mdx').map((file) => basename(file, '.mdx'))

test.each(pages)(
  'the programs in the chapter %s differ in words alone: comments, texts, labels',
  (page) => {
    const code = (language: string) =>
      Array.from(textOf(language, page).matchAll(/^```ts.*\n([^]*?)^```/gm), ([, code]) =>
        bare(code).replace(/(?<=[{,] ?)(""|[\w\p{Script=Han}]+)(?=:)/gu, '""'),
      )
    expect(code('zh')).toEqual(code('en'))
  },
)
