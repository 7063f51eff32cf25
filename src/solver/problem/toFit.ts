import { ShrinkageError } from '../input/errors.ts'
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
    ...(problem.features && { features: problem.features.slice() }),
  }
}

/**
 * w_j = u_j·yScale / scales[j], for one u or for several that lie side by side; into `coefficients` if given.
 *
 * @throws ShrinkageError if a double cannot hold a value: no silent 0 or Infinity.
 */
export function originalCoefficients(
  problem: Problem,
  u: Float64Array,
  coefficients: Float64Array = new Float64Array(u.length),
): Float64Array {
  const { columns, yScale, scales } = problem
  for (let start = 0; start < u.length; start += columns) {
    for (let j = 0; j < columns; j++) {
      if (u[start + j] === 0) continue
      const value = (u[start + j] * yScale) / scales[j]
      if (value === 0 || !Number.isFinite(value)) {
        throw new ShrinkageError(
          'overflow',
          `The coefficient of column ${j} is too ${value === 0 ? 'small' : 'large'} for double precision; rescale X or y.`,
          { name: 'coefficients', index: j },
        )
      }
      coefficients[start + j] = value
    }
  }
  return coefficients
}

/** The intercept that goes with the p coefficients from `start` on: mean of y − Xw; 0 if nothing was centred. */
export function interceptOf(problem: Problem, coefficients: Float64Array, start = 0): number {
  let intercept = problem.yMean
  for (let j = 0; j < problem.columns; j++) {
    const value = coefficients[start + j]
    if (value !== 0) intercept -= problem.means[j] * value
  }
  return intercept
}
