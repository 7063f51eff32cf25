import { readDate } from './cells/date.ts'
import { isGap, isNumberGap } from './cells/gap.ts'
import { isHeld, LONGEST, readNumber, type Decimal } from './cells/number.ts'
import { isRegular, type Column } from './columns.ts'
import type { Grid } from './grid.ts'
import type { Layout } from './layout.ts'
import type { Choices, Fault, Use } from './reading.ts'

/** How many faults are listed one by one, and how many lines a sentence names. */
const LISTED = 100
const NAMED = 5

/** Rows that have something missing, or something that cannot be read. */
export interface Incomplete {
  rows: number
  /** How many such cells each column has, by its position. */
  byColumn: Map<number, number>
  /** The first of their lines. */
  lines: number[]
}

/** The rows of a table, looked through cell by cell. */
export interface RowsRead {
  count: number
  /** How many rows the reader's choices leave. */
  kept: number
  isKept(record: number): boolean
  faults: Incomplete
  gaps: Incomplete
  /** The first faults, one by one. */
  listed: Fault[]
  faultCount: number
  /** A cell as it is read, or as it is written where it is not. */
  cellText(record: number, position: number): string
  /** A cell of a column as programs get it; undefined if it cannot be read. */
  valueText(text: string, position: number): string | undefined
}

/** What a cell is: text for programs, a missing value, a fault, or not decided yet. */
type Read = { value: string } | { fault: Pick<Fault, 'code' | 'expected'> } | 'gap' | 'open'

export function readRows({
  grid,
  layout: { start, names },
  columns,
  uses,
  marks,
  choices,
}: {
  grid: Grid
  layout: Layout
  columns: readonly Column[]
  uses: readonly (Use | undefined)[]
  /** The decimal mark of each column. */
  marks: readonly (Decimal | undefined)[]
  choices: Choices
}): RowsRead {
  const count = grid.count - start
  const isOut = new Uint8Array(count)
  const faults: Incomplete = { rows: 0, byColumn: new Map(), lines: [] }
  const gaps: Incomplete = { rows: 0, byColumn: new Map(), lines: [] }
  const listed: Fault[] = []
  let faultCount = 0
  let kept = 0
  const readers = columns.map((column) =>
    cellReader(column, uses[column.position], marks[column.position], choices),
  )
  const used = columns.filter(({ position }) => ![undefined, 'out'].includes(uses[position]))

  const list = (fault: Fault) => {
    faultCount++
    if (listed.length < LISTED) listed.push(fault)
  }
  const mark = (kind: Incomplete, line: number) => {
    kind.rows++
    if (kind.lines.length < NAMED) kind.lines.push(line)
  }

  for (let record = start; record < grid.count; record++) {
    const line = grid.line(record)
    if (!isRegular(grid, record, names.length)) {
      list(rowFault(grid, record, names))
      mark(faults, line)
      isOut[record - start] = choices.faults === 'out' ? 1 : 0
      continue
    }
    let hasFault = false
    let hasGap = false
    for (const { position, name } of used) {
      const text = grid.cell(record, position)
      const read = readers[position](text)
      if (read === 'gap') {
        hasGap = true
        gaps.byColumn.set(position, (gaps.byColumn.get(position) ?? 0) + 1)
      } else if (read !== 'open' && 'fault' in read) {
        hasFault = true
        faults.byColumn.set(position, (faults.byColumn.get(position) ?? 0) + 1)
        list({ ...read.fault, line, column: position + 1, name, given: text.slice(0, 40) })
      }
    }
    if (hasFault) mark(faults, line)
    if (hasGap) mark(gaps, line)
    const isLeftOut = (hasFault && choices.faults === 'out') || (hasGap && choices.gaps === 'out')
    isOut[record - start] = isLeftOut ? 1 : 0
  }
  for (const out of isOut) kept += 1 - out

  const valueText = (text: string, position: number) => {
    const read = readers[position](text)
    return typeof read === 'object' && 'value' in read ? read.value : undefined
  }
  return {
    count,
    kept,
    isKept: (record) => isOut[record - start] === 0,
    faults,
    gaps,
    listed,
    faultCount,
    cellText(record, position) {
      const text = grid.cell(record, position)
      return isRegular(grid, record, names.length) ? (valueText(text, position) ?? text) : text
    },
    valueText,
  }
}

function rowFault(grid: Grid, record: number, names: readonly string[]): Fault {
  const line = grid.line(record)
  const stray = grid.strayQuote(record)
  if (stray < 0) return { code: 'length', line, given: grid.width(record), expected: names.length }
  const name = names[stray]
  const given = grid.cell(record, stray).slice(0, 40)
  return { code: 'quote', line, column: stray + 1, ...(name && { name }), given }
}

/** How the cells of a column are read. */
function cellReader(
  column: Column,
  use: Use | undefined,
  decimal: Decimal | undefined,
  choices: Choices,
): (text: string) => Read {
  const { units, sentinel } = choices.columns?.[column.position] ?? {}
  if (use === undefined || use === 'out') return () => 'open'
  if (use === 'dummies') return (text) => (isGap(text) ? 'gap' : { value: text })
  if (use !== 'number') {
    return (text) => {
      if (isNumberGap(text)) return 'gap'
      const day = readDate(text)?.[use]
      return day === undefined ? { fault: { code: 'not-numeric' } } : { value: String(day) }
    }
  }
  const unit = usualUnit(column.units)
  const missing = sentinel === 'missing' ? column.sentinel?.value : undefined
  return (text) => {
    if (isNumberGap(text) || text === missing) return 'gap'
    const number = readNumber(text)
    if (!number) return { fault: { code: text.length > LONGEST ? 'too-long' : 'not-numeric' } }
    if (decimal === undefined && number.point !== number.comma) return 'open'
    const value = number[decimal ?? 'point']
    if (value === undefined) return { fault: { code: 'not-numeric' } }
    if (number.unit !== unit && units === 'kept') {
      return { fault: { code: 'unit', expected: unit } }
    }
    return isHeld(value) ? { value } : { fault: { code: 'not-finite' } }
  }
}

/** The unit that most cells have. */
export function usualUnit(units: ReadonlyMap<string, number>): string {
  const [[unit] = ['']] = [...units].sort((a, b) => b[1] - a[1])
  return unit
}
