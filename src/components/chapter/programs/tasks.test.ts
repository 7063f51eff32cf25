import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { TableName } from '../../../figures/kit/tables.ts'
import { graders } from '../../../islands/challenge/graders/index.ts'
import { challengesIn } from '../../../markdown/challengeText.ts'
import { libraries, readRecording } from './libraries.ts'
import { agree, numbersIn } from './numbers.ts'
import { runShrinkage } from './runShrinkage.ts'

/* The coding tasks: their solutions in Python, beside those in TypeScript. */

const tasks = challengesIn(readFileSync('content/docs/en/tasks.mdx', 'utf8'))
const { file } = libraries.NumPy
const read = (id: string, ending = '') =>
  readFileSync(`content/programs/challenge-${id}/${file}${ending}`, 'utf8')

test('every task has a grader, and every grader a task', () => {
  expect(tasks.map(({ id }) => id).sort()).toEqual(Object.keys(graders).sort())
})

describe.for(tasks)('$id', ({ id, setup = '', checks, solution }) => {
  const { versions, output } = readRecording(read(id, '.txt'))
  const [certificate, ...others] = output
    .split('\n')
    .filter((line) => line.startsWith('certificate:'))

  test('has a program in Python, its recording, and nothing else', () => {
    expect(readdirSync(`content/programs/challenge-${id}`).sort()).toEqual([file, `${file}.txt`])
    expect(versions).toMatch(/^NumPy \d.*, Python \d/)
  })

  test('is judged by its own grader', () => {
    expect(checks).toContain(`judge('${id}', `)
  })

  test('Python certifies its answer', () => {
    expect(others).toEqual([])
    const value = Number(certificate.split(' ').at(-1))
    expect(Math.abs(value)).toBeLessThanOrEqual(1e-8)
  })

  test('Python prints what the solution in TypeScript prints', async () => {
    const tables = Array.from(setup.concat(solution).matchAll(/'data\/(\w+)'/g), ([, name]) => name)
    const numbers = await runShrinkage(`${setup}\n${solution}`, tables as TableName[])
    const theirs = numbersIn(output.replace(certificate, '')).map(Number)
    expect(theirs.length).toBeGreaterThan(1)
    expect(theirs.length).toBe(numbers.length)
    theirs.forEach((value, i) => {
      expect(agree(value, numbers[i]), `number ${i}: ${value}, ${numbers[i]}`).toBe(true)
    })
  })
})
