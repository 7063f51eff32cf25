import { seededRandom } from 'shrinkage'
import { expect, test } from 'vitest'
import type { Point } from '../kit/figure.ts'
import { defaults } from '../kit/parameters.ts'
import { descentAt, lossAt } from '../kit/quadraticLoss.ts'
import { cases } from '../../solver/testing/cases.ts'
import { randomState } from '../testing/randomState.ts'
import adamw from './index.ts'
import { compute, RATE } from './model.ts'
import { STEPS } from './parameters.ts'

const random = seededRandom(29)
const states = Array.from({ length: cases(20, 60) }, () => randomState(adamw, random))
const distance = (a: Point, b: Point) => Math.hypot(a[0] - b[0], a[1] - b[1])

test('no point of the square has a lower loss than the goal', () => {
  for (const values of states) {
    const { loss, goal, half } = compute(values)
    expect(Math.max(...goal.map(Math.abs))).toBeLessThanOrEqual(half)
    for (let i = 0; i < 200; i++) {
      const other: Point = [0, 0].map(() => half * (2 * random.uniform() - 1)) as [number, number]
      expect(lossAt(loss, other)).toBeGreaterThanOrEqual(lossAt(loss, goal) - 1e-12)
    }
  }
})

test('the other two meet their own conditions: λw under L2, λ sign w under L1', () => {
  for (const values of states) {
    const { loss, ridge, lasso } = compute(values)
    const [byRidge, byLasso] = [descentAt(loss, ridge), descentAt(loss, lasso)]
    ridge.forEach((w, j) => expect(byRidge[j]).toBeCloseTo(values.lambda * w, 8))
    lasso.forEach((w, j) => {
      if (w === 0) expect(Math.abs(byLasso[j])).toBeLessThanOrEqual(values.lambda + 1e-8)
      else expect(byLasso[j]).toBeCloseTo(values.lambda * Math.sign(w), 8)
    })
  }
})

test('AdamW leaves the square by less than a step, and comes closer to the goal the longer it runs', () => {
  for (const values of states.slice(0, 20)) {
    const { wholeRun: run, goal, half } = compute(values)
    for (const [w1, w2] of run)
      expect(Math.max(Math.abs(w1), Math.abs(w2))).toBeLessThan(half + RATE)
    const [early, late] = [run[10], run[STEPS / 100]].map((point) => distance(point, goal))
    expect(late).toBeLessThan(Math.max(0.02, 0.5 * early))
  }
})

test('at the start the three shapes hold one another: diamond in circle in square', () => {
  const { ridge, lasso, goal, half } = compute(defaults(adamw))
  expect(lasso[1]).toBe(0)
  expect(ridge[1]).not.toBe(0)
  expect(goal).toEqual([half, 0.6])
})
