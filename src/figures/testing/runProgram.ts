import * as shrinkage from 'shrinkage'
import novels from '../../../content/data/novels.json'
import { loadTable, tableOf } from '../tables.ts'

/**
 * Runs a figure's program as a reader's machine would, and gives what it printed.
 *
 * Its imports of `shrinkage` and of the course's data are the only ones that it may have.
 */
export async function runProgram(code: string): Promise<unknown[]> {
  const data: Record<string, unknown> = { novels }
  for (const name of ['diabetes', 'prostate'] as const) {
    await loadTable(name)
    data[name] = tableOf(name)
  }
  const body = code
    .replace(/^import (\{[^}]*\}) from 'shrinkage'$/gm, 'const $1 = shrinkage')
    .replace(/^import (\w+) from 'data\/(\w+)'$/gm, 'const $1 = data.$2')
  const printed: unknown[] = []
  const console = { log: (value: unknown) => printed.push(value) }
  new Function('shrinkage', 'data', 'console', `'use strict';\n${body}`)(shrinkage, data, console)
  return printed
}
