// What a program finds in a code cell of the course.
declare module 'data/*' {
  import type { NumericTable } from 'shrinkage'
  const table: NumericTable
  export default table
}

declare function print(...values: unknown[]): void
declare function table(
  columns: Readonly<Record<string, ArrayLike<unknown>>>,
): void
