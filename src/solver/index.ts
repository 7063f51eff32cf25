export type { Fit, FitOptions, Matrix, MatrixLike, VectorLike } from './fit.ts'
export { softThreshold } from './softThreshold.ts'
