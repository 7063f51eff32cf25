import { readNumericTable, type NumericTable } from 'shrinkage'

export type TableName = 'diabetes' | 'prostate'

/** The features of each data set, by column name. */
export const features = {
  diabetes: ['age', 'sex', 'bmi', 'bp', 's1', 's2', 's3', 's4', 's5', 's6'],
  prostate: ['lcavol', 'lweight', 'age', 'lbph', 'svi', 'lcp', 'gleason', 'pgg45'],
} as const

/** The column that the features predict. */
export const targets = { diabetes: 'target', prostate: 'lpsa' } as const

const files: Record<TableName, () => Promise<{ default: string }>> = {
  diabetes: () => import('../../../content/data/diabetes.csv?raw'),
  prostate: () => import('../../../content/data/prostate.csv?raw'),
}

/** Columns of words, separate from the numbers. */
const labels: Record<TableName, string[]> = { diabetes: [], prostate: ['train'] }

const loaded = new Map<TableName, NumericTable>()

/** Loads a data set of the course once; undefined if it is loaded. */
export function loadTable(name: TableName): Promise<void> | undefined {
  if (loaded.has(name)) return undefined
  return files[name]().then(({ default: text }) => {
    loaded.set(name, readNumericTable(text, { labels: labels[name] }))
  })
}

/** A data set that has been loaded. */
export function tableOf(name: TableName): NumericTable {
  const table = loaded.get(name)
  if (!table) throw new Error(`The data set ${name} is read before loadTable('${name}') is done.`)
  return table
}

/** Some columns of a table by name, row by row. */
export function columnsOf({ columns, rows }: NumericTable, names: readonly string[]): number[][] {
  const places = names.map((name) => columns.indexOf(name))
  return rows.map((row) => places.map((k) => row[k]))
}
