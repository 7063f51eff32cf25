export type { Fit, FitOptions, Matrix, MatrixLike, VectorLike } from './fit.ts'
export type { ErrorCode } from './errors.ts'
export { ShrinkageError } from './errors.ts'

// Models
export * from './linear/index.ts'
export * from './group/index.ts'
export * from './logistic/index.ts'
export type { BridgeSolution, PlaneQuadratic } from './bridge.ts'
export { bridge } from './bridge.ts'

// What belongs to them
export * from './selection/index.ts'
export * from './optimisers/index.ts'
export * from './proximal/index.ts'
export * from './bayes/index.ts'
export type { ConvertedPenalty } from './conventions.ts'
export type { Convention } from './conventionTable.ts'
export { convertPenalty } from './conventions.ts'

// Data
export * from './data/index.ts'
export type { Standardized } from './standardize.ts'
export { standardize } from './standardize.ts'
export { toMatrix } from './algebra/matrix.ts'
export type { Random } from './random.ts'
export { seededRandom } from './random.ts'

// Speed
export { loadFastKernels } from './algebra/fastKernels.ts'
