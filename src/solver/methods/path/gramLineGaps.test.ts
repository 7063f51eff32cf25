import { expect, test } from 'vitest'
import { linearProblem } from '../../testing/linearProblem.ts'
import { boundByGram } from '../../problem/certificate.ts'
import { gramLineGaps } from './gramLineGaps.ts'
import { tracePath } from './homotopy.ts'
import { lambdaMaxOf } from '../../models/linear/lambdaMax.ts'
import { penaltyOf } from '../../problem/penalty.ts'
import { prepare } from '../../problem/problem.ts'
import { gramOf } from '../activeSet/gram.ts'
import { lineGaps } from './gapBetweenKnots.ts'
import { readSetting } from '../../input/options.ts'

/** An exact path, and its gaps by both ways. */
function traced(n: number, p: number, tauMin: number, nonNegative = false) {
  const { X, y } = linearProblem(n, p)
  const problem = prepare(X, y, {})
  const setting = readSetting({ nonNegative }, p)
  const quadratic = gramOf(problem)
  const lambdaMax = lambdaMaxOf(problem, 1, setting, quadratic.linear)
  const ceiling = penaltyOf(problem, lambdaMax, 1, setting)
  const { corners } = tracePath(quadratic, ceiling, tauMin)
  const bound: Parameters<typeof lineGaps>[2] = (penalty, u, room) =>
    boundByGram(problem, quadratic, penalty, u, room)
  return {
    corners,
    yardstick: problem.nullObjective,
    quick: () => gramLineGaps(problem, quadratic, corners, ceiling),
    careful: () => lineGaps(corners, ceiling, bound),
  }
}

test('the gaps are those that are found point by point, on an exact path and on one that is not', () => {
  for (const [n, p] of [
    [30, 6],
    [60, 20],
    [25, 24],
  ]) {
    const { corners, yardstick, quick, careful } = traced(n, p, 0.01)
    expect(corners.count).toBeGreaterThan(p / 2)
    const compare = (): void => {
      const wanted = careful()
      quick()!.forEach((gap, k) => {
        expect(Math.abs(gap - wanted[k])).toBeLessThan(1e-13 * yardstick + 1e-9 * wanted[k])
      })
    }
    compare()
    expect(Math.max(...quick()!)).toBeLessThan(1e-13 * yardstick)
    // The bounds are 1 % wider than the path knows, so that every residual is feasible and no point is optimal.
    for (let k = 0; k < corners.count; k++) corners.taus[k] *= 1.01
    compare()
    expect(Math.min(...quick()!.subarray(1))).toBeGreaterThan(1e-6 * yardstick)
  }
})

test('a corner whose residual is no dual point, signs to keep, and λ = 0 are left to the careful way', () => {
  const { corners, quick } = traced(30, 6, 0.01)
  corners.taus[2] *= 0.999
  expect(quick()).toBeNull()
  expect(traced(30, 6, 0).quick()).toBeNull()
  expect(traced(30, 6, 0.01, true).quick()).toBeNull()
})
