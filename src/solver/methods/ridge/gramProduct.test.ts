import { expect, onTestFinished, test } from 'vitest'
import { kernels, useKernels } from '../../algebra/kernels/kernels.ts'
import { expectClose } from '../../testing/expectClose.ts'
import { linearProblem } from '../../testing/linearProblem.ts'
import { gramProduct } from './gramProduct.ts'
import { prepare } from '../../problem/problem.ts'

/** A product by XᵀX, and the number of p × p matrices that it has made so far. */
function started(n: number, p: number) {
  const { X, y } = linearProblem(n, p)
  const problem = prepare(X, y, {})
  let made = 0
  const allocate = (length: number): Float64Array => {
    if (length === p * p) made++
    return new Float64Array(length)
  }
  const product = gramProduct({ ...problem, workspace: { ...problem.workspace, allocate } })
  const v = Float64Array.from({ length: p }, (_, j) => Math.sin(j))
  const times = (): Float64Array => {
    const out = new Float64Array(p)
    product.times(v, out)
    return out
  }
  return { product, times, matrices: () => made }
}

test('XᵀX is formed once, when enough products are expected, and the products stay the same', () => {
  const { product, times, matrices } = started(40, 20)
  const first = times()
  product.expect(6)
  expect(matrices()).toBe(0)
  product.expect(7)
  product.expect(20)
  expect(matrices()).toBe(1)
  expectClose(times(), first, 1e-12)
})

test('kernels that multiply faster for XᵀX form it for fewer products', () => {
  const given = kernels
  useKernels({ ...given, gramSpeed: 5 })
  onTestFinished(() => useKernels(given))
  const { product, matrices } = started(40, 20)
  product.expect(1)
  expect(matrices()).toBe(0)
  product.expect(2)
  expect(matrices()).toBe(1)
})

test('it is never formed where it is larger than X', () => {
  const { product, matrices } = started(20, 40)
  product.expect(20)
  expect(matrices()).toBe(0)
})
