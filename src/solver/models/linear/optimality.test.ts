import { expect, test } from 'vitest'
import {
  simulateRegression,
  elasticNet,
  elasticNetPath,
  lasso,
  lassoPath,
  leastSquares,
  ridge,
  ridgePath,
  type Fit,
  type FitOptions,
} from 'shrinkage'
import { norm1 } from '../../algebra/norms.ts'
import { kktDistance } from '../../testing/linearGap.ts'
import { predict } from '../../testing/predict.ts'

const shapes = [
  { n: 40, p: 6, correlation: 0 },
  { n: 40, p: 30, correlation: 0.8 },
  { n: 15, p: 60, correlation: 0.5 },
]

function drawProblem({ n, p, correlation }: (typeof shapes)[number]) {
  const { X, y } = simulateRegression({ n, p, relevant: 4, correlation, seed: n + p })
  return { X: X.map((row) => [...row]), y: [...y] }
}

test('the correlations of every linear fit are in the subdifferential of its penalty, and its residuals sum to 0', () => {
  for (const shape of shapes) {
    const { X, y } = drawProblem(shape)
    const factors = X[0].map((_, j) => 1 + (j % 3))
    const all: FitOptions[] = [
      {},
      { intercept: false },
      { nonNegative: true },
      { penaltyFactors: factors },
      { sampleWeights: y.map((_, i) => 1 + (i % 2)) },
    ]
    for (const options of all) {
      const path = lassoPath(X, y, options)
      for (const share of [0.5, 0.05]) {
        const lambda = share * path.knots[0].lambda
        const fits: Fit[] = [
          path.at(lambda),
          lasso(X, y, lambda, options),
          elasticNet(X, y, lambda, 0.6, options),
          elasticNetPath(X, y, [lambda], 0.6, options).fits[0],
          ridge(X, y, lambda, options),
          ridgePath(X, y, [lambda], options).fits[0],
          leastSquares(X, y, options),
        ]
        for (const fit of fits) {
          expect(kktDistance(X, y, fit, options), fit.method).toBeLessThan(10)
          if (options.intercept === false) continue
          const weights = options.sampleWeights ?? y.map(() => 1)
          const sum = X.reduce((total, row, i) => {
            return total + weights[i] * (y[i] - predict(row, fit.coefficients, fit.intercept))
          }, 0)
          expect(Math.abs(sum)).toBeLessThan(1e-10)
        }
      }
    }
  }
})

test('along the path ‖w‖₁ grows as λ falls, but a single |w_j| may shrink and the support may lose a feature', () => {
  const { X, y } = simulateRegression({
    n: 30,
    p: 12,
    relevant: 6,
    correlation: 0.9,
    noise: 2,
    seed: 3,
  })
  const { knots } = lassoPath(X, y)
  let shrank = 0
  let left = 0
  knots.slice(1).forEach(({ coefficients }, k) => {
    const before = knots[k].coefficients
    expect(norm1(coefficients)).toBeGreaterThan(norm1(before) - 1e-12)
    coefficients.forEach((w, j) => {
      if (Math.abs(w) < Math.abs(before[j]) - 1e-3) shrank++
      if (w === 0 && before[j] !== 0) left++
    })
  })
  expect(shrank).toBeGreaterThan(0)
  expect(left).toBeGreaterThan(0)
})

test('whatever the method, converged says no more and no less than that the gap is within the tolerance', () => {
  for (const shape of shapes) {
    const { X, y } = drawProblem(shape)
    const zero = lasso(X, y, 1e6).objective
    let refused = 0
    for (const tolerance of [0, 1e-18, 1e-16, 1e-10]) {
      const options = { tolerance, maxIterations: 200 }
      const fits = [
        lasso(X, y, 0.05, options),
        lasso(X, y, 0.05, { ...options, method: 'coordinate descent' }),
        elasticNetPath(X, y, [0.1, 0.01], 0.5, options).fits[1],
        lassoPath(X, y, options).at(0.02),
        ridge(X, y, 0.05, options),
        ridgePath(X, y, [0.05, 0.5], options).fits[0],
        leastSquares(X, y, options),
      ]
      for (const { converged, dualityGap, notes, method } of fits) {
        expect(converged, method).toBe(dualityGap <= tolerance * zero)
        const note = notes.some((text) => text.includes('gap was not reached'))
        expect(note, method).toBe(!converged)
        if (!converged) refused++
      }
    }
    expect(refused).toBeGreaterThan(0)
  }
})
