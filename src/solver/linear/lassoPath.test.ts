import { expect, test } from 'vitest'
import { lassoPath } from 'shrinkage'
import { linearProblem } from '../testing/linearProblem.ts'

const { X, y } = linearProblem(30, 6)

test('the functions of a path can be handed on alone', () => {
  const path = lassoPath(X, y)
  const { at, coefficientsAt, knots } = path
  expect([1, 0.5].map(at)).toEqual([path.at(1), path.at(0.5)])
  expect(coefficientsAt([1])).toEqual(path.coefficientsAt([1]))
  expect(knots).toBe(path.knots)
})
