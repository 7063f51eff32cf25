import { readDate, type DateOrder } from './cells/date.ts'
import { isGap, isNumberGap } from './cells/gap.ts'
import { readNumber, type Decimal } from './cells/number.ts'
import type { Grid } from './grid.ts'
import type { Layout } from './layout.ts'
import type { ColumnType } from './reading.ts'

/** More different words are no categories, and columns of 0 and 1 for them no help. */
export const MOST_LEVELS = 50

/** A column of the table as its cells show it. */
export interface Column {
  /** Its position in the text, from 0. */
  position: number
  name: string
  type: ColumnType
  /** Whether the name was made here. */
  isNamedHere: boolean
  /** How many cells have a number, a date, something else. */
  numbers: number
  dates: number
  words: number
  /** Under which decimal marks its numbers are numbers; 'open' if under both, and they differ. */
  mark: Decimal | 'open' | 'both' | 'none'
  /** Whether some of its numbers have no mark at all. */
  hasPlain: boolean
  /** A number of each kind, for questions. */
  examples: Partial<Record<Decimal | 'open', string>>
  /** How many cells have each unit; '' is none. */
  units: Map<string, number>
  /** The orders in which all its dates are dates. */
  orders: DateOrder[]
  /** Whether it holds 1, 2, 3 … or 0, 1, 2 …. */
  isCount: boolean
  /** A number such as -999 that lies far from all others, and may stand for a missing value. */
  sentinel: { value: string; count: number } | undefined
  /** The first values. */
  samples: string[]
}

const SENTINEL = /^(-99|-999|-9999|-99999|999|9999|99999)([.,]0+)?$/

/** Looks through all cells of the rows that have the right length. */
export function describeColumns(grid: Grid, { names, start }: Layout): Column[] {
  const tallies = names.map((_, position) => new Tally(position))
  for (let record = start; record < grid.count; record++) {
    if (!isRegular(grid, record, names.length)) continue
    for (let k = 0; k < names.length; k++) tallies[k].add(grid.cell(record, k))
  }
  const unique = uniqueNames(names, tallies)
  return tallies.map((tally, k) => tally.column(unique[k], names[k]))
}

/** Whether a row has as many cells as there are columns; empty ones may follow. */
export function isRegular(grid: Grid, record: number, columns: number): boolean {
  const width = grid.width(record)
  if (width < columns || grid.strayQuote(record) >= 0) return false
  for (let k = columns; k < width; k++) if (grid.cell(record, k) !== '') return false
  return true
}

class Tally {
  readonly #position: number
  #numbers = 0
  #dates = 0
  #words = 0
  #codes = 0
  #isCount = true
  #hasPlain = false
  #first = NaN
  readonly #marks = { point: 0, comma: 0, open: 0 }
  readonly #examples: Column['examples'] = {}
  readonly #units = new Map<string, number>()
  readonly #orders = { ymd: 0, dmy: 0, mdy: 0 }
  #sentinels: Map<string, number> | undefined
  #least = Infinity
  #greatest = -Infinity
  readonly #samples: string[] = []

  constructor(position: number) {
    this.#position = position
  }

  add(text: string) {
    const before = this.#numbers
    const isMissing = isGap(text)
    const isRead = isMissing || this.#addDate(text) || this.#addNumber(text)
    if (!isRead && !isNumberGap(text)) this.#words++
    if (this.#numbers === before) this.#isCount = false
    if (this.#samples.length < 3 && !isMissing) {
      const short = text.slice(0, 40)
      if (!this.#samples.includes(short)) this.#samples.push(short)
    }
  }

  #addDate(text: string): boolean {
    const dates = readDate(text)
    if (dates === undefined) return false
    this.#dates++
    for (const order of Object.keys(dates) as DateOrder[]) this.#orders[order]++
    return true
  }

  #addNumber(text: string): boolean {
    const number = readNumber(text)
    if (number === undefined) return false
    const { point, comma, unit, isCode } = number
    const value = Number(point ?? comma)
    if (this.#numbers === 0) this.#first = value
    if (value !== this.#first + this.#numbers) this.#isCount = false
    this.#numbers++
    if (isCode) this.#codes++
    if (this.#units.size < 10) this.#units.set(unit, (this.#units.get(unit) ?? 0) + 1)
    if (SENTINEL.test(text)) {
      this.#sentinels ??= new Map()
      this.#sentinels.set(text, (this.#sentinels.get(text) ?? 0) + 1)
    } else {
      this.#least = Math.min(this.#least, value)
      this.#greatest = Math.max(this.#greatest, value)
    }
    if (point === comma) {
      this.#hasPlain = true
      return true
    }
    const kind = point === undefined ? 'comma' : comma === undefined ? 'point' : 'open'
    this.#marks[kind]++
    this.#examples[kind] ??= text.slice(0, 40)
    return true
  }

  column(name: string, given: string): Column {
    const { point, comma, open } = this.#marks
    const mark = point > 0 ? (comma > 0 ? 'both' : 'point') : comma > 0 ? 'comma' : open > 0 ? 'open' : 'none' // prettier-ignore
    const dates = this.#dates
    return {
      position: this.#position,
      name,
      type: this.#type(given),
      isNamedHere: name !== given && this.#type(given) !== 'row names',
      numbers: this.#numbers,
      dates,
      words: this.#words,
      mark,
      hasPlain: this.#hasPlain,
      examples: this.#examples,
      units: this.#units,
      orders: (['ymd', 'dmy', 'mdy'] as const).filter((order) => this.#orders[order] === dates),
      isCount: this.#isCount && this.#numbers > 2 && (this.#first === 0 || this.#first === 1),
      sentinel: this.#sentinel(),
      samples: this.#samples,
    }
  }

  #type(given: string): ColumnType {
    const [numbers, dates, words] = [this.#numbers, this.#dates, this.#words]
    if (numbers + dates + words === 0) return 'empty'
    if (given === '' && this.#position === 0) return 'row names'
    if (dates > numbers + words) return 'date'
    if (numbers < dates + words || this.#units.size > 5) return 'words'
    return this.#codes > 0 ? 'code' : 'number'
  }

  #sentinel(): Column['sentinel'] {
    if (this.#sentinels?.size !== 1) return undefined
    const [[value, count]] = this.#sentinels
    const number = parseFloat(value)
    const isFar = number < 0 ? this.#least >= 0 : this.#greatest < number / 5
    return isFar && this.#numbers > count ? { value, count } : undefined
  }
}

/** A different name for each column: those without one and those of earlier columns get a number. */
function uniqueNames(names: readonly string[], { length }: { length: number }): string[] {
  const taken = new Set(names)
  const seen = new Set<string>()
  return Array.from({ length }, (_, k) => {
    const name = names[k]
    if (name !== '' && !seen.has(name)) {
      seen.add(name)
      return name
    }
    const stem = name === '' ? `c${k + 1}` : `${name}_${k + 1}`
    let made = stem
    for (let n = 2; taken.has(made); n++) made = `${stem}_${n}`
    taken.add(made)
    seen.add(made)
    return made
  })
}

/** The different words of a column, at most one more than are of use. */
export function levelsOf(grid: Grid, { start, names }: Layout, column: number): string[] {
  const levels = new Set<string>()
  for (let record = start; record < grid.count && levels.size <= MOST_LEVELS; record++) {
    const text = grid.cell(record, column)
    if (!isGap(text) && isRegular(grid, record, names.length)) levels.add(text)
  }
  return [...levels]
}
