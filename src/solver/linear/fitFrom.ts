import { ShrinkageError } from '../errors.ts'
import type { Fit } from '../fit.ts'
import type { Certificate } from './certificate.ts'
import type { Problem } from './problem.ts'

/** What a method has to say of its answer. */
export interface Answer {
  u: Float64Array
  certificate: Certificate
  method: string
  iterations: number
  notes: string[]
}

/** Solves for λ, from the solution for the λ before; the next call may overwrite the answer's arrays. */
export type Solver = (lambda: number) => Answer

/** Whether the duality gap is within the tolerance, relative to the objective at zero. */
export function isCertified(
  problem: Problem,
  certificate: Certificate,
  tolerance: number,
): boolean {
  return certificate.dualityGap <= tolerance * problem.nullObjective
}

/** Turns an answer in the units of the problem into a {@link Fit} in the units of the input. */
export function fitFrom(
  problem: Problem,
  lambda: number,
  rho: number,
  answer: Answer,
  tolerance: number,
): Fit {
  const { certificate } = answer
  const unit = (problem.yScale * problem.yScale) / problem.weight
  const coefficients = originalCoefficients(problem, answer.u)
  const converged = isCertified(problem, certificate, tolerance)
  return {
    coefficients,
    intercept: interceptOf(problem, coefficients),
    lambda,
    rho,
    objective: certificate.objective * unit,
    dualityGap: certificate.dualityGap * unit,
    kktResidual: certificate.kktResidual,
    iterations: answer.iterations,
    converged,
    method: answer.method,
    notes: converged ? answer.notes : [...answer.notes, 'The wanted duality gap was not reached.'],
  }
}

/** w_j = u_j·yScale / scales[j]; a value that a double cannot hold is an error, not a silent 0 or Infinity. */
export function originalCoefficients(
  problem: Problem,
  u: Float64Array,
  coefficients: Float64Array = new Float64Array(u.length),
): Float64Array {
  for (let j = 0; j < u.length; j++) {
    if (u[j] === 0) continue
    const value = (u[j] * problem.yScale) / problem.scales[j]
    if (value === 0 || !Number.isFinite(value)) {
      throw new ShrinkageError(
        'overflow',
        `The coefficient of column ${j} is too ${value === 0 ? 'small' : 'large'} for double precision; rescale X or y.`,
      )
    }
    coefficients[j] = value
  }
  return coefficients
}

/** The intercept that goes with the coefficients: mean of y − Xw; 0 for a problem that was not centred. */
export function interceptOf(problem: Problem, coefficients: Float64Array): number {
  let intercept = problem.yMean
  for (let j = 0; j < coefficients.length; j++) {
    if (coefficients[j] !== 0) intercept -= problem.means[j] * coefficients[j]
  }
  return intercept
}
