import { kernels } from '../../algebra/kernels/kernels.ts'
import type { Product } from '../../algebra/lanczos.ts'
import type { Problem } from '../../problem/problem.ts'
import { roomForFitted } from '../../problem/residual.ts'

/** The matrix XᵀX, for products with vectors; how many is not known before. */
export interface GramProduct {
  /** out = XᵀXv. */
  times: Product
  /** Says about how many more products will be asked for. */
  foresee(count: number): void
}

/** Multiplies by two passes over X while few more products are foreseen, and by XᵀX as soon as forming it pays. */
export function gramProduct(problem: Problem): GramProduct {
  const { X, rows, columns, allocate } = problem
  const fitted = roomForFitted(problem)
  const members = Int32Array.from({ length: columns }, (_, j) => j)
  let gram: Float64Array | null = null
  return {
    times: (v, out) => {
      if (gram === null) {
        kernels.combine(X, rows, members, columns, v, fitted)
        kernels.transposeTimes(X, rows, columns, fitted, out)
      } else {
        kernels.combine(gram, columns, members, columns, v, out)
      }
    },
    foresee: (count) => {
      if (gram !== null || columns > rows) return
      // np²/2 multiplications once, and p² for each product instead of 2np.
      const saving = count * (2 * rows - columns) * columns
      if (saving <= (rows * columns * columns) / 2) return
      gram = allocate(columns * columns)
      kernels.gram(X, rows, columns, gram)
    },
  }
}
