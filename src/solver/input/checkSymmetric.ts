import { ShrinkageError } from './errors.ts'
import type { Matrix } from '../fit.ts'

/** Refuses a matrix that is not square, or not symmetric up to rounding. */
export function checkSymmetric({ rows, columns, data }: Matrix, name: string): void {
  if (rows !== columns) {
    throw new ShrinkageError(
      'length-mismatch',
      `${name} has ${rows} rows and ${columns} columns; expected as many columns as rows.`,
      { name, given: columns, expected: rows },
    )
  }
  let largest = 0
  for (let k = 0; k < data.length; k++) largest = Math.max(largest, Math.abs(data[k]))
  for (let j = 0; j < columns; j++) {
    for (let i = 0; i < j; i++) {
      const upper = data[j * rows + i]
      const lower = data[i * rows + j]
      if (Math.abs(upper - lower) <= 1e-12 * largest) continue
      throw new ShrinkageError(
        'out-of-range',
        `${name}[${i}][${j}] is ${upper} but ${name}[${j}][${i}] is ${lower}; expected a symmetric ${name}.`,
        { name, row: i, column: j, given: upper, expected: lower },
      )
    }
  }
}
