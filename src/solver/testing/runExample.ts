import { expect } from 'vitest'
import * as shrinkage from 'shrinkage'

const AsyncFunction = (async () => {}).constructor as typeof Function

/**
 * Runs an example: a line `expression // expected` becomes a comparison, every other line runs as it stands.
 * Numbers are compared to 1e-9 of the printed value, so that an example may print rounded digits of 1e-9 and no fewer.
 */
export async function runExample(lines: string[]): Promise<void> {
  const body = lines.map((line) => {
    const match = /^(.*\S)\s+\/\/ (.+)$/.exec(line)
    return match ? `compare((${match[1]}), (${match[2]}), ${JSON.stringify(line)})` : line
  })
  const names = Object.keys(shrinkage)
  const values = Object.values(shrinkage)
  await new AsyncFunction('compare', ...names, body.join('\n'))(compare, ...values)
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
