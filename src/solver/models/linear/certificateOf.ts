import { checkLambda, checkRange, checkRho, checkVector } from '../../input/checks.ts'
import type { Fit, FitOptions, MatrixLike, VectorLike } from '../../fit.ts'
import { certify } from '../../problem/certificate.ts'
import { penaltyOf } from '../../problem/penalty.ts'
import { prepare } from '../../problem/problem.ts'
import { FIT_OPTIONS, readOptions, readSetting } from '../../input/options.ts'

/**
 * Certifies any coefficients of an elastic net, wherever they come from: how far their objective can be above the
 * minimum, and how far they are from the optimality conditions. The intercept is taken at its best.
 *
 * @param X n rows of p numbers; y n numbers; coefficients p numbers; lambda ≥ 0; rho from 0 to 1. With
 *   `nonNegative` the coefficients have to be ≥ 0.
 * @throws ShrinkageError if an input is empty, ragged, of another length, not finite or out of range.
 *
 * @example
 * certificateOf([[1, 0], [0, 1]], [3, 0.5], [2, 0], 0.5, 1, { intercept: false }).dualityGap // 0
 * certificateOf([[1, 0], [0, 1]], [3, 0.5], [1, 0], 0.5, 1, { intercept: false }).kktResidual // 0.5
 */
export function certificateOf(
  X: MatrixLike,
  y: VectorLike,
  coefficients: VectorLike,
  lambda: number,
  rho: number,
  options: FitOptions = {},
): Pick<Fit, 'objective' | 'dualityGap' | 'kktResidual'> {
  readOptions(options, FIT_OPTIONS, 'certificateOf')
  checkLambda(lambda)
  checkRho(rho)
  const problem = prepare(X, y, options)
  const u = checkVector(coefficients, 'coefficients', problem.columns)
  const setting = readSetting(options, problem.columns, problem.deviations)
  if (setting.nonNegative)
    u.forEach((value, j) => checkRange(value, { name: 'coefficients', index: j }, 0))
  for (let j = 0; j < u.length; j++) u[j] *= problem.scales[j] / problem.yScale
  const penalty = penaltyOf(problem, lambda, rho, setting)
  const { objective, dualityGap, kktResidual } = certify(problem, penalty, u)
  const unit = problem.yScale ** 2 / problem.weight
  return { objective: objective * unit, dualityGap: dualityGap * unit, kktResidual }
}
