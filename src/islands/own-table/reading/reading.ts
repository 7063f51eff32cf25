import type { Decimal } from './cells/number.ts'
import type { Encoding } from './encoding.ts'
import type { Separator } from './grid.ts'

/** What the reader makes of a column. Dates become days since the first, by the order of their parts. */
export type Use = 'number' | 'dummies' | 'ymd' | 'dmy' | 'mdy' | 'out'

/** What the reader has decided about one column. */
export interface ColumnChoices {
  use?: Use
  /** Its decimal mark, where that is open. */
  decimal?: Decimal
  /** Whether cells with another unit than most are read alike, or are faults. */
  units?: 'ignored' | 'kept'
  /** Whether a suspicious number, such as -999, stands for a missing value. */
  sentinel?: 'missing' | 'number'
}

/** What the reader has decided. A table is a function of its source and of these alone, so undoing is going back. */
export interface Choices {
  encoding?: Encoding
  separator?: Separator
  /** The record that names the columns, from 0; records above it are skipped. */
  header?: number | 'none'
  /** Which column has no name, where there is one name too few. */
  unnamed?: 'first' | 'last'
  /** The decimal mark of all columns where it is open. */
  decimal?: Decimal
  /** Whether rows with missing values are left out. */
  gaps?: 'out'
  /** Whether rows with faults are left out. */
  faults?: 'out'
  /** By the position of the column, from 0. */
  columns?: Readonly<Record<number, ColumnChoices>>
}

/** The type that a column was found to have. */
export type ColumnType = 'number' | 'words' | 'date' | 'code' | 'empty' | 'row names'

/** One thing that cannot be read, with its place. */
export interface Fault {
  code: 'not-numeric' | 'not-finite' | 'too-long' | 'unit' | 'length' | 'quote'
  /** Line of the text, from 1. */
  line: number
  /** Column, from 1, and its name; a row of the wrong length has none. */
  column?: number
  name?: string
  /** The beginning of the value, or how many values a row has. */
  given: string | number
  /** How many values were expected, or which unit. */
  expected?: string | number
}

/** Something that was decided without the reader, or by them. */
export type Note =
  | { code: 'encoding'; encoding: Encoding }
  | { code: 'separator'; separator: Separator }
  | { code: 'decimal'; decimal: Decimal; examples: readonly (readonly [string, string])[] }
  | { code: 'no-header' | 'blank-lines' | 'gaps-out' | 'faults-out'; count: number }
  | { code: 'skipped'; count: number }
  | { code: 'unit'; name: string; unit: string }
  | {
      code:
        'row-names' | 'empty-columns' | 'named' | 'left-out' | 'counts-rows' | 'dummies' | 'days'
      names: readonly string[]
      count: number
    }

/** One answer to a question: its words come from its code and facts. */
export interface Option {
  code:
    | 'encoding'
    | 'separator'
    | 'header'
    | 'no-header'
    | 'unnamed'
    | 'decimal'
    | 'gaps'
    | 'faults'
    | 'column-out'
    | 'columns-out'
    | 'columns-dummies'
    | 'use'
    | 'units'
    | 'sentinel'
  /** What the answer looks like, taken from the table. */
  sample?: string
  name?: string
  count?: number
  choices: Choices
}

/** What cannot be decided without the reader. */
export interface Question {
  code:
    | 'encoding'
    | 'separator'
    | 'header'
    | 'unnamed'
    | 'decimal'
    | 'words'
    | 'date'
    | 'code'
    | 'units'
    | 'sentinel'
    | 'columns'
    | 'gaps'
    | 'faults'
  name?: string
  count?: number
  /** Values that show what the question is about. */
  samples?: readonly string[]
  options: readonly Option[]
}

/** Why there is no table, beyond what questions and faults say. */
export type Refusal =
  | {
      code: 'workbook' | 'binary' | 'empty' | 'no-rows' | 'none-left' | 'one-column' | 'name-taken'
    }
  | { code: 'too-large'; megabytes: string }
  | { code: 'too-many' | 'too-many-columns'; count: number }

/** A column as the preview shows it. */
export interface ColumnView {
  /** Its position in the text, from 0. */
  position: number
  name: string
  type: ColumnType
  use: Use | undefined
  uses: readonly Use[]
  /** How many different words it holds. */
  levels?: number
}

/** The reader's table as programs get it. */
export interface NumbersTable {
  columns: readonly string[]
  rows: number
  /** The first rows, as text. */
  first: readonly (readonly string[])[]
  /** Names of columns that were left out. */
  leftOut: readonly string[]
  csv: string
}

/** How far a source has been read. */
export interface Reading {
  /** How the text was cut, as far as that is known. */
  settings: Pick<Choices, 'encoding' | 'separator' | 'header' | 'decimal'>
  notes: readonly Note[]
  questions: readonly Question[]
  /** The first faults. */
  faults: readonly Fault[]
  faultCount: number
  refusal?: Refusal
  preview?: {
    columns: readonly ColumnView[]
    count: number
    total: number
    rows: readonly (readonly string[])[]
  }
  table?: NumbersTable
}

/** Choices with further ones. What a new encoding or separator makes meaningless is dropped. */
export function choose(before: Choices, more: Choices): Choices {
  if (more.encoding !== undefined) return more
  if (more.separator !== undefined) {
    return { ...(before.encoding !== undefined && { encoding: before.encoding }), ...more }
  }
  const columns: Record<number, ColumnChoices> = {}
  for (const [key, { decimal, ...choice }] of Object.entries(before.columns ?? {})) {
    const isOverruled = decimal === undefined || more.decimal !== undefined
    columns[Number(key)] = isOverruled ? choice : { ...choice, decimal }
  }
  for (const [key, choice] of Object.entries(more.columns ?? {})) {
    columns[Number(key)] = { ...columns[Number(key)], ...choice }
  }
  return { ...before, ...more, columns }
}
