import { ShrinkageError } from '../input/errors.ts'

/** One record of a CSV text: its fields, and the line that it starts on, counted from 1. */
export interface CsvRecord {
  line: number
  fields: string[]
}

const FIELD = /"([^"]*(?:""[^"]*)*)"|[^",\r\n]*/y
const SEPARATOR = /,|\r\n|\n|\r|$/y

/**
 * Splits a CSV text into records, after RFC 4180: fields between commas, in double quotes if they hold a comma, a quote
 * (doubled) or a line break. A byte order mark is skipped, and so are blank lines at the end.
 *
 * @throws ShrinkageError, naming line and column, for a quote that is not closed or stands inside a field
 */
export function csvRecords(text: string): CsvRecord[] {
  const records: CsvRecord[] = []
  let position = text.startsWith('\uFEFF') ? 1 : 0
  let line = 1
  let record: CsvRecord = { line, fields: [] }
  while (position <= text.length) {
    const [field, quoted] = match(FIELD, text, position)!
    const separator = match(SEPARATOR, text, position + field.length)
    const column = record.fields.length + 1
    if (separator === null) throw strayQuote(record.line, column)
    record.fields.push(quoted === undefined ? field : quoted.replaceAll('""', '"'))
    line += (field + separator[0]).match(/\r\n|\n|\r/g)?.length ?? 0
    if (separator[0] !== ',') {
      records.push(record)
      record = { line, fields: [] }
    }
    position += field.length + Math.max(separator[0].length, 1) // 1: past the end
  }
  while (records.length > 0 && isBlank(records[records.length - 1])) records.pop()
  return records
}

/** Whether a record is a line with nothing but spaces on it. */
export function isBlank({ fields }: CsvRecord): boolean {
  return fields.length === 1 && fields[0].trim() === ''
}

function match(pattern: RegExp, text: string, position: number): RegExpExecArray | null {
  pattern.lastIndex = position
  return pattern.exec(text)
}

function strayQuote(line: number, column: number): ShrinkageError {
  return new ShrinkageError(
    'malformed',
    `Line ${line}, column ${column}: a double quote is not closed, or stands inside a value; a quoted value is wanted whole in quotes, with quotes inside it doubled.`,
  )
}
