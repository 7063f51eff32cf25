import { kernels } from '../algebra/kernels.ts'
import type { Product } from '../algebra/lanczos.ts'
import type { Problem } from './problem.ts'

/**
 * v ↦ XᵀXv: by two passes over X until these have cost as much as forming XᵀX, then, if n ≥ p, by XᵀX.
 *
 * Few products are cheapest by X and many by XᵀX. Whatever their number turns out to be, this costs no more than twice
 * what the better of the two would have.
 */
export function gramProduct({ X, rows, columns, fitted, allocate }: Problem): Product {
  const members = Int32Array.from({ length: columns }, (_, j) => j)
  // A product by X takes 2np multiplications, XᵀX np²/2.
  const enough = columns <= rows ? columns / 4 : Infinity
  let gram: Float64Array | null = null
  let products = 0
  return (v, out) => {
    if (gram === null && products++ >= enough) {
      gram = allocate(columns * columns)
      kernels.gram(X, rows, columns, gram)
    }
    if (gram !== null) {
      kernels.transposeTimes(gram, columns, columns, v, out)
    } else {
      kernels.combine(X, rows, members, columns, v, fitted)
      kernels.transposeTimes(X, rows, columns, fitted, out)
    }
  }
}
