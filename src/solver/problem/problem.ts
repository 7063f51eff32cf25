import { kernels, type Allocate, type Arena } from '../algebra/kernels/kernels.ts'
import { entryOf, readMatrix, toMatrix } from '../input/matrix.ts'
import { allocateFromPool } from '../algebra/pool.ts'
import { excludedFeatures, readFeatures } from '../input/options.ts'
import { deviationsOf } from './deviations.ts'
import { checkBoolean, checkObject, checkRange, checkVector } from '../input/checks.ts'
import { ShrinkageError } from '../input/errors.ts'
import type { FitOptions, Matrix, MatrixLike, VectorLike } from '../fit.ts'
import { normalise, powerOfTwoBelow, squaresOfNormal, type Weights } from './columnScaling.ts'

/**
 * A linear model as the methods see it: minimise ½‖y − Xu‖² + Σ a_j|u_j| + ½ Σ b_j u_j².
 *
 * Here X and y are centred if there is an intercept, scaled by powers of two (which loses no digit) so that no square
 * overflows, and multiplied by the roots of the sample weights; rows of weight 0 are gone. The objective is n times
 * that of a {@link Fit}, and w_j = u_j · yScale / scales[j].
 */
export interface Problem {
  rows: number
  columns: number
  X: Float64Array
  y: Float64Array
  /** Sum of the sample weights, of which the largest is from 1 to 2; n if there are none. */
  weight: number
  means: Float64Array
  scales: Float64Array
  yMean: number
  yScale: number
  /** ½‖y‖²: the objective at u = 0, the yardstick of the duality gap. */
  nullObjective: number
  /** Standard deviations of the features if the penalty is that of a standardized design, else null. */
  deviations: Float64Array | null
  /** The names of the features, if they were given. */
  features: string[] | undefined
  /** Room for Xu; null as long as nobody needs it. */
  fitted: Float64Array | null
  /** ‖x_j‖²; null as long as nobody needs them. */
  squares: Float64Array | null
  /** Makes the arrays that meet X in long loops, where the kernels in use want them. */
  allocate: Allocate
  /** The same numbers where they outlive the problem. */
  keep(values: Float64Array): Float64Array
  /** Ends the use of X and of all arrays made by `allocate`. */
  release(): void
}

/**
 * Prepares a problem, works on it, and gives its memory back: no array of the problem may be part of the result.
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
    problem.release()
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
  const design = withoutFeatures(given, excludedFeatures(options.penaltyFactors))
  if (sampleWeights === undefined) {
    const deviations = standardize ? deviationsOf(toMatrix(design), null) : null
    const weights = { roots: null, sum: design.rows }
    return { ...centreAndScale(design, response, weights, intercept), deviations, features }
  }
  const weights = readWeights(sampleWeights, design.rows)
  const kept = [...weights.keys()].filter((i) => weights[i] > 0)
  const roots = Float64Array.from(kept, (i) => Math.sqrt(weights[i]))
  const sum = kept.reduce((total, i) => total + weights[i], 0)
  const values = Float64Array.from(kept, (i) => response[i])
  const matrix = toMatrix(design)
  const deviations = standardize ? deviationsOf(matrix, weights) : null
  const problem = centreAndScale(rowsOf(matrix, kept), values, { roots, sum }, intercept)
  return { ...problem, deviations, features }
}

/** The design with some columns set to 0, so that their coefficients are 0; itself if there are none. */
function withoutFeatures(design: Matrix, excluded: number[]): Matrix {
  if (excluded.length === 0) return design
  const { rows, columns, data } = toMatrix(design)
  for (const j of excluded) data.fill(0, j * rows, (j + 1) * rows)
  return { rows, columns, data }
}

/**
 * Checks sample weights and divides them by the power of two below the largest, as only their ratios matter: neither
 * their sum nor a product with them can overflow then, nor vanish.
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

/** A memory for the arrays of a problem, where the kernels in use wish for one. */
function arenaFor(rows: number, columns: number): Arena | null {
  const least = Math.min(rows, columns)
  // X twice, for another scaling; then either XᵀX or XXᵀ and a factor that doubles as it grows, or two bases that do;
  // and some vectors.
  const working = Math.max(8 * least * least, 4 * least * columns)
  const size = 2 * rows * columns + working + 16 * (rows + columns)
  return kernels.arena(size)
}

/** Works in y, and leaves the design as it is. */
function centreAndScale(
  { rows, columns, data }: Matrix,
  y: Float64Array,
  weights: Weights,
  intercept: boolean,
): Omit<Problem, 'deviations' | 'features'> {
  const arena = arenaFor(rows, columns)
  const allocate = arena?.allocate ?? allocateFromPool
  const means = allocateFromPool(columns)
  const scales = allocateFromPool(columns)
  const mayStay = !intercept && weights.roots === null
  // The methods go through X again and again.
  let X = mayStay && arena !== null ? arena.copy(data) : data
  const squares = mayStay ? squaresOfNormal(X, rows, columns) : null
  if (squares === null) {
    if (X === data) X = allocate(rows * columns)
    for (let j = 0; j < columns; j++) {
      const name = { column: () => `column ${j} of X`, entry: (i: number) => entryOf('X', i, j) }
      const column = normalise(data, X, j * rows, rows, weights, intercept, name)
      means[j] = column.mean
      scales[j] = column.scale
    }
  } else {
    scales.fill(1)
  }
  const name = { column: () => 'y', entry: (i: number) => ({ name: 'y', index: i }) }
  const { mean: yMean, scale: yScale } = normalise(y, y, 0, rows, weights, intercept, name)
  if (yScale > 1e152 || yScale < 1e-152) {
    throw new ShrinkageError(
      'overflow',
      `y spans about ${yScale.toExponential(0)}, so its square cannot be represented; rescale y to within 1e±150.`,
      { name: 'y', given: yScale },
    )
  }
  const nullObjective = kernels.squares(y, 0, rows) / 2
  return {
    rows,
    columns,
    X,
    y,
    weight: weights.sum,
    means,
    scales,
    yMean,
    yScale,
    nullObjective,
    fitted: null,
    squares,
    allocate,
    keep: (values) => (arena === null ? values : values.slice()),
    release: () => arena?.release(),
  }
}

/** The same problem with one scale for all columns, for penalties that see the length of w and not its entries. */
export function withEqualScales(problem: Problem): Problem {
  const { rows, columns, scales } = problem
  const largest = scales.reduce((most, scale) => Math.max(most, scale), 0)
  if (scales.every((scale) => scale === largest)) return problem
  const X = problem.allocate(rows * columns)
  X.set(problem.X)
  for (let j = 0; j < columns; j++) {
    const ratio = scales[j] / largest
    for (let i = j * rows; i < (j + 1) * rows; i++) X[i] *= ratio
  }
  return derived(problem, { X, scales: scales.map(() => largest) })
}

/** A problem that differs from another in some parts; what that one worked out from them does not hold for it. */
export function derived(problem: Problem, changes: Partial<Problem>): Problem {
  return { ...problem, fitted: null, squares: null, ...changes }
}
