import type { Certificate } from './certificate.ts'

/** A point of a path with its proof: u, the bounds l1 of its correlations, and the certificate that they give. */
export interface ProvenPoint {
  u: Float64Array
  l1: Float64Array
  certificate: Certificate
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
  const [first, second] = [above.certificate, below.certificate]
  let cross = 0
  for (let j = 0; j < above.u.length; j++) {
    const [from, to] = [above.u[j], below.u[j]]
    if (from === 0 && to === 0) continue
    const change = second.shrink * second.correlations[j] - first.shrink * first.correlations[j]
    cross += change * (to - from) - (below.l1[j] - above.l1[j]) * (Math.abs(to) - Math.abs(from))
  }
  const middle = (first.dualityGap + second.dualityGap + cross) / 2
  return Math.max(first.dualityGap, second.dualityGap, middle)
}
