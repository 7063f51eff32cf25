import type { Column } from './columns.ts'
import type { Grid } from './grid.ts'
import type { Layout } from './layout.ts'
import type { Choices } from './reading.ts'

/** A table whose columns are known, and what the reader has decided about it. */
export interface Table {
  grid: Grid
  layout: Layout
  columns: readonly Column[]
  /** The different words of a column. */
  levelsAt(position: number): readonly string[]
  choices: Choices
}
