import * as shrinkage from 'shrinkage'
import { describe, expect, test } from 'vitest'
import type { Figure, Values } from '../../../figures/kit/figure.ts'
import { figures } from '../../../figures/index.ts'
import { defaults } from '../../../figures/kit/parameters.ts'
import { programOf } from '../../../figures/kit/program.ts'
import { differences, readPrinted } from '../../../figures/testing/printed.ts'
import { randomState } from '../../../figures/testing/randomState.ts'
import type { Output } from '../outputs/index.ts'
import { compile } from './compile.ts'
import { loadDataSets } from './importable.ts'
import { consoleFor } from './worker/console.ts'

/** What a program shows in a cell, by the compiler, the data and the formatting of the page. */
async function outputOf(code: string): Promise<Output[]> {
  const { script, modules: names } = compile({ code })
  const modules: Record<string, unknown> = { shrinkage, ...(await loadDataSets(code)) }
  for (const name of names.filter((name) => name.startsWith('data/'))) {
    modules[name] = { default: modules[name] }
  }
  const outputs: Output[] = []
  const { console } = consoleFor((output) => outputs.push(output), undefined)
  const load = (name: string) => Promise.resolve(modules[name])
  await new Function('console', `return (${script})`)(console)(modules, load)
  return outputs
}

/** A comment, and what it says. */
const COMMENT = /\/\/ (.*)/g

async function numbersOf(figure: Figure, values: Values) {
  await figure.load?.(values)
  return figure.numbers(figure.compute(values))
}

describe.each(Object.keys(figures))('the program of %s', async (name) => {
  const figure = await figures[name]()
  const random = shrinkage.seededRandom(5)
  const states = [defaults(figure), ...Array.from({ length: 8 }, () => randomState(figure, random))]

  test.each(states)('prints the numbers of the figure to 1e-12, state %#', async (values) => {
    const outputs = await outputOf(programOf(figure, values, 'en'))
    expect(outputs).toEqual([{ kind: 'print', text: expect.stringMatching(/^\{[^]*\}$/) }])
    const { text } = outputs[0] as Output & { kind: 'print' }
    expect(differences(readPrinted(text), await numbersOf(figure, values))).toEqual([])
  })

  test('differs in Chinese by its comments alone, and has all of them', () => {
    const many = [...states, ...Array.from({ length: 60 }, () => randomState(figure, random))]
    const seen = many.flatMap((values) => {
      const [english, chinese] = [programOf(figure, values, 'en'), programOf(figure, values, 'zh')]
      expect(chinese.replace(COMMENT, '')).toBe(english.replace(COMMENT, ''))
      for (const [comment] of chinese.matchAll(COMMENT)) expect(comment).toMatch(/\p{Script=Han}/u)
      return Array.from(english.matchAll(COMMENT), ([, comment]) => comment)
    })
    expect(new Set(seen)).toEqual(new Set(Object.keys(figure.comments)))
  })
})

test('a number that is wrong, missing or not asked for is seen', () => {
  const shown = { a: [0.5, 2], b: 1000, none: [] }
  expect(differences({ a: [0.5, 2], b: 1000, none: [] }, shown)).toEqual([])
  expect(differences({ a: [0.5 + 2e-12, 2], b: 1000, none: [] }, shown)).toHaveLength(1)
  expect(differences({ a: [0.5, NaN], b: 1000, none: [] }, shown)).toHaveLength(1)
  expect(differences({ a: [0.5], b: 1000, none: [] }, shown)).toHaveLength(1)
  expect(differences({ a: [0.5, 2], none: [] }, shown)).toHaveLength(1)
  expect(differences({ ...shown, c: 1 }, shown)).toHaveLength(1)
})
