import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import * as shrinkage from 'shrinkage'

const folder = fileURLToPath(new URL('.', import.meta.url))

/** The lines under each `@example` of a source file, one list per docstring. */
function examplesOf(source: string): string[][] {
  const docstrings = source.match(/\/\*\*[\s\S]*?\*\//g) ?? []
  return docstrings.flatMap((docstring) =>
    docstring
      .split(/^\s*\*\s*@example\s*$/m)
      .slice(1)
      .map((block) =>
        block
          .split(/^\s*\*\s*@/m)[0]
          .split('\n')
          .map((line) => line.replace(/^\s*\*\/?\s?/, '').trimEnd())
          .filter((line) => line !== ''),
      ),
  )
}

/**
 * Runs an example: a line `expression // expected` becomes a comparison, every other line runs as it stands.
 * Numbers are compared to 1e-9 of the printed value, so that an example may print rounded digits of 1e-9 and no fewer.
 */
function run(lines: string[]): void {
  const body = lines.map((line) => {
    const match = /^(.*\S)\s+\/\/ (.+)$/.exec(line)
    return match ? `compare((${match[1]}), (${match[2]}), ${JSON.stringify(line)})` : line
  })
  const names = Object.keys(shrinkage)
  const values = Object.values(shrinkage)
  new Function('compare', ...names, body.join('\n'))(compare, ...values)
}

function compare(actual: unknown, expected: unknown, line: string): void {
  if (typeof actual === 'number' && typeof expected === 'number') {
    const size = Math.max(1, Math.abs(expected))
    const same = Object.is(actual, expected) || Math.abs(actual - expected) <= 1e-9 * size
    expect(same, `${line} gave ${actual}`).toBe(true)
  } else if (ArrayBuffer.isView(actual) || Array.isArray(actual)) {
    const given = Array.from(actual as ArrayLike<unknown>)
    const wanted = expected as unknown[]
    expect(given.length, line).toBe(wanted.length)
    given.forEach((value, i) => compare(value, wanted[i], line))
  } else {
    expect(actual, line).toEqual(expected)
  }
}

const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  .filter((name) => !/(^|\/)(node_modules|dist)\//.test(name))
  .map((name) => join(folder, name))

for (const path of sources) {
  examplesOf(readFileSync(path, 'utf8')).forEach((lines, i) => {
    test(`example ${i + 1} of ${relative(folder, path)} is true`, () => run(lines))
  })
}

test('an example that is false fails', () => {
  expect(() => run(['softThreshold(3, 1) // 2.5'])).toThrow()
})
