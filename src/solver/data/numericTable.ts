import { checkObject, describeValue } from '../input/checks.ts'
import { ShrinkageError } from '../input/errors.ts'
import { csvRecords, isBlank } from './csvRecords.ts'
import type { CsvRecord } from './csvRecords.ts'

/** A table of numbers with named columns. */
export interface NumericTable {
  /** Names of the numeric columns, from left to right. */
  columns: string[]
  /** One row of numbers for each line, in the order of `columns`. */
  rows: Float64Array[]
  /** The columns that were kept as text, each by its name. */
  labels: Record<string, string[]>
}

/** A table taken apart for a regression. */
export interface Regression {
  /** Names of the p columns of X. */
  features: string[]
  /** n rows of p numbers. */
  X: Float64Array[]
  /** n numbers. */
  y: Float64Array
}

const DECIMAL = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i

/**
 * Reads a CSV text whose first line names the columns and whose other lines hold numbers.
 *
 * Understands quotes, CRLF, a byte order mark and blank lines at the end. Nothing is guessed: a cell that is not a
 * decimal number is an error that names its line and column, unless its column is named in `labels`.
 *
 * @param text the whole CSV text, separated by commas
 * @param options.labels names of the columns to keep as text, apart from the numbers
 * @throws ShrinkageError with code 'empty' (no names, no rows), 'malformed' (quotes, a blank line, a name missing or used
 *   twice), 'length-mismatch' (cells missing or too many), 'not-numeric', 'not-finite' or 'out-of-range' (a label that
 *   is no column)
 * @example
 * readNumericTable('x,y\n1,2\n3,4\n').columns // ['x', 'y']
 * readNumericTable('x,y\n1,2\n3,4\n').rows[1] // [3, 4]
 * readNumericTable('x,set\n1,train\n', { labels: ['set'] }).labels.set // ['train']
 */
export function readNumericTable(
  text: string,
  options: { labels?: readonly string[] } = {},
): NumericTable {
  const { labels = [] } = checkObject(options, 'options')
  checkKind(typeof text === 'string', 'text', text, 'the text of a table')
  checkKind(Array.isArray(labels), 'labels', labels, 'a list of column names')
  const [header, ...records] = csvRecords(text)
  if (header === undefined || records.length === 0) {
    throw new ShrinkageError(
      'empty',
      `The table has ${header ? 'a line of column names but no row' : 'no lines'}; a line of column names and at least one row are wanted.`,
    )
  }
  const names = columnNames(header)
  for (const label of labels) indexOfColumn(names, label)
  const numeric = [...names.keys()].filter((k) => !labels.includes(names[k]))
  for (const record of records) checkLength(record, names)
  return {
    columns: numeric.map((k) => names[k]),
    rows: records.map((record) => Float64Array.from(numeric, (k) => readNumber(record, k, names))),
    labels: Object.fromEntries(
      labels.map((label) => [label, records.map(({ fields }) => fields[names.indexOf(label)])]),
    ),
  }
}

/**
 * Takes a table apart into the design X and the response y, which is the column named `target`.
 *
 * @throws ShrinkageError if no column has that name, or no other column is left
 * @example
 * splitTarget(readNumericTable('a,b,y\n1,2,3\n'), 'y').features // ['a', 'b']
 * splitTarget(readNumericTable('a,b,y\n1,2,3\n'), 'y').y // [3]
 */
export function splitTarget(table: NumericTable, target: string): Regression {
  const { columns, rows } = checkObject(table, 'table')
  const index = indexOfColumn(columns, target)
  if (columns.length === 1) {
    throw new ShrinkageError('empty', `"${target}" is the only column; features are wanted too.`)
  }
  return {
    features: columns.filter((_, k) => k !== index),
    X: rows.map((row) => row.filter((_, k) => k !== index)),
    y: Float64Array.from(rows, (row) => row[index]),
  }
}

function checkKind(isWanted: boolean, name: string, value: unknown, wanted: string): void {
  if (isWanted) return
  throw new ShrinkageError('malformed', `${name} is ${describeValue(value)}; ${wanted} is wanted.`)
}

function columnNames({ line, fields }: CsvRecord): string[] {
  const names = fields.map((field) => field.trim())
  names.forEach((name, k) => {
    const problem =
      name === '' ? 'has no name' : names.indexOf(name) < k ? `repeats the name "${name}"` : null
    if (problem === null) return
    throw new ShrinkageError(
      'malformed',
      `Line ${line}, column ${k + 1} ${problem}; a different name for each column is wanted.`,
    )
  })
  if (names.every((name) => DECIMAL.test(name))) {
    throw new ShrinkageError(
      'malformed',
      `Line ${line} holds only numbers; a first line that names the columns is wanted.`,
    )
  }
  return names
}

function indexOfColumn(names: readonly string[], name: string): number {
  const index = names.indexOf(name)
  if (index >= 0) return index
  throw new ShrinkageError(
    'out-of-range',
    `There is no column "${name}"; one of ${names.map((known) => `"${known}"`).join(', ')} is wanted.`,
  )
}

function checkLength(record: CsvRecord, names: string[]): void {
  if (isBlank(record)) {
    throw new ShrinkageError(
      'malformed',
      `Line ${record.line} is blank; blank lines are only allowed at the end.`,
    )
  }
  if (record.fields.length !== names.length) {
    throw new ShrinkageError(
      'length-mismatch',
      `Line ${record.line} has ${record.fields.length} values; ${names.length} are wanted, one for each column name.`,
    )
  }
}

function readNumber({ line, fields }: CsvRecord, k: number, names: string[]): number {
  const text = fields[k].trim()
  const where = `Line ${line}, column ${k + 1} ("${names[k]}")`
  if (!DECIMAL.test(text)) {
    const given = text === '' ? 'is empty' : `holds "${text.slice(0, 40)}"`
    throw new ShrinkageError(
      'not-numeric',
      `${where} ${given}; a number such as 1.5 or -2e-3 is wanted. Name the column in labels to keep it as text.`,
    )
  }
  const value = Number(text)
  const isLost = value === 0 && /[1-9]/.test(text.split(/e/i)[0])
  if (Number.isFinite(value) && !isLost) return value
  throw new ShrinkageError(
    'not-finite',
    `${where} holds ${text.slice(0, 40)}, beyond the range of double precision; rescale the column.`,
  )
}
