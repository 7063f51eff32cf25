import type { Point } from './figure.ts'
import { memoizeLast } from './memoizeLast.ts'

/**
 * The loss J₀(w) = ½(w − ŵ)ᵀH(w − ŵ) of two features, up to a constant.
 *
 * Least squares is such a quadratic: H = XᵀX/n, and ŵ is its solution.
 */
export interface Loss {
  optimum: Point
  hessian: readonly [h11: number, h12: number, h22: number]
  /** Two samples with XᵀX/n = H and y = Xŵ: the same loss as a design matrix for the solver. */
  X: readonly [Point, Point]
  y: Point
  /** J₀(0), the scale of a duality gap. */
  atZero: number
  /** Names of the two features, for axis labels. */
  names: readonly [string, string]
}

/** The loss of two features with this correlation, deviations 1 and `scale`, and optimum ŵ. */
export const freeLoss = memoizeLast((optimum: Point, correlation: number, scale: number) =>
  lossOf(optimum, correlation, scale),
)

/**
 * The loss of two standardized features.
 *
 * @param correlations of feature 1 with feature 2, of feature 1 with the target, of feature 2 with the target
 * @param unit deviation of the target in the units of the weights
 */
export const dataLoss = memoizeLast(
  (r12: number, r1y: number, r2y: number, unit: number, first: string, second: string): Loss => {
    const rest = 1 - r12 * r12
    const optimum: Point = [(unit * (r1y - r12 * r2y)) / rest, (unit * (r2y - r12 * r1y)) / rest]
    return lossOf(optimum, r12, 1, [`w(${first})`, `w(${second})`])
  },
)

export function lossOf(
  optimum: Point,
  r: number,
  scale: number,
  names: readonly [string, string] = ['w₁', 'w₂'],
): Loss {
  const hessian = [1, r * scale, scale * scale] as const
  const root = Math.SQRT2 // √n: the solver divides by n = 2
  const X = [
    [root, root * r * scale],
    [0, root * scale * Math.sqrt(1 - r * r)],
  ] as const
  const y: Point = [
    X[0][0] * optimum[0] + X[0][1] * optimum[1],
    X[1][0] * optimum[0] + X[1][1] * optimum[1],
  ]
  return { optimum, hessian, X, y, atZero: (y[0] * y[0] + y[1] * y[1]) / 4, names }
}

/** J₀(w). */
export function lossAt({ optimum, hessian }: Loss, w: Point): number {
  const [d1, d2] = [w[0] - optimum[0], w[1] - optimum[1]]
  return 0.5 * (hessian[0] * d1 * d1 + hessian[2] * d2 * d2) + hessian[1] * d1 * d2
}

/** −∇J₀(w): the direction of steepest descent, which the penalty has to balance. */
export function descentAt({ optimum, hessian }: Loss, w: Point): Point {
  const [d1, d2] = [optimum[0] - w[0], optimum[1] - w[1]]
  return [hessian[0] * d1 + hessian[1] * d2, hessian[1] * d1 + hessian[2] * d2]
}

/** H⁻¹v. */
export function inverseTimes({ hessian: [a, b, d] }: Pick<Loss, 'hessian'>, v: Point): Point {
  const determinant = a * d - b * b
  return [(d * v[0] - b * v[1]) / determinant, (a * v[1] - b * v[0]) / determinant]
}

/** The level set {J₀ = level}: half axes, and the angle of the first one. */
export function levelEllipse({ hessian: [a, b, d] }: Loss, level: number) {
  const middle = (a + d) / 2
  const spread = Math.hypot((a - d) / 2, b)
  const large = middle + spread
  const small = (a * d - b * b) / large // not middle − spread, which suffers from cancellation
  const radii: Point = [Math.sqrt((2 * level) / small), Math.sqrt((2 * level) / large)]
  // The long axis belongs to the small eigenvalue, a quarter turn from the large one's.
  const angle = Math.atan2(2 * b, a - d) / 2 + Math.PI / 2
  return { radii, angle }
}
