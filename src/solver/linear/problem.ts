import { allocateAnywhere, kernels, type Allocate } from '../algebra/kernels.ts'
import { toMatrix } from '../algebra/matrix.ts'
import { checkRange, checkVector } from '../checks.ts'
import { ShrinkageError } from '../errors.ts'
import type { FitOptions, Matrix, MatrixLike, VectorLike } from '../fit.ts'

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
  /** Sum of the sample weights, n if there are none. */
  weight: number
  means: Float64Array
  scales: Float64Array
  yMean: number
  yScale: number
  /** ½‖y‖²: the objective at u = 0, the yardstick of the duality gap. */
  nullObjective: number
  /** Makes the arrays that meet X in long loops, where the kernels in use want them. */
  allocate: Allocate
}

const LARGEST = 1e300
const bits = new Float64Array(1)
const words = new Uint32Array(bits.buffer)

/** The power of two at or below a positive number, exactly. */
export function powerOfTwoBelow(value: number): number {
  bits[0] = value
  words[1] &= 0x7ff00000
  words[0] = 0
  return bits[0]
}

/** Rows and values without those of weight 0, and the roots of the weights that are left. */
interface Weighted {
  X: Matrix
  y: Float64Array
  roots: Float64Array | null
  weight: number
}

/** Checks a design, a response and their weights, and brings them into the form of {@link Problem}. */
export function prepare(X: MatrixLike, y: VectorLike, options: FitOptions): Problem {
  let allocate = allocateAnywhere
  const design = toMatrix(X, 'X', (rows, columns) => {
    allocate = allocateFor(rows, columns)
    return allocate(rows * columns)
  })
  const response = checkVector(y, 'y')
  if (response.length !== design.rows) {
    throw new ShrinkageError(
      'length-mismatch',
      `X has ${design.rows} rows but y has ${response.length} values; they must be equally many.`,
    )
  }
  const weighted = applyWeights(design, response, options.sampleWeights, allocate)
  return centreAndScale(weighted, options.intercept ?? true, allocate)
}

function applyWeights(
  X: Matrix,
  y: Float64Array,
  given: VectorLike | undefined,
  allocate: Allocate,
): Weighted {
  if (given === undefined) return { X, y, roots: null, weight: y.length }
  const weights = checkVector(given, 'sampleWeights', y.length)
  weights.forEach((value, i) => checkRange(value, `sampleWeights[${i}]`, 0))
  const kept = [...weights.keys()].filter((i) => weights[i] > 0)
  if (kept.length === 0) {
    throw new ShrinkageError('empty', 'sampleWeights are all 0; at least one must be positive.')
  }
  const data = allocate(kept.length * X.columns)
  for (let j = 0; j < X.columns; j++) {
    kept.forEach((i, k) => (data[j * kept.length + k] = X.data[j * X.rows + i]))
  }
  return {
    X: { rows: kept.length, columns: X.columns, data },
    y: Float64Array.from(kept, (i) => y[i]),
    roots: Float64Array.from(kept, (i) => Math.sqrt(weights[i])),
    weight: kept.reduce((sum, i) => sum + weights[i], 0),
  }
}

/** Where the arrays of a problem go, by the wish of the kernels in use. */
function allocateFor(rows: number, columns: number): Allocate {
  const least = Math.min(rows, columns)
  // X twice, for another scaling; XᵀX or XXᵀ, a copy of it, a factor that doubles as it grows; and some vectors.
  const size = 2 * rows * columns + 8 * least * least + 16 * (rows + columns)
  return kernels.arena(size) ?? allocateAnywhere
}

function centreAndScale(
  { X, y, roots, weight }: Weighted,
  intercept: boolean,
  allocate: Allocate,
): Problem {
  const { rows, columns, data } = X
  const means = new Float64Array(columns)
  const scales = new Float64Array(columns)
  for (let j = 0; j < columns; j++) {
    const column = normalise(data, j * rows, rows, roots, weight, intercept)
    checkMagnitude(column.scale, `column ${j} of X`)
    means[j] = column.mean
    scales[j] = column.scale
  }
  const { mean: yMean, scale: yScale } = normalise(y, 0, rows, roots, weight, intercept)
  checkMagnitude(yScale, 'y')
  if (yScale > 1e152 || yScale < 1e-152) {
    throw new ShrinkageError(
      'overflow',
      `y spans about ${yScale.toExponential(0)}, so its square cannot be represented; rescale y to within 1e±150.`,
    )
  }
  const nullObjective = kernels.dot(y, 0, y, 0, rows) / 2
  const units = { means, scales, yMean, yScale }
  return { rows, columns, X: data, y, weight, ...units, nullObjective, allocate }
}

/**
 * Centres a vector in place, divides it by the power of two below its range and multiplies it by the roots.
 *
 * Returns its mean and that power of two. A vector without range becomes exactly 0, with scale 1. The mean is taken from
 * the smallest value on, so that its rounding is relative to the range and not to the mean.
 */
function normalise(
  v: Float64Array,
  start: number,
  length: number,
  roots: Float64Array | null,
  weight: number,
  centred: boolean,
): { mean: number; scale: number } {
  const end = start + length
  let low = v[start]
  let high = low
  for (let i = start + 1; i < end; i++) {
    const value = v[i]
    if (value < low) low = value
    else if (value > high) high = value
  }
  const origin = centred ? low : 0
  const range = centred ? high - low : Math.max(high, -low)
  if (range === 0) {
    v.fill(0, start, end)
    return { mean: origin, scale: 1 }
  }
  const scale = powerOfTwoBelow(range)
  if (!(scale <= LARGEST && scale >= 1 / LARGEST)) return { mean: origin, scale }
  const inverse = 1 / scale
  for (let i = start; i < end; i++) v[i] = (v[i] - origin) * inverse
  const shift = centred ? weightedSum(v, start, length, roots) / weight : 0
  if (centred) for (let i = start; i < end; i++) v[i] -= shift
  if (roots !== null) for (let i = 0; i < length; i++) v[start + i] *= roots[i]
  return { mean: origin + shift * scale, scale }
}

/** The sum of values times their weights, of which the roots are given. */
function weightedSum(
  v: Float64Array,
  start: number,
  length: number,
  roots: Float64Array | null,
): number {
  let sum = 0
  if (roots === null) for (let i = start; i < start + length; i++) sum += v[i]
  else for (let i = 0; i < length; i++) sum += roots[i] * roots[i] * v[start + i]
  return sum
}

function checkMagnitude(scale: number, what: string): void {
  if (scale <= LARGEST && scale >= 1 / LARGEST) return
  throw new ShrinkageError(
    'overflow',
    `${what} spans about ${scale.toExponential(0)}, too ${scale > 1 ? 'large' : 'small'} for double precision; rescale it.`,
  )
}

/** The same problem with one scale for all columns, for penalties that see the length of w and not its entries. */
export function withEqualScales(problem: Problem): Problem {
  const { rows, columns, scales } = problem
  const largest = scales.reduce((most, scale) => Math.max(most, scale), 0)
  const X = problem.allocate(rows * columns)
  X.set(problem.X)
  for (let j = 0; j < columns; j++) {
    const ratio = scales[j] / largest
    for (let i = j * rows; i < (j + 1) * rows; i++) X[i] *= ratio
  }
  return { ...problem, X, scales: scales.map(() => largest) }
}
