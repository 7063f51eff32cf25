import type { FitOptions, MatrixLike, VectorLike } from '../../fit.ts'
import { checkHeld, checkRho } from '../../input/checks.ts'
import { inputError } from '../../input/errors.ts'
import { FIT_OPTIONS, readOptions, readSetting, type Setting } from '../../input/options.ts'
import { nullModel } from '../../methods/activeSet/nullModel.ts'
import {
  correlationsOf,
  prepare,
  residualOf,
  responseProducts,
  type Problem,
} from '../../problem/problem.ts'
import { inUnitsOfLambda } from '../../problem/units.ts'

/**
 * The smallest λ at which every penalized coefficient is exactly 0: max_j |x_jᵀ(y − ȳ)|/(nρ).
 *
 * With penalty factors each correlation is divided by its own; features with factor 0 are fitted first. Infinite for
 * ρ = 0, where ridge shrinks but never reaches 0, so ρ must be positive.
 *
 * @param X n rows of p numbers.
 * @param y n numbers.
 * @param options those of the fit, and rho (default 1).
 * @throws ShrinkageError for bad data, and for ρ outside (0, 1].
 *
 * @example
 * lambdaMax([[1, 0], [0, 1]], [4, -6], { intercept: false }) // 3
 */
export function lambdaMax(
  X: MatrixLike,
  y: VectorLike,
  options: FitOptions & { rho?: number } = {},
): number {
  readOptions(options, [...FIT_OPTIONS, 'rho'], 'lambdaMax')
  const { rho = 1 } = options
  checkRho(rho)
  if (rho === 0) {
    throw inputError(
      'out-of-range',
      'rho',
      rho,
      'a number > 0, as no λ of ridge makes coefficients 0',
      { least: 0 },
    )
  }
  const problem = prepare(X, y, options)
  const Xty = responseProducts(problem)
  return lambdaMaxOf(problem, rho, readSetting(options, problem.columns, problem.deviations), Xty)
}

/**
 * λmax of a prepared problem, in the units of the input.
 *
 * @param problem the problem.
 * @param rho the L1 share of the penalty, > 0.
 * @param setting penalty factors and the sign constraint.
 * @param Xty Xᵀy of the problem.
 */
export function lambdaMaxOf(
  problem: Problem,
  rho: number,
  setting: Pick<Setting, 'factors' | 'nonNegative'>,
  Xty: Float64Array,
): number {
  const { factors, nonNegative } = setting
  let z = Xty
  if (factors !== null && factors.includes(0)) {
    z = correlationsOf(problem, residualOf(problem, nullModel(problem, setting)))
  }
  let largest = 0
  for (let j = 0; j < z.length; j++) {
    const factor = factors === null ? 1 : factors[j]
    if (factor === 0) continue
    const size = nonNegative ? z[j] : Math.abs(z[j])
    largest = Math.max(largest, inUnitsOfLambda(problem.units, j, size / factor))
  }
  return checkHeld(largest / rho, 'lambdaMax', 'λmax')
}
