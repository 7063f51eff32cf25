import { expect, test } from 'vitest'
import { expectClose } from '../testing/expectClose.ts'
import { linearProblem } from '../testing/linearProblem.ts'
import { gramProduct } from './gramProduct.ts'
import { prepare } from './problem.ts'

for (const [n, p, arrays] of [
  [40, 20, 1],
  [20, 40, 0],
]) {
  test(`XᵀXv is the same before and after XᵀX is worth forming, ${n} × ${p}`, () => {
    const { X, y } = linearProblem(n, p)
    let made = 0
    const allocate = (length: number): Float64Array => {
      made++
      return new Float64Array(length)
    }
    const problem = { ...prepare(X, y, {}), allocate }
    const times = gramProduct(problem)
    const v = Float64Array.from({ length: p }, (_, j) => Math.sin(j))
    const [first, later] = [new Float64Array(p), new Float64Array(p)]
    times(v, first)
    expect(made).toBe(0)
    for (let k = 0; k < p; k++) times(v, later)
    expect(made).toBe(arrays)
    expectClose(later, first, 1e-12)
  })
}
