import * as shrinkage from 'shrinkage'
import { transform } from 'sucrase'
import { loadTable, tableOf, type TableName } from '../../../figures/kit/tables.ts'

/** Runs a program and returns the numbers in its output in order, those of a table row by row, those of lists too. */
export async function runShrinkage(code: string, data: readonly TableName[]): Promise<number[]> {
  const modules: Record<string, object> = { shrinkage }
  for (const name of data) {
    await loadTable(name)
    modules[`data/${name}`] = { __esModule: true, default: tableOf(name) }
  }
  const shown: unknown[] = []
  const print = (...values: unknown[]) => shown.push(...values)
  const table = (columns: Record<string, ArrayLike<unknown>>) => {
    const cells = Object.values(columns)
    Array.from(cells[0], (_, row) => print(...cells.map((column) => column[row])))
  }
  const { code: script } = transform(code, { transforms: ['typescript', 'imports'] })
  const run = new Function('require', 'exports', 'print', 'table', script)
  run((name: string) => modules[name], {}, print, table)
  return shown.flat(Infinity).filter((value) => typeof value === 'number')
}
