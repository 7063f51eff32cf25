import type { Kernels } from '../kernels.ts'
import { gram } from './gram.ts'
import { combine, crossProducts, transposeTimes, transposeTimesAt } from './products.ts'
import { solveLower, solveLowerTransposed } from './triangular.ts'
import { axpy, dot, squares } from './vectors.ts'

/** The kernels in plain TypeScript: always there, and what every other set is tested against. */
export const plainKernels: Kernels = {
  dot,
  squares,
  axpy,
  transposeTimes,
  transposeTimesAt,
  combine,
  crossProducts,
  solveLower,
  solveLowerTransposed,
  gram,
  arena: () => null,
}
