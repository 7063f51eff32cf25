import { cutIntoCells, type Grid } from './grid.ts'

/** So many records are searched for the delimiter row. */
const SEARCHED = 20

/** Stands for a bar within a cell while the text is cut: a character for private use. */
const BAR = '\ue000'

/**
 * Cuts a Markdown table as GitHub reads it: with a delimiter row such as `|---|:-:|` below its names. Bars at the ends of
 * a row are optional, `\|` is a bar within a cell, and quotes have no meaning.
 *
 * @param text the whole text
 * @returns the table without its delimiter row; undefined if there is none
 * @example
 * cutMarkdown('| a | b |\n|---|--:|\n| 1 | 2 |')?.cell(1, 1) // '2'
 */
export function cutMarkdown(text: string): Grid | undefined {
  const escaped = text.replaceAll('\\|', BAR)
  const delimiter = delimiterRow(cutIntoCells(escaped, 'bar', SEARCHED))
  if (delimiter === undefined) return undefined
  const whole = cutIntoCells(escaped, 'bar')
  const rows = withoutOuterBars(whole)
  /** The record of the text. */
  const at = (record: number) => (record < delimiter ? record : record + 1)
  return {
    count: whole.count - 1,
    header: delimiter - 1,
    blankLinesFrom: (record) => whole.blankLinesFrom(at(record)),
    width: (record) => rows.width(at(record)),
    line: (record) => whole.line(at(record)),
    cell: (record, column) => rows.cell(at(record), column).replaceAll(BAR, '|'),
    strayQuote: () => -1,
  }
}

/** The first record of dashes alone below one of as many names. */
function delimiterRow(grid: Grid): number | undefined {
  const { width, cell } = withoutOuterBars(grid)
  const isDelimiter = (record: number) => {
    const cells = Array.from({ length: width(record) }, (_, k) => cell(record, k))
    // Between other cells, a single dash is a missing value.
    const hasSign = grid.cell(record, 0) === '' || cells.some((dashes) => dashes.length > 1)
    return grid.width(record) > 1 && hasSign && cells.every((dashes) => /^:?-+:?$/.test(dashes))
  }
  for (let record = 1; record < grid.count; record++) {
    if (width(record) === width(record - 1) && isDelimiter(record)) return record
  }
  return undefined
}

/** The cells of each record between the bars at its ends. */
function withoutOuterBars(grid: Grid): Pick<Grid, 'width' | 'cell'> {
  const isBar = (record: number, column: number) =>
    grid.width(record) > 1 && grid.cell(record, column) === ''
  const first = (record: number) => (isBar(record, 0) ? 1 : 0)
  const width = (record: number) => {
    const all = grid.width(record)
    return all - first(record) - (isBar(record, all - 1) ? 1 : 0)
  }
  return {
    width,
    cell: (record, column) =>
      column < width(record) ? grid.cell(record, column + first(record)) : '',
  }
}
