import type { DualPoint } from '../../problem/dualPoint.ts'
import { excess, type Penalty } from '../../problem/penalty.ts'
import { correlationRounding, type Units } from '../../problem/units.ts'

/** A dual point, and the duality gap between it and some u. */
export interface ProvenPoint {
  point: DualPoint
  dualityGap: number
}

/**
 * The gap safe rule: whether feature j is 0 in every solution.
 *
 * The optimal dual point lies within √(2·gap) of the present one, so no correlation differs from the optimal one by more
 * than ‖x_j‖√(2·gap); a feature whose bound is further off than that never reaches it. Ndiaye, Fercoq, Gramfort and
 * Salmon (2017), "Gap safe screening rules for sparsity enforcing penalties".
 *
 * @param units the units of the problem.
 * @param penalty the penalty.
 * @param proven a dual point and its gap.
 * @param square ‖x_j‖².
 * @param j the feature.
 */
export function isScreenedOut(
  units: Units,
  penalty: Penalty,
  { point, dualityGap }: ProvenPoint,
  square: number,
  j: number,
): boolean {
  const reach = Math.sqrt(2 * dualityGap * square) + correlationRounding(units)
  return excess(penalty, point.correlations[j], j) + reach < -1e-12 * penalty.l1[j]
}
