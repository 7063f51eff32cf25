import type { DualPoint } from '../../problem/dualPoint.ts'
import { roundingOf } from '../../problem/dualGap.ts'
import type { Penalty } from '../../problem/penalty.ts'
import type { Problem } from '../../problem/problem.ts'

/** A dual point, and the duality gap between it and some u. */
export interface DualProof {
  point: DualPoint
  dualityGap: number
}

/**
 * The gap safe rule: whether feature j, of which `square` is ‖x_j‖², is 0 in every solution.
 *
 * The optimal dual point lies within √(2·gap) of the present one, so no correlation differs from the optimal one by more
 * than ‖x_j‖√(2·gap); a feature whose bound lies further off than that never reaches it. Ndiaye, Fercoq, Gramfort and
 * Salmon (2017), "Gap safe screening rules for sparsity enforcing penalties".
 */
export function isOutOfPlay(
  problem: Problem,
  { l1, nonNegative }: Penalty,
  { point, dualityGap }: DualProof,
  square: number,
  j: number,
): boolean {
  const z = point.correlations[j]
  const reach = Math.sqrt(2 * dualityGap * square) + roundingOf(problem)
  return (nonNegative ? z : Math.abs(z)) + reach < l1[j] * (1 - 1e-12)
}
