import { allocateFromPool } from '../../algebra/workspace.ts'
import type { GapBound } from '../../problem/certificate.ts'
import type { Penalty } from '../../problem/penalty.ts'
import type { Knots } from './knots.ts'

/** A point of a path: u, the bounds l1 of its correlations, and its duality gap. */
export interface ProvenKnot {
  u: Float64Array
  l1: Float64Array
  bound: GapBound
}

/**
 * The largest duality gap of any point on the line between two points of a path.
 *
 * Between them u, λ and a feasible dual point are linear in t from 0 to 1, so the gap is at most quadratic in t: no
 * larger than the largest of its three Bernstein coefficients, which are the gap at 0, that at 1, and
 * (gap₀ + gap₁)/2 + ½ Σ Δ(s·z_j)·Δu_j − Δl1_j·Δ|u_j|, where Δ is the change from one point to the other. On an exact
 * path that sum is 0: the correlation of an active feature moves with its bound, and the other u_j do not move.
 */
export function gapBetween(above: ProvenKnot, below: ProvenKnot): number {
  const first = above.bound
  const second = below.bound
  let cross = 0
  for (let j = 0; j < above.u.length; j++) {
    const from = above.u[j]
    const to = below.u[j]
    if (from === 0 && to === 0) continue
    const change = second.shrink * second.correlations[j] - first.shrink * first.correlations[j]
    cross += change * (to - from) - (below.l1[j] - above.l1[j]) * (Math.abs(to) - Math.abs(from))
  }
  const middle = (first.dualityGap + second.dualityGap + cross) / 2
  return Math.max(first.dualityGap, second.dualityGap, middle)
}

/**
 * The largest duality gap on the line from each knot to the one above it; for the first knot, at itself.
 *
 * @param knots the knots of a path.
 * @param penaltyAtMax the penalty at the first one.
 * @param boundAt bounds the gap at u; may use `buffer` for the correlations.
 */
export function gapsBetweenKnots(
  knots: Knots,
  penaltyAtMax: Penalty,
  boundAt: (penalty: Penalty, u: Float64Array, buffer: Float64Array) => GapBound,
): Float64Array {
  const { count, size, taus } = knots
  const gaps = allocateFromPool(count)
  const buffers = [buffersFor(penaltyAtMax), buffersFor(penaltyAtMax)]
  let above: ProvenKnot | undefined
  for (let k = 0; k < count; k++) {
    const { u, correlations, penalty } = buffers[k % 2]
    knots.read(k, u)
    for (let j = 0; j < size; j++) penalty.l1[j] = taus[k] * penaltyAtMax.l1[j]
    const knot = { u, l1: penalty.l1, bound: boundAt(penalty, u, correlations) }
    gaps[k] = above === undefined ? knot.bound.dualityGap : gapBetween(above, knot)
    above = knot
  }
  return gaps
}

function buffersFor({ l1, l2, nonNegative }: Penalty) {
  const vector = () => allocateFromPool(l1.length)
  return { u: vector(), correlations: vector(), penalty: { l1: vector(), l2, nonNegative } }
}
