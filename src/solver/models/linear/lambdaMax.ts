import { checkHeld, checkRange } from '../../input/checks.ts'
import { inputError } from '../../input/errors.ts'
import type { FitOptions, MatrixLike, VectorLike } from '../../fit.ts'
import { prepare, type Problem } from '../../problem/problem.ts'
import { correlationsOf, residualOf } from '../../problem/residual.ts'
import { FIT_OPTIONS, readOptions, readSetting, type Setting } from '../../input/options.ts'
import { zeroModel } from '../../methods/activeSet/nullModel.ts'

/**
 * The smallest λ at which every penalised coefficient is exactly 0: max_j |x_jᵀ(y − ȳ)|/(nρ).
 *
 * With penalty factors each correlation is divided by its own; features with factor 0 are fitted first. Infinite for
 * ρ = 0, where ridge shrinks but never reaches 0, so ρ must be positive.
 *
 * @param X n rows of p numbers; y n numbers; options those of the fit, and rho (default 1).
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
  const rho = checkRange(options.rho ?? 1, 'rho', 0, 1)
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
  const linear = correlationsOf(problem, problem.y)
  return lambdaMaxOf(
    problem,
    rho,
    readSetting(options, problem.columns, problem.deviations),
    linear,
  )
}

/** λmax of a prepared problem, in the units of the input; `linear` is its Xᵀy. */
export function lambdaMaxOf(
  problem: Problem,
  rho: number,
  setting: Setting,
  linear: Float64Array,
): number {
  const { columns, scales, yScale, weight } = problem
  const { factors, nonNegative } = setting
  let z = linear
  if (factors !== null && factors.includes(0)) {
    z = correlationsOf(problem, residualOf(problem, zeroModel(problem, setting)))
  }
  let largest = 0
  for (let j = 0; j < columns; j++) {
    const factor = factors === null ? 1 : factors[j]
    if (factor === 0) continue
    const size = nonNegative ? z[j] : Math.abs(z[j])
    largest = Math.max(largest, (size / factor) * (scales[j] * (yScale / weight)))
  }
  return checkHeld(largest / rho, 'λmax')
}
