import { kernels } from '../algebra/kernels/kernels.ts'
import { allocateFromPool, type Workspace } from '../algebra/workspace.ts'
import { checkBoolean, checkObject, checkRange, checkVector } from '../input/checks.ts'
import { ShrinkageError } from '../input/errors.ts'
import { entryOf, readMatrix, toMatrix } from '../input/matrix.ts'
import { excludedFeatures, readFeatures } from '../input/options.ts'
import type { FitOptions, Matrix, MatrixLike, VectorLike } from '../fit.ts'
import { powerOfTwoBelow, scaleColumn, type Weights } from './columnScaling.ts'
import { deviationsOf } from './deviations.ts'
import type { Units } from './units.ts'

/**
 * A linear model as the methods see it: minimize ½‖y − Xu‖² + Σ l1_j|u_j| + ½ Σ l2_j u_j².
 *
 * X and y are centred if there is an intercept, scaled by powers of two (which loses no digit) so that no square
 * overflows, and multiplied by the roots of the sample weights; rows of weight 0 are gone. The objective is n times
 * that of a {@link Fit}.
 */
export interface Problem {
  rows: number
  columns: number
  /** Column-major. */
  X: Float64Array
  y: Float64Array
  /** Those of X and y, if they are known; whoever changes X or y has to forget them. */
  products: ColumnProducts | null
  units: Units
  /** Standard deviations of the features if the penalty is that of a standardized design, else null. */
  deviations: Float64Array | null
  /** Holds X and whatever meets X in long loops. */
  workspace: Workspace
}

/** ‖x_j‖² and x_jᵀy of every column. */
export interface ColumnProducts {
  squares: Float64Array
  Xty: Float64Array
}

/**
 * Prepares a problem, works on it, and releases its memory: no array of the problem may be part of the result.
 *
 * @throws ShrinkageError as `prepare`.
 */
export function withProblem<Result>(
  X: MatrixLike,
  y: VectorLike,
  options: FitOptions,
  work: (problem: Problem) => Result,
): Result {
  const problem = prepare(X, y, options)
  try {
    return work(problem)
  } finally {
    problem.workspace.release()
  }
}

/** Checks a design, a response and their weights, and brings them into the form of {@link Problem}. */
export function prepare(X: MatrixLike, y: VectorLike, options: FitOptions): Problem {
  const given = readMatrix(X)
  const response = checkVector(y, 'y', undefined, allocateFromPool)
  if (response.length !== given.rows) {
    throw new ShrinkageError(
      'length-mismatch',
      `X has ${given.rows} rows but y has ${response.length} values; expected one value for each row.`,
      { name: 'y', given: response.length, expected: given.rows },
    )
  }
  const { intercept = true, sampleWeights, standardize = false } = checkObject(options, 'options')
  checkBoolean(intercept, 'intercept')
  checkBoolean(standardize, 'standardize')
  const features = readFeatures(options.features, given.columns)
  const excluded = excludedFeatures(options.penaltyFactors)
  const design = withoutFeatures(given, excluded)
  if (sampleWeights === undefined) {
    const deviations = standardize ? deviationsOf(toMatrix(design), null) : null
    const weights = { roots: null, sum: design.rows }
    const problem = centreAndScale(design, response, weights, intercept)
    return { ...problem, units: { ...problem.units, features, excluded }, deviations }
  }
  const weights = readWeights(sampleWeights, design.rows)
  const kept = [...weights.keys()].filter((i) => weights[i] > 0)
  const roots = Float64Array.from(kept, (i) => Math.sqrt(weights[i]))
  const sum = kept.reduce((total, i) => total + weights[i], 0)
  const values = Float64Array.from(kept, (i) => response[i])
  const matrix = toMatrix(design)
  const deviations = standardize ? deviationsOf(matrix, weights) : null
  const problem = centreAndScale(rowsOf(matrix, kept), values, { roots, sum }, intercept)
  return { ...problem, units: { ...problem.units, features, excluded }, deviations }
}

/** The design with some columns set to 0, so that their coefficients are 0; itself if there are none. */
function withoutFeatures(design: Matrix, excluded: ReadonlySet<number>): Matrix {
  if (excluded.size === 0) return design
  const { rows, columns, data } = toMatrix(design)
  for (const j of excluded) data.fill(0, j * rows, (j + 1) * rows)
  return { rows, columns, data }
}

/**
 * Checks sample weights and divides them by the power of two below the largest, as only their ratios matter: neither
 * their sum nor a product with them can then overflow or vanish.
 */
function readWeights(sampleWeights: VectorLike, rows: number): Float64Array {
  const weights = checkVector(sampleWeights, 'sampleWeights', rows)
  let largest = 0
  weights.forEach((value, i) => {
    largest = Math.max(largest, checkRange(value, { name: 'sampleWeights', index: i }, 0))
  })
  if (largest === 0) {
    throw new ShrinkageError('empty', 'sampleWeights are all 0; expected at least one > 0.', {
      name: 'sampleWeights',
      given: 0,
      least: 0,
    })
  }
  // Below the range of normal numbers every number is a multiple of the smallest.
  const unit = powerOfTwoBelow(largest) || Number.MIN_VALUE
  return weights.map((value) => value / unit)
}

function rowsOf({ rows, columns, data }: Matrix, kept: number[]): Matrix {
  const chosen = new Float64Array(kept.length * columns)
  for (let j = 0; j < columns; j++) {
    kept.forEach((i, k) => (chosen[j * kept.length + k] = data[j * rows + i]))
  }
  return { rows: kept.length, columns, data: chosen }
}

/** About how many numbers the methods need for a problem of this shape. */
function workspaceSize(rows: number, columns: number): number {
  const least = Math.min(rows, columns)
  // X twice, for another scaling; then either XᵀX or XXᵀ and a factor that doubles as it grows, or two bases that do;
  // and some vectors.
  const working = Math.max(8 * least * least, 4 * least * columns)
  return 2 * rows * columns + working + 16 * (rows + columns)
}

/** Numbers of a block of columns, short enough to stay in the cache. */
const BLOCK = 16_384

/** Works in y, and leaves the design as it is. */
function centreAndScale(
  { rows, columns, data }: Matrix,
  y: Float64Array,
  weights: Weights,
  intercept: boolean,
): Omit<Problem, 'deviations'> {
  const workspace = kernels.workspace(workspaceSize(rows, columns))
  const name = { column: () => 'y', entry: (i: number) => ({ name: 'y', index: i }) }
  const { mean: yMean, scale: yScale } = scaleColumn(y, y, 0, rows, weights, intercept, name)
  if (yScale > 1e152 || yScale < 1e-152) {
    throw new ShrinkageError(
      'overflow',
      `y spans about ${yScale.toExponential(0)}, so its square cannot be represented; rescale y to within 1e±150.`,
      { name: 'y', given: yScale, least: 1e-152, most: 1e152 },
    )
  }
  const nullObjective = kernels.squares(y, 0, rows) / 2
  const mayBeScaled = !intercept && weights.roots === null
  const placed = mayBeScaled ? workspace.placeFor(data) : data
  const products = mayBeScaled ? productsAtUnitScale(data, placed, rows, columns, y) : null
  const X = products !== null || placed !== data ? placed : workspace.allocate(rows * columns)
  const means = allocateFromPool(columns)
  const scales = allocateFromPool(columns)
  if (products !== null) scales.fill(1)
  for (let j = 0; products === null && j < columns; j++) {
    const name = { column: () => `Column ${j} of X`, entry: (i: number) => entryOf('X', i, j) }
    const column = scaleColumn(data, X, j * rows, rows, weights, intercept, name)
    means[j] = column.mean
    scales[j] = column.scale
  }
  const units = { means, scales, yMean, yScale, weight: weights.sum, nullObjective }
  return { rows, columns, X, y, products, units, workspace }
}

/**
 * Copies a design to its place, if that is elsewhere, and multiplies it by y in the same pass. Returns null if the root
 * mean square of a column is not from ½ to 2, so that it has to be scaled.
 */
function productsAtUnitScale(
  data: Float64Array,
  X: Float64Array,
  rows: number,
  columns: number,
  y: Float64Array,
): ColumnProducts | null {
  const squares = allocateFromPool(columns)
  const Xty = allocateFromPool(columns)
  const step = Math.ceil(BLOCK / rows)
  for (let from = 0; from < columns; from += step) {
    const to = Math.min(columns, from + step)
    if (X !== data) X.set(data.subarray(from * rows, to * rows), from * rows)
    kernels.columnProducts(X, rows, from, to, y, squares, Xty)
    for (let j = from; j < to; j++) {
      // An entry that is not finite fails here as well.
      if (!(squares[j] >= 0.25 * rows && squares[j] < 4 * rows)) return null
    }
  }
  return { squares, Xty }
}

/** The same problem with one scale for all columns, for penalties on the length of w rather than on its entries. */
export function withEqualScales(problem: Problem): Problem {
  const { rows, columns, units, workspace } = problem
  const { scales } = units
  const largest = scales.reduce((most, scale) => Math.max(most, scale), 0)
  if (scales.every((scale) => scale === largest)) return problem
  const X = workspace.allocate(rows * columns)
  X.set(problem.X)
  for (let j = 0; j < columns; j++) {
    const ratio = scales[j] / largest
    for (let i = j * rows; i < (j + 1) * rows; i++) X[i] *= ratio
  }
  return { ...problem, X, products: null, units: { ...units, scales: scales.map(() => largest) } }
}

/** r = y − Xu. */
export function residualOf({ X, y, rows, workspace }: Problem, u: Float64Array): Float64Array {
  const fitted = workspace.scratch(rows)
  const support = new Int32Array(u.length)
  kernels.combine(X, rows, support, findSupport(u, support), u, fitted)
  const r = new Float64Array(rows)
  for (let i = 0; i < rows; i++) r[i] = y[i] - fitted[i]
  return r
}

/** z = Xᵀr. */
export function correlationsOf({ X, rows, columns }: Problem, r: Float64Array): Float64Array {
  const z = allocateFromPool(columns)
  kernels.transposeTimes(X, rows, columns, r, z)
  return z
}

/** ‖x_j‖² and x_jᵀy of every column, to be read only. */
export function columnProducts({ X, y, rows, columns, products }: Problem): ColumnProducts {
  if (products !== null) return products
  const squares = allocateFromPool(columns)
  const Xty = allocateFromPool(columns)
  const step = Math.ceil(BLOCK / rows)
  for (let from = 0; from < columns; from += step) {
    kernels.columnProducts(X, rows, from, Math.min(columns, from + step), y, squares, Xty)
  }
  return { squares, Xty }
}

/** Xᵀy, to be read only. */
export function responseProducts(problem: Problem): Float64Array {
  return problem.products?.Xty ?? correlationsOf(problem, problem.y)
}

/** Copies of some columns, side by side. */
export function columnsOf({ X, rows }: Problem, members: readonly number[]): Float64Array {
  const columns = new Float64Array(rows * members.length)
  members.forEach((j, k) => columns.set(X.subarray(j * rows, (j + 1) * rows), k * rows))
  return columns
}

/** Writes the positions at which u is not 0 into `members`, and returns how many they are. */
export function findSupport(u: Float64Array, members: Int32Array): number {
  let count = 0
  for (let j = 0; j < u.length; j++) if (u[j] !== 0) members[count++] = j
  return count
}
