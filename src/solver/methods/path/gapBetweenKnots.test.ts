import { expect, test } from 'vitest'
import { seededRandom } from '../../data/random.ts'
import { cases } from '../../testing/cases.ts'
import { linearProblem } from '../../testing/linearProblem.ts'
import { certify } from '../../problem/certificate.ts'
import { descend } from '../coordinateDescent/coordinateDescent.ts'
import { prepare } from '../../problem/problem.ts'
import { gapBetween } from './gapBetweenKnots.ts'

test('no point between two others is further above its minimum than the bound, however bad the two are', () => {
  const { X, y } = linearProblem(25, 5)
  const problem = prepare(X, y, {})
  const random = seededRandom(4)
  const penaltyOf = (l1: Float64Array) => ({ l1, l2: new Float64Array(5), nonNegative: false })
  let tightest = Infinity
  for (let trial = 0; trial < cases(60, 200); trial++) {
    const signs = Array.from({ length: 5 }, () => random.integer(3) - 1)
    const [above, below] = [0, 1].map(() => {
      const u = Float64Array.from(signs, (sign) => sign * random.uniform())
      const l1 = new Float64Array(5).fill(20 * random.uniform())
      return { u, l1, bound: certify(problem, penaltyOf(l1), u) }
    })
    const bound = gapBetween(above, below)
    for (let t = 0; t <= 1; t += 0.125) {
      const between = (from: Float64Array, to: Float64Array) =>
        from.map((value, j) => value + t * (to[j] - value))
      const penalty = penaltyOf(between(above.l1, below.l1))
      const u = between(above.u, below.u)
      const best = descend(problem, penalty, u, 0, 1000).certificate.objective
      const excess = certify(problem, penalty, u).objective - best
      expect(excess).toBeLessThanOrEqual(bound * (1 + 1e-9))
      if (excess > 0) tightest = Math.min(tightest, bound / excess)
    }
  }
  expect(tightest).toBeLessThan(1.5)
})
