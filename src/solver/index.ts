export type {
  Fit,
  FitOptions,
  Label,
  Matrix,
  MatrixLike,
  MethodName,
  Model,
  Path,
  VectorLike,
} from './fit.ts'
export type { ErrorCode, ErrorFacts, PlainValue, Place } from './input/errors.ts'
export { ShrinkageError } from './input/errors.ts'
export type { Labels } from './input/labels.ts'

// Models
export * from './models/linear/index.ts'
export * from './models/group/index.ts'
export * from './models/logistic/index.ts'
export type { BridgeSolution } from './models/bridge.ts'
export { bridge } from './models/bridge.ts'

// Around the models
export * from './prediction/index.ts'
export * from './selection/index.ts'
export * from './optimizers/index.ts'
export * from './proximal/index.ts'
export * from './bayes/index.ts'
export type { ConvertedPenalty } from './conventions/conventions.ts'
export type { LossName } from './conventions/convention.ts'
export type { Convention } from './conventions/conventionTable.ts'
export { convertPenalty } from './conventions/conventions.ts'

// Data
export * from './data/index.ts'
export type { Standardized } from './data/standardize.ts'
export { standardize } from './data/standardize.ts'
export { toMatrix } from './input/matrix.ts'
export type { Random } from './data/random.ts'
export { seededRandom } from './data/random.ts'

// Speed
export { loadFastKernels } from './algebra/kernels/fastKernels.ts'
