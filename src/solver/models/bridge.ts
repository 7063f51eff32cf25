import type { MatrixLike, VectorLike } from '../fit.ts'
import { checkHeld, checkLambda, checkRange, checkVector } from '../input/checks.ts'
import { checkSymmetric } from '../input/checkSymmetric.ts'
import { ShrinkageError } from '../input/errors.ts'
import { toMatrix } from '../input/matrix.ts'

/** A positive definite quadratic in two variables, ½w'Hw − c'w, as H₁₁, H₁₂, H₂₂ and c. */
interface PlaneQuadratic {
  hessian: readonly [h11: number, h12: number, h22: number]
  linear: readonly [c1: number, c2: number]
}

/** The minimizer of a bridge-penalized quadratic in the plane. */
export interface BridgeSolution {
  coefficients: [number, number]
  /** ½w'Hw − c'w + λ/q·(|w₁|^q + |w₂|^q). */
  objective: number
  /** Largest violation of the optimality conditions over the coordinates that are not 0. */
  kktResidual: number
  /** Whether the steps came to rest. If not, the Hessian is all but singular, and the answer is where they stopped. */
  converged: boolean
  /** False for q < 1: the problem is not convex, and the answer is the best of a fine search. */
  convex: boolean
}

/**
 * Bridge regression in two variables: minimizes ½w'Hw − c'w + λ/q·Σ|w_j|^q for q ≥ 0.1.
 *
 * q = 1 is the lasso, q = 2 ridge. For q ≥ 1 the problem is convex and coordinate descent with exact one-dimensional
 * steps finds its minimum. For q < 1 it is not: for each w₁ of a fine grid the best w₂ is found exactly, and the best
 * pairs are polished. Source: Frank & Friedman (1993), "A statistical view of some chemometrics regression tools".
 *
 * @param H 2 rows of 2 numbers, symmetric and positive definite
 * @param c 2 numbers
 * @param lambda λ ≥ 0
 * @param q the power, from 0.1 to 100
 * @throws ShrinkageError if H is not positive definite, λ or q is out of range, or a double cannot hold the answer
 * @example
 * bridge([[1, 0], [0, 1]], [3, 0.5], 1, 1).coefficients // [2, 0]
 * bridge([[1, 0], [0, 1]], [3, 0.5], 1, 2).coefficients // [1.5, 0.25]
 */
export function bridge(H: MatrixLike, c: VectorLike, lambda: number, q: number): BridgeSolution {
  const { hessian, linear } = planeQuadratic(H, c)
  checkLambda(lambda)
  checkRange(q, 'q', 0.1, 100)
  const problem = { hessian, linear, lambda, q }
  const starts = q < 1 ? search(problem) : [[0, 0] as [number, number]]
  let { w, atRest } = descend(problem, starts[0])
  for (const start of starts.slice(1)) {
    const other = descend(problem, start)
    if (value(problem, other.w) < value(problem, w)) ({ w, atRest } = other)
  }
  if (value(problem, w) >= 0) [w, atRest] = [[0, 0], true]
  return {
    coefficients: w,
    objective: checkHeld(value(problem, w), 'objective', 'The objective'),
    kktResidual: checkHeld(residual(problem, w), 'kktResidual', 'The residual'),
    converged: atRest,
    convex: q >= 1,
  }
}

/** Checks a quadratic in the plane. */
function planeQuadratic(H: MatrixLike, c: VectorLike): PlaneQuadratic {
  const matrix = toMatrix(H, 'H')
  checkSymmetric(matrix, 'H')
  const [c1, c2] = checkVector(c, 'c', 2)
  if (matrix.rows !== 2) {
    const sentence = `H has ${matrix.rows} rows; expected 2, as bridge works in the plane.`
    throw new ShrinkageError('length-mismatch', sentence, {
      name: 'H',
      given: matrix.rows,
      expected: 2,
    })
  }
  const [h11, , h12, h22] = matrix.data
  if (!(h11 > 0 && h22 > 0 && h11 * h22 > h12 * h12)) {
    const sentence = `H is [[${h11}, ${h12}], [${h12}, ${h22}]]; expected a positive definite H.`
    throw new ShrinkageError('no-solution', sentence, {
      name: 'H',
      given: h11 * h22 - h12 * h12,
      least: 0,
    })
  }
  return { hessian: [h11, h12, h22], linear: [c1, c2] }
}

interface BridgeProblem extends PlaneQuadratic {
  lambda: number
  q: number
}

const GRID = 160
const KEPT = 4

/** The best starting points of a grid over w₁, each with its best w₂, and the two axes. */
function search(problem: BridgeProblem): [number, number][] {
  const { hessian, linear } = problem
  const [h11, h12, h22] = hessian
  const determinant = h11 * h22 - h12 * h12
  // The minimum lies where J₀ is below its value at zero: an ellipse round the unpenalized optimum.
  const centre = (h22 * linear[0] - h12 * linear[1]) / determinant
  const other = (h11 * linear[1] - h12 * linear[0]) / determinant
  const drop = centre * linear[0] + other * linear[1]
  const reach = Math.sqrt((drop * h22) / determinant)
  const grid: { w: [number, number]; height: number }[] = []
  for (let i = 0; i <= GRID; i++) {
    const w1 = centre + reach * ((2 * i) / GRID - 1)
    const w: [number, number] = [w1, coordinateMinimum(problem, 1, w1)]
    grid.push({ w, height: value(problem, w) })
  }
  const valleys = grid.filter(
    ({ height }, i) =>
      height <= (grid[i - 1]?.height ?? Infinity) && height <= (grid[i + 1]?.height ?? Infinity),
  )
  valleys.sort((a, b) => a.height - b.height)
  const onAxis: [number, number] = [0, coordinateMinimum(problem, 1, 0)]
  return [onAxis, ...valleys.slice(0, KEPT).map(({ w }) => w)]
}

/** Exact minimization over one coordinate after the other, then over both by Newton's method, until neither moves. */
function descend(
  problem: BridgeProblem,
  start: readonly [number, number],
): { w: [number, number]; atRest: boolean } {
  let [w1, w2] = start
  for (let pass = 0; pass < 2000; pass++) {
    const [before1, before2] = [w1, w2]
    w1 = coordinateMinimum(problem, 0, w2)
    w2 = coordinateMinimum(problem, 1, w1)
    const size = Math.abs(w1) + Math.abs(w2)
    if (Math.abs(w1 - before1) + Math.abs(w2 - before2) <= 1e-15 * size) {
      return { w: [w1, w2], atRest: true }
    }
    ;[w1, w2] = newtonStep(problem, [w1, w2])
  }
  return { w: [w1, w2], atRest: false }
}

/** Newton's step where both coordinates keep their signs and the objective falls, else `w`: the way along a narrow valley. */
function newtonStep(problem: BridgeProblem, w: readonly [number, number]): [number, number] {
  const [w1, w2] = w
  if (w1 === 0 || w2 === 0) return [w1, w2]
  const { hessian, lambda, q } = problem
  const [slope1, slope2] = slopes(problem, w)
  const curvature = (size: number) => (q === 1 ? 0 : lambda * (q - 1) * Math.abs(size) ** (q - 2))
  const [a, b, d] = [hessian[0] + curvature(w1), hessian[1], hessian[2] + curvature(w2)]
  const determinant = a * d - b * b
  const next: [number, number] = [
    w1 - (d * slope1 - b * slope2) / determinant,
    w2 - (a * slope2 - b * slope1) / determinant,
  ]
  const isInside = determinant > 0 && next[0] * w1 > 0 && next[1] * w2 > 0
  return isInside && value(problem, next) < value(problem, w) ? next : [w1, w2]
}

/** The slopes of the objective along coordinates that are not 0; those of the quadratic alone along the others. */
function slopes(
  { hessian, linear, lambda, q }: BridgeProblem,
  [w1, w2]: readonly [number, number],
) {
  const along = (w: number) => (w === 0 ? 0 : lambda * Math.sign(w) * Math.abs(w) ** (q - 1))
  return [
    hessian[0] * w1 + hessian[1] * w2 - linear[0] + along(w1),
    hessian[1] * w1 + hessian[2] * w2 - linear[1] + along(w2),
  ]
}

/** The best value of coordinate j (0 or 1) while the other one stays. */
function coordinateMinimum({ hessian, linear, lambda, q }: BridgeProblem, j: 0 | 1, other: number) {
  const h = j === 0 ? hessian[0] : hessian[2]
  const z = linear[j] - hessian[1] * other
  return Math.sign(z) * scalarBridge(h, Math.abs(z), lambda, q)
}

/** argmin over w ≥ 0 of ½hw² − zw + λ/q·w^q, for h > 0 and z ≥ 0. */
function scalarBridge(h: number, z: number, lambda: number, q: number): number {
  if (lambda === 0) return z / h
  if (q === 1) return Math.max(z - lambda, 0) / h
  const slope = (w: number) => h * w - z + lambda * w ** (q - 1)
  let low = 0
  let high = z / h
  if (q < 1) {
    // The slope falls up to `low` and rises after it: a minimum other than 0 lies above, or there is none.
    low = ((lambda * (1 - q)) / h) ** (1 / (2 - q))
    if (low >= high || slope(low) >= 0) return 0
  }
  let w = high
  for (let i = 0; i < 200 && high - low > 1e-16 * high; i++) {
    const f = slope(w)
    if (f > 0) high = w
    else low = w
    const next = w - f / (h + lambda * (q - 1) * w ** (q - 2))
    if (next === w) break
    w = next > low && next < high ? next : (low + high) / 2
  }
  if (q < 1 && 0.5 * h * w * w - z * w + (lambda / q) * w ** q >= 0) return 0
  return w
}

function value({ hessian, linear, lambda, q }: BridgeProblem, [w1, w2]: readonly [number, number]) {
  const quadratic = 0.5 * (hessian[0] * w1 * w1 + hessian[2] * w2 * w2) + hessian[1] * w1 * w2
  const penalty = (Math.abs(w1) ** q + Math.abs(w2) ** q) / q
  return quadratic - linear[0] * w1 - linear[1] * w2 + lambda * penalty
}

function residual(problem: BridgeProblem, w: readonly [number, number]): number {
  const { lambda, q } = problem
  const violations = slopes(problem, w).map((slope, j) => {
    if (w[j] !== 0) return Math.abs(slope)
    if (q < 1) return 0 // the penalty's slope is infinite at 0: every 0 is a local minimum
    return Math.max(Math.abs(slope) - (q === 1 ? lambda : 0), 0)
  })
  return Math.max(...violations)
}
