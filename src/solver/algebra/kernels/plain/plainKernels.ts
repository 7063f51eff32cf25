import { heapWorkspace } from '../../workspace.ts'
import type { Kernels } from '../types.ts'
import { columnProducts, combine, gram, transposeTimes, transposeTimesAt } from './products.ts'
import { axpy, dot, solveLower, solveLowerTransposed, squares } from './vectors.ts'

/** The kernels in plain TypeScript: always available, and the reference for every other set. */
export const plainKernels: Kernels = {
  dot,
  squares,
  axpy,
  transposeTimes,
  columnProducts,
  transposeTimesAt,
  combine,
  solveLower,
  solveLowerTransposed,
  gram,
  gramSpeed: 1,
  workspace: heapWorkspace,
}
