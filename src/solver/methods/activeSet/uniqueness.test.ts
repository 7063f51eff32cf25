import { expect, test } from 'vitest'
import { elasticNet, lasso, lassoPath, seededRandom } from 'shrinkage'
import { linearProblem } from '../../testing/linearProblem.ts'

const notUnique = expect.arrayContaining([expect.stringContaining('not unique')])

test('every route says that the solution is not unique where two columns are equal', () => {
  for (const [n, p, lambdaMin] of [
    [30, 5, 0],
    [30, 50, 0],
    [900, 140, 0.05],
    [20, 140, 0.1],
  ]) {
    const { X, y } = linearProblem(n, p)
    const twins = X.map((row) => [...row, row[0]])
    expect(lasso(twins, y, 0.2).notes).toEqual(notUnique)
    expect(lassoPath(twins, y, { lambdaMin }).at(0.2).notes).toEqual(notUnique)
    expect(lassoPath(X, y, { lambdaMin }).at(0.2).notes).toEqual([])
    expect(elasticNet(twins, y, 0.2, 0.5).notes).toEqual([])
  }
})

test('least squares at the end of a path is not unique with more columns than rows', () => {
  const random = seededRandom(3)
  const X = Array.from({ length: 4 }, () => Array.from({ length: 9 }, () => random.normal()))
  const y = X.map((row) => row[0] - row[5])
  expect(lassoPath(X, y).at(0).notes).toEqual(notUnique)
  expect(lassoPath(X, y).at(0.1).notes).toEqual([])
})
