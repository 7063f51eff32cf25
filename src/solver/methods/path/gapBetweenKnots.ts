import { allocateFromPool } from '../../algebra/pool.ts'
import type { Corners } from './knots.ts'
import type { DualBound } from '../../problem/dualGap.ts'
import type { Penalty } from '../../problem/penalty.ts'

/** A point of a path with its proof: u, the bounds l1 of its correlations, and the duality gap that they give. */
export interface ProvenPoint {
  u: Float64Array
  l1: Float64Array
  bound: DualBound
}

/**
 * The largest duality gap that any point on the line between two points of a path can have.
 *
 * Between them u, λ and a feasible dual point are linear in t from 0 to 1, so the gap is at most quadratic in t: no
 * larger than the largest of its three Bernstein coefficients, which are the gap at 0, that at 1, and
 * (gap₀ + gap₁)/2 + ½ Σ Δ(s·z_j)·Δu_j − Δl1_j·Δ|u_j|, where Δ is the change from one point to the other. On an exact
 * path that sum is 0: the correlation of a feature that is in moves with its bound, and the others' u do not move.
 */
export function segmentGap(above: ProvenPoint, below: ProvenPoint): number {
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
 * For each corner of a path the largest duality gap on the line from the one above it; for the first, at itself.
 *
 * @param ceiling the penalty at the first corner; `prove` bounds the gap at u, and may put correlations into `room`.
 */
export function lineGaps(
  corners: Corners,
  ceiling: Penalty,
  prove: (penalty: Penalty, u: Float64Array, room: Float64Array) => DualBound,
): Float64Array {
  const { count, size, taus } = corners
  const gaps = allocateFromPool(count)
  const rooms = [roomFor(ceiling), roomFor(ceiling)]
  let above: ProvenPoint | undefined
  for (let k = 0; k < count; k++) {
    const { u, correlations, penalty } = rooms[k % 2]
    corners.read(k, u)
    for (let j = 0; j < size; j++) penalty.l1[j] = taus[k] * ceiling.l1[j]
    const bound = prove(penalty, u, correlations)
    const point = { u, l1: penalty.l1, bound }
    gaps[k] = above === undefined ? bound.dualityGap : segmentGap(above, point)
    above = point
  }
  return gaps
}

function roomFor({ l1, l2, nonNegative }: Penalty) {
  const vector = () => allocateFromPool(l1.length)
  return { u: vector(), correlations: vector(), penalty: { l1: vector(), l2, nonNegative } }
}
