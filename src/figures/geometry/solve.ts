import { bridge, elasticNet, lassoPath } from 'shrinkage'
import type { Point } from '../kit/figure.ts'
import { memoizeLast } from '../kit/memoizeLast.ts'
import { inverseTimes, lossAt, type Loss } from '../kit/quadraticLoss.ts'
import { penaltyAt, type Penalty } from './penalty.ts'

/** The minimizer w* of J₀ + λP, with its proof. */
export interface Solution {
  w: Point
  lambda: number
  /** J₀(w*). */
  loss: number
  /** P(w*). */
  penalty: number
  /** Duality gap of w*, or the violation of its optimality conditions for a penalty without a dual here. */
  gap: number
  /** False for q < 1, where the answer is the best of a search. */
  proved: boolean
}

export const solve = memoizeLast(minimize)

export function minimize(loss: Loss, penalty: Penalty, lambda: number): Solution {
  const { w, gap, proved } = minimizer(loss, penalty, lambda)
  return { w, lambda, loss: lossAt(loss, w), penalty: penaltyAt(penalty, w), gap, proved }
}

function minimizer(loss: Loss, penalty: Penalty, lambda: number) {
  if (penalty.kind === 'lq') {
    const { hessian, optimum } = loss
    const linear = times(hessian, optimum)
    const [h11, h12, h22] = hessian
    const H = [
      [h11, h12],
      [h12, h22],
    ]
    const { coefficients, ...proof } = bridge(H, linear, lambda, penalty.q)
    return { w: coefficients, gap: proof.kktResidual, proved: proof.convex && proof.converged }
  }
  if (penalty.kind === 'norm') return { ...normMinimizer(loss, lambda), proved: true }
  const fit = elasticNet(loss.X, loss.y, lambda, l1Share(penalty), { intercept: false })
  const w: Point = [fit.coefficients[0], fit.coefficients[1]]
  return { w, gap: Math.max(fit.dualityGap, 0), proved: fit.converged }
}

/**
 * The minimizer of J₀ + λ‖w‖, with the violation of its optimality conditions. A price on the norm is one on half its
 * square with another strength: w = (H + μI)⁻¹Hŵ for the μ with μ‖w‖ = λ, which is found by halving, as μ‖w‖ grows.
 */
function normMinimizer({ hessian, optimum }: Loss, lambda: number): { w: Point; gap: number } {
  if (lambda === 0) return { w: optimum, gap: 0 }
  const [a, b, d] = hessian
  const c = times(hessian, optimum)
  if (Math.hypot(...c) <= lambda) return { w: [0, 0], gap: 0 }
  const ridge = (mu: number): Point => {
    const det = (a + mu) * (d + mu) - b * b
    return [((d + mu) * c[0] - b * c[1]) / det, ((a + mu) * c[1] - b * c[0]) / det]
  }
  const isBelow = (mu: number) => mu * Math.hypot(...ridge(mu)) < lambda
  let [low, high] = [0, 1]
  while (isBelow(high)) [low, high] = [high, 2 * high]
  let middle = (low + high) / 2
  while (low < middle && middle < high) {
    if (isBelow(middle)) low = middle
    else high = middle
    middle = (low + high) / 2
  }
  const w = ridge(high)
  const slopes = times(hessian, w)
  const violation = (j: 0 | 1) => Math.abs(c[j] - slopes[j] - (lambda * w[j]) / Math.hypot(...w))
  return { w, gap: Math.max(violation(0), violation(1)) }
}

/** The package's ρ of a penalty. */
export function l1Share(penalty: Exclude<Penalty, { kind: 'lq' | 'norm' }>): number {
  if (penalty.kind === 'elastic-net') return penalty.rho
  return penalty.kind === 'l1' ? 1 : 0
}

/** The solutions from λ = 0 to λmax, at which the last weight vanishes, or to the end of the slider if none does. */
export const solutionPath = memoizeLast(
  (loss: Loss, penalty: Penalty, lambdaEnd: number): Solution[] => {
    const at = (lambda: number) => minimize(loss, penalty, lambda)
    if (penalty.kind === 'l1') {
      // Piecewise linear: its knots are the whole path.
      return lassoPath(loss.X, loss.y, { intercept: false }).knots.map(({ lambda }) => at(lambda))
    }
    const steps = penalty.kind === 'lq' && penalty.q < 1 ? 40 : 64
    // Uniform in λ/(1 + λ): dense where the weights still move.
    const share = lambdaEnd / (1 + lambdaEnd)
    return Array.from({ length: steps + 1 }, (_, i) => {
      const u = (share * i) / steps
      return at(u / (1 - u))
    })
  },
)

/** The smallest strength at which both weights are zero; Infinity if there is none. */
export function vanishing(loss: Loss, penalty: Penalty): number {
  if (penalty.kind === 'l2' || penalty.kind === 'lq') return Infinity
  const [c1, c2] = times(loss.hessian, loss.optimum)
  if (penalty.kind === 'norm') return Math.hypot(c1, c2)
  const rho = l1Share(penalty)
  return rho > 0 ? Math.max(Math.abs(c1), Math.abs(c2)) / rho : Infinity
}

/** Regions of optima ŵ, as polygons, for which the solution has a zero weight: both, w₂ or w₁. */
export interface ZeroRegions {
  both: Point[]
  second: Point[][]
  first: Point[][]
}

const FAR = 20

/**
 * The optima of losses of this shape for which a weight is exactly zero.
 *
 * At a solution H(ŵ − w) = λ(ρs + (1 − ρ)w) with s in the subdifferential of ‖w‖₁. Solved for ŵ, it gives the optima
 * that lead to a given w: on an axis s has a free coordinate in [−1, 1], so a strip of optima leads there. For L2 the
 * strip is a line.
 */
export const zeroRegions = memoizeLast(
  (loss: Loss, penalty: Penalty, lambda: number): ZeroRegions => {
    if (penalty.kind === 'lq') return { both: [], second: [], first: [] }
    if (penalty.kind === 'norm') return { both: normRegion(loss, lambda), second: [], first: [] }
    const rho = l1Share(penalty)
    const optimumOf = (w: Point, s: Point): Point => {
      const pull = (j: 0 | 1) => lambda * (rho * s[j] + (1 - rho) * w[j])
      const shift = inverseTimes(loss, [pull(0), pull(1)])
      return [w[0] + shift[0], w[1] + shift[1]]
    }
    const strip = (axis: 0 | 1, sign: 1 | -1): Point[] => {
      const at = (size: number, free: number) => {
        const along: Point = axis === 0 ? [sign * size, 0] : [0, sign * size]
        return optimumOf(along, axis === 0 ? [sign, free] : [free, sign])
      }
      return [at(0, -1), at(FAR, -1), at(FAR, 1), at(0, 1)]
    }
    const corners: Point[] = [
      [1, 1],
      [1, -1],
      [-1, -1],
      [-1, 1],
    ]
    return {
      both: corners.map((s) => optimumOf([0, 0], s)),
      second: [strip(0, 1), strip(0, -1)],
      first: [strip(1, 1), strip(1, -1)],
    }
  },
)

/** The optima with ‖Hŵ‖ ≤ λ, for which the norm keeps both weights at zero: an ellipse, as a polygon. */
const normRegion = (loss: Loss, lambda: number) =>
  Array.from({ length: 96 }, (_, i): Point => {
    const angle = (2 * Math.PI * i) / 96
    return inverseTimes(loss, [lambda * Math.cos(angle), lambda * Math.sin(angle)])
  })

const times = ([a, b, d]: Loss['hessian'], v: Point): Point => [
  a * v[0] + b * v[1],
  b * v[0] + d * v[1],
]
