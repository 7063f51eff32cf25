import { kernels } from '../../algebra/kernels/kernels.ts'
import type { Product } from '../../algebra/lanczos.ts'
import type { Problem } from '../../problem/problem.ts'

/** Products of XᵀX with vectors, when it is not known in advance how many. */
export interface GramProduct {
  /** out = XᵀXv. */
  times: Product
  /** Announces about how many more products will be needed. */
  expect(count: number): void
}

/** Multiplies by two passes over X while few more products are expected, and by XᵀX as soon as forming it pays. */
export function gramProduct(problem: Problem): GramProduct {
  const { X, rows, columns, workspace } = problem
  const members = Int32Array.from({ length: columns }, (_, j) => j)
  let gram: Float64Array | null = null
  return {
    times: (v, out) => {
      if (gram === null) {
        const fitted = workspace.scratch(rows)
        kernels.combine(X, rows, members, columns, v, fitted)
        kernels.transposeTimes(X, rows, columns, fitted, out)
      } else {
        kernels.transposeTimes(gram, columns, columns, v, out)
      }
    },
    expect: (count) => {
      if (gram !== null || columns > rows) return
      // np²/2 multiplications once, and p² for each product instead of 2np.
      const saving = count * (2 * rows - columns) * columns
      if (saving * kernels.gramSpeed <= (rows * columns * columns) / 2) return
      gram = workspace.allocate(columns * columns)
      kernels.gram(X, rows, columns, gram)
    },
  }
}
