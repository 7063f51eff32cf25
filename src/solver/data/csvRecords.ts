import { ShrinkageError } from '../input/errors.ts'

/** One record of a CSV text. */
export interface CsvRecord {
  /** The line that it starts on, from 1. */
  line: number
  fields: string[]
  /** Whether there is nothing but spaces on the line. */
  isBlank: boolean
}

/**
 * Splits a CSV text into records, after RFC 4180: a field stands in double quotes if it holds the separator, a quote
 * (doubled) or a line break; spaces around the quotes are ignored. A byte order mark is skipped, and so are blank lines
 * at the end.
 *
 * @param text the whole text
 * @param separator the character between fields
 * @throws ShrinkageError with code 'stray-quote', naming line and column, for a quote that is not closed or stands inside
 *   a field
 */
export function csvRecords(text: string, separator = ','): CsvRecord[] {
  const bare = new RegExp(`[^${separator}"\\r\\n]*`, 'y')
  const between = new RegExp(`[${separator}]|\\r\\n|\\n|\\r|$`, 'y')
  const records: CsvRecord[] = []
  let position = text.startsWith('\uFEFF') ? 1 : 0
  let line = 1
  let record: CsvRecord = { line, fields: [], isBlank: true }
  while (position <= text.length) {
    const { value, end, isQuoted } =
      readQuoted(text, position) ?? readBare(position, match(bare, text, position)!)
    const delimiter = match(between, text, end)?.[0]
    if (delimiter === undefined) {
      const other = isQuoted ? match(/[,;\t|]/y, text, end)?.[0] : undefined
      throw strayQuote(record.line, record.fields.length + 1, other)
    }
    record.fields.push(value)
    record.isBlank &&= !isQuoted && delimiter !== separator && value.trim() === ''
    if (isQuoted) line += value.match(/\r\n|\n|\r/g)?.length ?? 0
    if (delimiter !== separator) {
      records.push(record)
      line++
      record = { line, fields: [], isBlank: true }
    }
    position = end + Math.max(delimiter.length, 1) // 1: past the end
  }
  while (records.length > 0 && records[records.length - 1].isBlank) records.pop()
  return records
}

interface Field {
  value: string
  /** The position in the text at which the field ends. */
  end: number
  isQuoted: boolean
}

/** The quoted field that starts at a position; null if there is none, or it is not closed. */
function readQuoted(text: string, position: number): Field | null {
  const open = match(/ *"/y, text, position)
  if (open === null) return null
  const start = position + open[0].length
  let close = text.indexOf('"', start)
  while (close >= 0 && text[close + 1] === '"') close = text.indexOf('"', close + 2)
  if (close < 0) return null
  const value = text.slice(start, close).replaceAll('""', '"')
  return { value, end: close + 1 + match(/ */y, text, close + 1)![0].length, isQuoted: true }
}

function readBare(position: number, [value]: RegExpExecArray): Field {
  return { value, end: position + value.length, isQuoted: false }
}

function match(pattern: RegExp, text: string, position: number): RegExpExecArray | null {
  pattern.lastIndex = position
  return pattern.exec(text)
}

/** The sentence on the option that is missing where another character separates the cells. */
export function separatorAdvice(separator: string): string {
  return `If ${JSON.stringify(separator)} separates the cells, give it as separator.`
}

/** @param other what follows the quotes, if it may be the separator */
function strayQuote(line: number, column: number, other: string | undefined): ShrinkageError {
  const advice = other === undefined ? '' : ` ${separatorAdvice(other)}`
  return new ShrinkageError(
    'stray-quote',
    `Line ${line}, column ${column}: a double quote is not closed, or stands inside a value; expected the whole value in quotes, with quotes inside it doubled.${advice}`,
    { line, column },
  )
}
