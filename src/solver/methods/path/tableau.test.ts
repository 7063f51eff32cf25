import fc from 'fast-check'
import { expect, test } from 'vitest'
import { expectClose } from '../../testing/expectClose.ts'
import { linearProblem } from '../../testing/linearProblem.ts'
import { followByHomotopy } from './homotopy.ts'
import { lambdaMaxOf } from '../../models/linear/lambdaMax.ts'
import { penaltyOf } from '../../problem/penalty.ts'
import { prepare } from '../../problem/problem.ts'
import { storedGram } from '../activeSet/gram.ts'
import { readSetting } from '../../input/options.ts'
import { followByTableau } from './tableau.ts'

function start(X: number[][], y: number[], options = {}) {
  const problem = prepare(X, y, options)
  const setting = readSetting(options, problem.columns)
  const gram = storedGram(problem)
  const lambdaMax = lambdaMaxOf(problem, 1, setting, gram.Xty)
  return { gram, penaltyAtMax: penaltyOf(problem.units, lambdaMax, 1, setting) }
}

test('the tableau and the factors follow the same path, down to least squares', () => {
  let followed = 0
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 0, max: 1000 }),
      fc.constantFrom(0, 0.01, 0.3),
      (p, seed, tauMin) => {
        const { X, y } = linearProblem(3 * p + 4, p, seed)
        const { gram, penaltyAtMax } = start(X, y)
        const swept = followByTableau(gram, penaltyAtMax, tauMin)
        if (swept === null) return
        followed++
        const { knots } = followByHomotopy(gram, penaltyAtMax, tauMin)
        expect(swept.count).toBe(knots.count)
        const used = knots.count * p
        expectClose(swept.taus.slice(0, swept.count), knots.taus.slice(0, knots.count), 1e-10)
        expectClose(swept.coefficients.slice(0, used), knots.coefficients.slice(0, used), 1e-10)
      },
    ),
    { numRuns: 200, seed: 7 },
  )
  expect(followed).toBeGreaterThan(190)
})

test('features that leave the model are exactly 0 at the corner, and may come back', () => {
  // Two features that share what a third explains better: the third pushes the first out.
  const { X, y } = linearProblem(30, 10, 3)
  for (const row of X) row[2] = row[0] + row[1] + 0.3 * row[2]
  const { gram, penaltyAtMax } = start(X, y)
  const swept = followByTableau(gram, penaltyAtMax, 0)!
  const supports = Array.from({ length: swept.count }, (_, k) =>
    Array.from(swept.coefficients.slice(k * 10, (k + 1) * 10), (w) => w !== 0),
  )
  const leaves = supports.some(
    (now, k) => k > 0 && now.some((isIn, j) => !isIn && supports[k - 1][j]),
  )
  expect(leaves).toBe(true)
})

test('what needs more care is left to the factors: ties, dependent features, other penalties', () => {
  const tied = start(
    [
      [1, 0],
      [0, 1],
    ],
    [2, 2],
    { intercept: false },
  )
  expect(followByTableau(tied.gram, tied.penaltyAtMax, 0)).toBeNull()

  const { X, y } = linearProblem(20, 3, 1)
  const repeated = X.map(([a, b]) => [a, b, a])
  const twins = start(repeated, y)
  expect(followByTableau(twins.gram, twins.penaltyAtMax, 0)).toBeNull()

  const free = start(X, y, { penaltyFactors: [1, 0, 1] })
  expect(followByTableau(free.gram, free.penaltyAtMax, 0)).toBeNull()
  const bounded = start(X, y, { nonNegative: true })
  expect(followByTableau(bounded.gram, bounded.penaltyAtMax, 0)).toBeNull()
})
