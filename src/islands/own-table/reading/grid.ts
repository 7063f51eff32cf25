/** What stands between the values of a line. */
export type Separator = 'comma' | 'semicolon' | 'tab' | 'bar' | 'full-width comma' | 'spaces'

export const MARKS: Readonly<Record<Separator, string>> = {
  tab: '\t',
  semicolon: ';',
  bar: '|',
  'full-width comma': '，',
  comma: ',',
  spaces: ' ',
}

/**
 * A text cut into records of cells. It keeps positions in the text, eight bytes a cell, and gives a cell's text when
 * asked: a table of 10 MB may have millions of them.
 */
export interface Grid {
  /** Number of records. Lines without a value are none. */
  count: number
  /** The record that names the columns, where the text itself tells. */
  header?: number
  /** How many blank lines stand between the records from this one on. */
  blankLinesFrom(record: number): number
  /** How many cells a record has. */
  width(record: number): number
  /** The line that a record starts on, from 1. */
  line(record: number): number
  /** Text of a cell without spaces around it and without its quotes; '' beyond the end of the record. */
  cell(record: number, column: number): string
  /** The column, from 0, whose double quote is not closed or is followed by something else; -1 for none. */
  strayQuote(record: number): number
}

/**
 * Cuts a text into records after RFC 4180. A quote inside a bare cell is part of it, as in 5" pipe; one that opens a
 * cell and has no proper end is reported, and its line is read as if it were bare.
 *
 * @param text the whole text
 * @param separator what stands between cells
 * @param most how many records to read, for a sample
 */
export function cutIntoCells(text: string, separator: Separator, most = Infinity): Grid {
  const mark = MARKS[separator].charCodeAt(0)
  const isSpaced = separator === 'spaces'
  const bounds = new Integers() // start and end of each cell; a negative start is that of a quoted one
  const firsts = new Integers() // the first cell of each record
  const lines = new Integers()
  const blanks = new Integers() // how many blank lines stand above each record
  const strays = new Map<number, number>()
  let blankLines = 0
  let pendingBlank = 0
  let position = text.charCodeAt(0) === 0xfeff ? 1 : 0
  let line = 1

  const isEnd = (at: number) => at >= text.length || isLineBreak(text.charCodeAt(at))

  const isWhole = most === Infinity
  while (position < text.length && (isWhole || (firsts.length < most && position < SAMPLED))) {
    const startLine = line
    const first = bounds.length
    let isBlank = true
    let stray = -1
    for (;;) {
      while (isSpace(text.charCodeAt(position)) && text.charCodeAt(position) !== mark) position++
      if (isSpaced) while (text.charCodeAt(position) === mark) position++
      if (isSpaced && isEnd(position) && bounds.length > first) break // spaces at the end of a line
      let end = -1
      if (text.charCodeAt(position) === QUOTE) {
        const close = closingQuote(position + 1)
        let after = close + 1
        while (isSpace(text.charCodeAt(after)) && text.charCodeAt(after) !== mark) after++
        if (close >= 0 && (isEnd(after) || text.charCodeAt(after) === mark)) {
          bounds.push(-position - 2)
          bounds.push(close)
          line += lineBreaks(position + 1, close)
          isBlank = false
          end = after
        } else if (stray < 0) {
          stray = (bounds.length - first) / 2
        }
      }
      if (end < 0) {
        const start = position
        for (; position < text.length; position++) {
          const code = text.charCodeAt(position)
          if (code === mark || code === 10 || code === 13) break
        }
        bounds.push(start)
        bounds.push(position)
        if (position > start) isBlank = false
        end = position
      }
      position = end
      if (text.charCodeAt(position) !== mark || position >= text.length) break
      position++
    }
    if (text.charCodeAt(position) === 13 && text.charCodeAt(position + 1) === 10) position++
    position++
    line++
    if (isBlank) {
      bounds.length = first
      pendingBlank++
      continue
    }
    blankLines += pendingBlank // blank lines at the end are not worth a word
    pendingBlank = 0
    if (stray >= 0) strays.set(firsts.length, stray)
    firsts.push(first / 2)
    blanks.push(blankLines)
    lines.push(startLine)
  }
  firsts.push(bounds.length / 2)

  /**
   * The quote that closes a cell; negative if none does. The time for all cells grows with the text: a search that runs
   * past another cell's opening quote has found it doubled, so that the search from there ends at once.
   */
  function closingQuote(from: number): number {
    for (let close = from; close < text.length; close++) {
      if (text.charCodeAt(close) !== QUOTE) continue
      if (text.charCodeAt(close + 1) !== QUOTE) return close
      close++
    }
    return -1
  }

  function lineBreaks(from: number, to: number): number {
    let count = 0
    for (let i = from; i < to; i++) {
      const code = text.charCodeAt(i)
      if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) count++
    }
    return count
  }

  const width = (record: number) => firsts.at(record + 1) - firsts.at(record)
  return {
    count: firsts.length - 1,
    blankLinesFrom: (record) =>
      blankLines - (record < lines.length ? blanks.at(record) : blankLines),
    width,
    line: (record) => lines.at(record),
    cell(record, column) {
      if (column >= width(record)) return ''
      const index = 2 * (firsts.at(record) + column)
      const start = bounds.at(index)
      const end = bounds.at(index + 1)
      if (start >= 0) return text.slice(start, end).trim()
      return text
        .slice(-start - 1, end)
        .replaceAll('""', '"')
        .trim()
    },
    strayQuote: (record) => strays.get(record) ?? -1,
  }
}

const QUOTE = 34
/** A sample begins no record behind so many characters. */
const SAMPLED = 500_000
const isLineBreak = (code: number) => code === 10 || code === 13
const isSpace = (code: number) => code === 32 || code === 9 || code === 0xa0

/** A list of integers that grows, at four bytes each. */
class Integers {
  #values = new Int32Array(1024)
  length = 0

  push(value: number) {
    if (this.length === this.#values.length) {
      const larger = new Int32Array(2 * this.#values.length)
      larger.set(this.#values)
      this.#values = larger
    }
    this.#values[this.length++] = value
  }

  at(index: number): number {
    return this.#values[index]
  }
}
