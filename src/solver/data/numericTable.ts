import { checkList, checkObject, checkVector, checkWord } from '../input/checks.ts'
import { inputError, ShrinkageError } from '../input/errors.ts'
import { nearestWord } from '../input/nearestWord.ts'
import { readOptions } from '../input/options.ts'
import { csvRecords, separatorAdvice, type CsvRecord } from './csvRecords.ts'
import { dummyColumns } from './dummyColumns.ts'

/** A table of numbers with named columns. */
export interface NumericTable {
  /** Names of the numeric columns, from left to right. */
  columns: string[]
  /** One row of numbers for each line that was kept, in the order of `columns`. */
  rows: Float64Array[]
  /** The columns that were kept as text, each by its name. */
  labels: Record<string, string[]>
  /** The names of the rows, if the first column has no name; else null. */
  rowNames: string[] | null
  /** The lines that were left out for a missing value, from 1 and in order. */
  dropped: number[]
}

/** The options of {@link readNumericTable}. */
export interface TableOptions {
  /** Names of the columns to keep as text, apart from the numbers. */
  labels?: readonly string[]
  /** Names of the columns of words to turn into columns of 0 and 1. */
  dummies?: readonly string[]
  /** The cells that stand for a missing value, such as '' and 'NA'; a row with one is left out. Default none. */
  missing?: readonly string[]
  /** The character between cells. Default a comma. */
  separator?: ',' | ';' | '\t' | '|'
  /** The decimal mark. Default a point. */
  decimal?: '.' | ','
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

const TABLE_OPTIONS: readonly (keyof TableOptions)[] = [
  'labels',
  'dummies',
  'missing',
  'separator',
  'decimal',
]

const DECIMAL = {
  '.': /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i,
  ',': /^[+-]?(\d+(,\d*)?|,\d+)(e[+-]?\d+)?$/i,
}

/**
 * Reads a CSV text whose first line names the columns and whose other lines hold numbers.
 *
 * Understands quotes, CRLF, a byte order mark and blank lines at the end. A first column without a name holds the names
 * of the rows, as in the files that pandas and R write. Nothing else is guessed: a cell that is not a decimal number is
 * an error that names its line and column, unless an option says what it is.
 *
 * A column of words in `dummies` becomes one column of 0 and 1 for each word but the first in alphabetical order, which
 * is the baseline that the intercept stands for: `colour` with blue, green and red becomes `colour=green` and
 * `colour=red` (treatment coding, as in R).
 *
 * @param text the whole CSV text
 * @param options what the text and its columns are; see {@link TableOptions}
 * @throws ShrinkageError with code 'empty' (no names, no rows), 'missing-header', 'missing-name', 'repeated-name',
 *   'stray-quote', 'blank-line', 'length-mismatch' (cells missing or too many), 'not-numeric', 'not-finite',
 *   'out-of-range' (a column of dummies with one word only) or 'unknown-name' (an option or column that there is not)
 * @example
 * readNumericTable('x,y\n1,2\n3,4\n').columns // ['x', 'y']
 * readNumericTable('x,y\n1,2\n3,4\n').rows[1] // [3, 4]
 * readNumericTable('x,set\n1,train\n', { labels: ['set'] }).labels.set // ['train']
 * readNumericTable(',x\nAnna,1\n').rowNames // ['Anna']
 * readNumericTable('x;y\n1,5;2\n', { separator: ';', decimal: ',' }).rows[0] // [1.5, 2]
 * readNumericTable('x,y\n1,2\nNA,4\n', { missing: ['NA'] }).dropped // [3]
 * readNumericTable('x,c\n1,red\n2,blue\n', { dummies: ['c'] }).columns // ['x', 'c=red']
 * readNumericTable('x,c\n1,red\n2,blue\n', { dummies: ['c'] }).rows[0] // [1, 1]
 */
export function readNumericTable(text: string, options: TableOptions = {}): NumericTable {
  readOptions(options, TABLE_OPTIONS, 'readNumericTable')
  const { labels = [], dummies = [], missing = [], separator = ',', decimal = '.' } = options
  if (typeof text !== 'string') throw inputError('malformed', 'text', text, 'the text of a table')
  checkList(labels, 'labels', 'a list of column names')
  checkList(dummies, 'dummies', 'a list of column names')
  checkList(missing, 'missing', 'a list of texts that stand for a missing value')
  checkWord(separator, 'separator', [',', ';', '\t', '|'])
  checkWord(decimal, 'decimal', ['.', ','])
  const [header, ...records] = csvRecords(text, separator)
  if (header === undefined || records.length === 0) throw emptyTable(header)
  const { names, hasRowNames } = readHeader(header)
  const places = new Map(names.map((name, k) => [name, k]))
  for (const name of labels) placeOf(places, name, 'labels')
  for (const name of dummies) placeOf(places, name, 'dummies')
  for (const record of records) checkLength(record, names)

  const isMissing = new Set(missing)
  const isCell = (name: string, k: number) => !labels.includes(name) && !(hasRowNames && k === 0)
  const cells = [...names.keys()].filter((k) => isCell(names[k], k))
  const isWhole = ({ fields }: CsvRecord) => !cells.some((k) => isMissing.has(fields[k].trim()))
  const kept = records.filter(isWhole)
  if (kept.length === 0) throw everyRowDropped(records.length)
  const textsOf = (k: number) => kept.map(({ fields }) => fields[k])

  const columns = cells.flatMap((k) =>
    dummies.includes(names[k])
      ? dummyColumns(names[k], textsOf(k))
      : [{ name: names[k], values: kept.map((record) => readNumber(record, k, names, decimal)) }],
  )
  return {
    columns: columns.map(({ name }) => name),
    rows: kept.map((_, i) => Float64Array.from(columns, ({ values }) => values[i])),
    labels: Object.fromEntries(
      labels.map((label) => [label, textsOf(placeOf(places, label, 'labels'))]),
    ),
    rowNames: hasRowNames ? textsOf(0) : null,
    dropped: records.filter((record) => !isWhole(record)).map(({ line }) => line),
  }
}

/**
 * Takes a table apart into the design X and the response y, which is the column named `target`.
 *
 * @param table a table of {@link readNumericTable}
 * @param target the name of one of its columns
 * @throws ShrinkageError if no column has that name, or no other column is left
 * @example
 * splitTarget(readNumericTable('a,b,y\n1,2,3\n'), 'y').features // ['a', 'b']
 * splitTarget(readNumericTable('a,b,y\n1,2,3\n'), 'y').y // [3]
 */
export function splitTarget(
  table: Pick<NumericTable, 'columns' | 'rows'>,
  target: string,
): Regression {
  const { columns, rows } = checkObject(table, 'table')
  const index = placeOf(new Map(columns.map((name, k) => [name, k])), target, 'target')
  if (columns.length === 1) {
    const sentence = `"${target}" is the only column; expected features beside it.`
    throw new ShrinkageError('empty', sentence, { name: 'target', given: target })
  }
  rows.forEach((row, i) => checkVector(row, `table.rows[${i}]`, columns.length))
  return {
    features: columns.filter((_, k) => k !== index),
    X: rows.map((row) => row.filter((_, k) => k !== index)),
    y: Float64Array.from(rows, (row) => row[index]),
  }
}

function emptyTable(header: CsvRecord | undefined): ShrinkageError {
  const given = header ? 'a line of column names but no row' : 'no lines'
  return new ShrinkageError(
    'empty',
    `The table has ${given}; expected a line of column names and at least one row.`,
    { given: header ? 1 : 0, least: 2 },
  )
}

function everyRowDropped(count: number): ShrinkageError {
  return new ShrinkageError(
    'empty',
    `Each of the ${count} rows has a missing value; expected at least one without.`,
    { name: 'missing', given: count },
  )
}

/** The names of the columns; a first column without one holds the names of the rows. */
function readHeader({ line, fields }: CsvRecord): { names: string[]; hasRowNames: boolean } {
  const names = fields.map((field) => field.trim())
  const hasRowNames = names.length > 1 && names[0] === ''
  const known = new Set<string>()
  names.forEach((name, k) => {
    if (name === '' && !(hasRowNames && k === 0)) {
      throw new ShrinkageError(
        'missing-name',
        `Line ${line}, column ${k + 1} has no name; expected a different name for each column.`,
        { line, column: k + 1 },
      )
    }
    if (known.has(name)) {
      throw new ShrinkageError(
        'repeated-name',
        `Line ${line}, column ${k + 1} repeats the name "${name}"; expected a different name for each column.`,
        { line, column: k + 1, name },
      )
    }
    known.add(name)
  })
  if (names.every((name) => DECIMAL['.'].test(name))) {
    throw new ShrinkageError(
      'missing-header',
      `Line ${line} holds only numbers; expected a first line that names the columns.`,
      { line },
    )
  }
  return { names, hasRowNames }
}

function placeOf(places: ReadonlyMap<string, number>, name: string, option: string): number {
  const place = places.get(name)
  if (place !== undefined && name !== '') return place
  const known = [...places.keys()].filter((other) => other !== '')
  throw new ShrinkageError(
    'unknown-name',
    `There is no column "${name}"; expected one of ${known.map((other) => `"${other}"`).join(', ')}.`,
    {
      name: option,
      given: String(name),
      nearest: nearestWord(String(name), known),
      expected: known,
    },
  )
}

function checkLength({ line, fields, isBlank }: CsvRecord, names: string[]): void {
  if (isBlank) {
    throw new ShrinkageError(
      'blank-line',
      `Line ${line} is blank; expected blank lines only at the end.`,
      { line },
    )
  }
  if (fields.length === names.length) return
  const separator = otherSeparator(names)
  const advice = separator === undefined ? '' : ` ${separatorAdvice(separator)}`
  throw new ShrinkageError(
    'length-mismatch',
    `Line ${line} has ${fields.length} values; expected ${names.length}, one for each column name.${advice}`,
    { line, given: fields.length, expected: names.length },
  )
}

function readNumber(
  { line, fields }: CsvRecord,
  k: number,
  names: string[],
  decimal: '.' | ',',
): number {
  const text = fields[k].trim()
  const place = { line, column: k + 1, name: names[k] }
  const where = `Line ${line}, column ${k + 1} ("${names[k]}")`
  if (!DECIMAL[decimal].test(text)) {
    const given = text === '' ? 'is empty' : `holds "${text.slice(0, 40)}"`
    throw new ShrinkageError(
      'not-numeric',
      `${where} ${given}; expected a number such as 1${decimal}5 or -2e-3. ${adviceFor(text, names)}`,
      { ...place, given: text },
    )
  }
  const value = Number(text.replace(',', '.'))
  const isLost = value === 0 && /[1-9]/.test(text.split(/e/i)[0])
  if (Number.isFinite(value) && !isLost) return value
  throw new ShrinkageError(
    'not-finite',
    `${where} holds ${text.slice(0, 40)}, beyond the range of double precision; rescale the column.`,
    { ...place, given: text },
  )
}

/** The option that may be missing: the separator if there is one column that holds another, else what to do with words. */
function adviceFor(text: string, names: string[]): string {
  const separator = otherSeparator(names, text)
  if (separator !== undefined) return separatorAdvice(separator)
  if (text === '') return "If empty cells are missing values, give '' in missing."
  return 'Name the column in labels to keep it as text, or in dummies to turn its words into columns of 0 and 1.'
}

/** The separators tried on a table that seems to have one column. */
function otherSeparator(names: string[], text = ''): string | undefined {
  return names.length === 1 ? /[;\t|]/.exec(names[0] + text)?.[0] : undefined
}
