import type { Fit, MethodName } from '../fit.ts'
import type { Certificate } from './certificate.ts'
import type { Penalty } from './penalty.ts'
import { coefficientsFrom, interceptFor, objectiveUnit, type Units } from './units.ts'

/** The result of a method, in the units of the {@link Problem}. */
export interface Solution {
  u: Float64Array
  certificate: Certificate
  method: MethodName
  iterations: number
  notes: string[]
}

/** Solves one prepared problem for one penalty after another; each call may overwrite the arrays of the one before. */
export type Method = (penalty: Penalty) => Solution

/** Whether the duality gap is within the tolerance, relative to the objective at zero. */
export function isCertified(
  { nullObjective }: Pick<Units, 'nullObjective'>,
  { dualityGap }: Pick<Certificate, 'dualityGap'>,
  tolerance: number,
): boolean {
  return dualityGap <= tolerance * nullObjective
}

/**
 * Turns a solution in the units of the problem into a {@link Fit} in the units of the input.
 *
 * @param units the units of the problem.
 * @param lambda the strength of the penalty that was solved for.
 * @param rho its L1 share.
 * @param solution the solution; the fit shares no memory with it.
 * @param tolerance the duality gap that counts as converged, relative to the objective at zero.
 */
export function toFit(
  units: Units,
  lambda: number,
  rho: number,
  { u, certificate, method, iterations, notes }: Solution,
  tolerance: number,
): Fit {
  const unit = objectiveUnit(units)
  const coefficients = coefficientsFrom(units, u)
  const converged = isCertified(units, certificate, tolerance)
  return {
    coefficients,
    intercept: interceptFor(units, coefficients),
    lambda,
    rho,
    objective: certificate.objective * unit,
    dualityGap: certificate.dualityGap * unit,
    kktResidual: certificate.kktResidual,
    iterations,
    converged,
    method,
    notes: converged ? notes : [...notes, 'The requested duality gap was not reached.'],
    ...(units.features && { features: units.features.slice() }),
  }
}
