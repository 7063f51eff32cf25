import { expect, test } from 'vitest'
import { certificateOf, lambdaMax, lassoPath, leastSquares } from 'shrinkage'
import { linearProblem } from '../../testing/linearProblem.ts'

const { X, y } = linearProblem(30, 6)

test('the functions of a path can be handed on alone', () => {
  const path = lassoPath(X, y)
  const { at, coefficientsAt, knots } = path
  expect([1, 0.5].map(at)).toEqual([path.at(1), path.at(0.5)])
  expect(coefficientsAt([1])).toEqual(path.coefficientsAt([1]))
  expect(knots).toBe(path.knots)
})

test('features without a penalty that may not be negative join the path when they would be positive', () => {
  for (let seed = 1; seed <= 40; seed++) {
    const { X, y } = linearProblem(20, 12, seed)
    const options = {
      nonNegative: true,
      penaltyFactors: Array.from({ length: 12 }, (_, j) => (j % 3 ? 1 : 0)),
    }
    const path = lassoPath(X, y, options)
    for (const { lambda, coefficients } of path.knots) {
      const { dualityGap } = certificateOf(X, y, coefficients, lambda, 1, options)
      expect(dualityGap).toBeLessThan(1e-10)
      expect(path.at(lambda).method).toBe('exact path')
    }
  }
})

test('from λmax on what is penalized is exactly 0, beside features that are not', () => {
  for (let seed = 1; seed <= 60; seed++) {
    const { X, y } = linearProblem(20, 5, seed)
    const alone = leastSquares(
      X.map(([first]) => [first]),
      y,
    ).coefficients[0]
    for (const nonNegative of [false, true]) {
      const options = { nonNegative, penaltyFactors: [0, 1, 1, 1, 1] }
      const path = lassoPath(X, y, options)
      const most = lambdaMax(X, y, options)
      for (const lambda of [most, 1.5 * most]) {
        const [free, ...penalized] = path.at(lambda).coefficients
        expect(free).toBeCloseTo(nonNegative ? Math.max(0, alone) : alone, 12)
        expect(penalized.map(Math.abs)).toEqual([0, 0, 0, 0])
      }
    }
  }
})
