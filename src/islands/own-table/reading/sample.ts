import type { Grid } from './grid.ts'

/* The first records of a table, which tell how it is laid out. */

/** How many they are. */
export const SAMPLE = 200

/** The commonest number of cells in a record, and how many of the records have it. */
export function usualWidth(grid: Grid): { width: number; share: number } {
  const counts = new Map<number, number>()
  const count = Math.min(grid.count, SAMPLE)
  for (let record = isSeparatorLine(grid) ? 1 : 0; record < count; record++) {
    counts.set(grid.width(record), (counts.get(grid.width(record)) ?? 0) + 1)
  }
  const [[width, times] = [0, 0]] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])
  return { width, share: times / Math.max(count, 1) }
}

/** The first cells of a record, shortened, to be shown. */
export const cellsOf = (grid: Grid, record: number) =>
  Array.from({ length: Math.min(grid.width(record), 6) }, (_, k) =>
    grid.cell(record, k).slice(0, 20),
  )

/** Whether the first line names the separator, as Excel writes and reads it. */
export const isSeparatorLine = (grid: Grid) => grid.count > 0 && /^sep=/i.test(grid.cell(0, 0))
