import type { Fit, FitOptions, MatrixLike, VectorLike } from '../../fit.ts'
import { checkHeld, checkLambda, checkRange, checkRho, checkVector } from '../../input/checks.ts'
import { FIT_OPTIONS, readOptions, readSetting } from '../../input/options.ts'
import { certify } from '../../problem/certificate.ts'
import { penaltyOf } from '../../problem/penalty.ts'
import { prepare } from '../../problem/problem.ts'
import { objectiveUnit } from '../../problem/units.ts'

/**
 * Certifies any coefficients of an elastic net, wherever they come from: how far their objective can be above the
 * minimum, and how far they are from the optimality conditions. The intercept is the best one for them.
 *
 * @param X n rows of p numbers.
 * @param y n numbers.
 * @param coefficients p numbers; ≥ 0 with `nonNegative`.
 * @param lambda λ ≥ 0.
 * @param rho ρ from 0 to 1.
 * @param options those of the fit.
 * @throws ShrinkageError if an input is empty, ragged, of another length, not finite or out of range, or a double cannot
 *   hold the answer.
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
  const { units } = problem
  const u = checkVector(coefficients, 'coefficients', problem.columns)
  const setting = readSetting(options, problem.columns, problem.deviations)
  if (setting.nonNegative)
    u.forEach((value, j) => checkRange(value, { name: 'coefficients', index: j }, 0))
  for (let j = 0; j < u.length; j++) u[j] *= units.scales[j] / units.yScale
  const penalty = penaltyOf(units, lambda, rho, setting)
  const { objective, dualityGap, kktResidual } = certify(problem, penalty, u)
  const unit = objectiveUnit(units)
  return {
    objective: checkHeld(objective * unit, 'objective', 'The objective'),
    dualityGap: checkHeld(dualityGap * unit, 'dualityGap', 'The duality gap'),
    kktResidual: checkHeld(kktResidual, 'kktResidual', 'The residual of the optimality conditions'),
  }
}
