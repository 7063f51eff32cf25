import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  elasticNet,
  elasticNetPath,
  lasso,
  lassoPath,
  leastSquares,
  ridge,
  ridgePath,
  seededRandom,
} from 'shrinkage'
import { expectClose } from '../../../testing/expectClose.ts'
import { linearProblem } from '../../../testing/linearProblem.ts'
import type { Allocate } from '../../workspace.ts'
import { useKernels } from '../kernels.ts'
import { plainKernels } from '../plain/plainKernels.ts'
import type { Kernels } from '../types.ts'
import { kernelsText } from './compile.ts'
import { memoryOf } from './memory.ts'
import { relaxedKernels, strictKernels } from './module.ts'
import { compileSimdKernels } from './wasmKernels.ts'

const random = seededRandom(3)
let simd: Kernels

beforeAll(async () => {
  simd = await compileSimdKernels()
})

const lengths = [...Array.from({ length: 20 }, (_, k) => k), 31, 32, 33, 40, 63, 255, 256, 257, 600]

test('the modules in the repository are what their source compiles to', async () => {
  const stored = readFileSync(new URL('module.ts', import.meta.url), 'utf8')
  expect(stored).toBe(await kernelsText())
  expect(gzipSync(stored).length).toBeLessThan(5000)
})

describe.each([
  ['strict', strictKernels],
  ['relaxed', relaxedKernels],
])('%s kernels agree with the plain ones in one memory, on the heap and across:', (_, module) => {
  let simd: Kernels
  let allocate: Allocate

  beforeAll(async () => {
    simd = await compileSimdKernels([module])
    allocate = simd.workspace(2_000_000).allocate
  })

  /** Numbers in the memory and the same ones on the heap. */
  function both(length: number): [Float64Array, Float64Array] {
    const elsewhere = Float64Array.from({ length }, () => random.normal())
    const inside = allocate(length)
    inside.set(elsewhere)
    return [inside, elsewhere]
  }

  const anywhere = (): Allocate[] => [allocate, (length) => new Float64Array(length)]

  test('dot and axpy at every length and offset', () => {
    const [x, x0] = both(700)
    const [y, y0] = both(700)
    for (const length of lengths) {
      for (const [i, k] of [
        [0, 0],
        [1, 0],
        [3, 6],
        [17, 52],
      ]) {
        const wanted = plainKernels.dot(x0, i, y0, k, length)
        const squares = plainKernels.dot(x0, i, x0, i, length)
        expectClose([plainKernels.squares(x0, i, length)], [squares], 1e-12)
        for (const a of [x, x0]) expectClose([simd.squares(a, i, length)], [squares], 1e-12)
        for (const a of [x, x0]) {
          for (const b of [y, y0]) expectClose([simd.dot(a, i, b, k, length)], [wanted], 1e-12)
        }
        plainKernels.axpy(0.3, x0, i, y0, k, length)
        simd.axpy(0.3, x, i, y, k, length)
        expectClose(y, y0, 1e-12)
      }
    }
  })

  test('Xᵀr, squares of columns and XᵀX for every shape', () => {
    for (const rows of [1, 2, 3, 5, 8, 31, 255, 256, 257, 515]) {
      for (const columns of [1, 2, 3, 4, 5, 6, 7, 8, 9, 13]) {
        const [X, X0] = both(rows * columns)
        const [r, r0] = both(rows)
        const wanted = new Float64Array(columns)
        plainKernels.transposeTimes(X0, rows, columns, r0, wanted)
        const gram = new Float64Array(columns * columns)
        plainKernels.gram(X0, rows, columns, gram)
        for (const design of [X, X0]) {
          for (const room of anywhere()) {
            const out = room(columns)
            for (const residual of [r, r0]) {
              simd.transposeTimes(design, rows, columns, residual, out.fill(NaN))
              expectClose(out, wanted, 1e-12)
            }
            const squares = room(columns)
            for (const residual of [r, r0]) {
              for (const split of [0, 1, columns]) {
                out.fill(NaN)
                simd.columnProducts(design, rows, 0, split, residual, squares, out)
                simd.columnProducts(design, rows, split, columns, residual, squares, out)
                expectClose(out, wanted, 1e-12)
                expectClose(
                  squares,
                  squares.map((_, j) => gram[j * columns + j]),
                  1e-12,
                )
              }
            }
            const products = room(columns * columns).fill(NaN)
            simd.gram(design, rows, columns, products)
            expectClose(products, gram, 1e-12)
          }
        }
      }
    }
  })

  test('products with some columns and among them, for every number of them', () => {
    for (const rows of [1, 2, 7, 64, 301]) {
      const [X, X0] = both(rows * 12)
      const [r, r0] = both(rows)
      const [u, u0] = both(12)
      for (let count = 0; count <= 9; count++) {
        const members = Int32Array.of(11, 0, 7, 3, 1, 10, 5, 2, 8)
        const products = new Float64Array(12).fill(9)
        plainKernels.transposeTimesAt(X0, rows, members, count, r0, products)
        expect(products.filter((value) => value === 9)).toHaveLength(12 - count)
        const sum = new Float64Array(rows).fill(NaN)
        plainKernels.combine(X0, rows, members, count, u0, sum)
        for (const design of [X, X0]) {
          for (const room of anywhere()) {
            const out = room(12).fill(9)
            simd.transposeTimesAt(design, rows, members, count, design === X ? r : r0, out)
            expectClose(out, products, 1e-12)
            for (const weights of [u, u0]) {
              const combined = room(rows).fill(NaN)
              simd.combine(design, rows, members, count, weights, combined)
              expectClose(combined, sum, 1e-12)
            }
          }
        }
      }
    }
  })

  test('triangular systems of every size', () => {
    for (const size of [1, 2, 3, 5, 31, 32, 33, 34, 50]) {
      const capacity = size + 3
      const [L, L0] = both(capacity * capacity)
      for (let k = 0; k < size; k++) L[k * capacity + k] = L0[k * capacity + k] = 5 + size
      const [b, b0] = both(size + 2)
      plainKernels.solveLower(L0, capacity, size, b0, 2)
      simd.solveLower(L, capacity, size, b, 2)
      expectClose(b, b0, 1e-12)
      plainKernels.solveLowerTransposed(L0, capacity, size, b0)
      simd.solveLowerTransposed(L, capacity, size, b)
      expectClose(b, b0, 1e-12)
    }
  })
})

test('a memory that is full hands out ordinary arrays, and memories do not mix', () => {
  const small = simd.workspace(20_000)
  const first = small.allocate(19_000)
  const overflow = small.allocate(50_000)
  expect(overflow.buffer).not.toBe(first.buffer)
  expect(overflow).toHaveLength(50_000)
  const other = simd.workspace(20_000).allocate(100).fill(2)
  first.fill(3, 0, 100)
  expect(simd.dot(first, 0, other, 0, 100)).toBe(600)
  expect(simd.dot(other, 0, other, 0, 100)).toBe(400)
})

test('a memory that was released serves the next problem, and only then; its arrays start as zeros', () => {
  const workspace = simd.workspace(20_000)
  const used = workspace.allocate(5000).fill(1)
  workspace.scratch(5000).fill(2)
  expect(simd.workspace(20_000).allocate(10).buffer).not.toBe(used.buffer)
  workspace.release()
  const next = simd.workspace(10_000)
  const again = next.allocate(9000)
  expect(again.buffer).toBe(used.buffer)
  expect(again.every((value) => value === 0)).toBe(true)
  next.release()
  expect(simd.workspace(200_000).allocate(10).buffer).not.toBe(used.buffer)
})

test('a workspace has one scratch buffer, which grows with what is asked for', () => {
  for (const workspace of [simd.workspace(20_000), plainKernels.workspace(20_000)]) {
    const buffer = workspace.scratch(50)
    expect(workspace.scratch(40)).toBe(buffer)
    expect(workspace.scratch(60).length).toBeGreaterThanOrEqual(60)
  }
})

test('small problems live on the heap', () => {
  expect(memoryOf(simd.workspace(1000).allocate(100))).toBeUndefined()
  expect(memoryOf(simd.workspace(10_000).allocate(100))).toBeDefined()
})

test('a path outlives the memory of its problem', () => {
  useKernels(simd)
  for (const [n, p, lambdaMin] of [
    [700, 10, 0],
    [700, 45, 0],
    [300, 90, 0.01],
    [60, 90, 0.1],
  ]) {
    const { X, y } = linearProblem(n, p, n)
    const path = lassoPath(X, y, { lambdaMin })
    const untouched = lassoPath(X, y, { lambdaMin })
    const lambdas = [1, 0.5, 0.2]
    const before = path.coefficientsAt(lambdas)
    const fits = lambdas.map((lambda) => path.at(lambda))
    for (let seed = 1; seed < 4; seed++) {
      const other = linearProblem(n + 50, p, seed)
      elasticNetPath(other.X, other.y, lambdas, 1)
      lassoPath(other.X, other.y, { lambdaMin })
    }
    expect(path.coefficientsAt(lambdas)).toEqual(before)
    expect(lambdas.map((lambda) => path.at(lambda))).toEqual(fits)
    expect(untouched.coefficientsAt(lambdas)).toEqual(before)
    expect(untouched.knots).toEqual(path.knots)
  }
  useKernels(plainKernels)
})

describe('whole fits agree with the plain ones', () => {
  afterAll(() => useKernels(plainKernels))

  for (const [n, p] of [
    [700, 45],
    [90, 350],
    [801, 101],
  ]) {
    const { X, y } = linearProblem(n, p, n)
    const sampleWeights = y.map((_, i) => i % 3)
    const lambdas = [1, 0.3, 0.1, 0.05]
    const fits = {
      lasso: () => [lasso(X, y, 0.1)],
      'coordinate descent': () => [lasso(X, y, 0.1, { method: 'coordinate descent' })],
      'sample weights': () => [lasso(X, y, 0.1, { sampleWeights })],
      'not negative': () => [lasso(X, y, 0.1, { nonNegative: true, intercept: false })],
      'elastic net': () => [elasticNet(X, y, 0.1, 0.5)],
      'elastic net path': () => elasticNetPath(X, y, lambdas, 0.7).fits,
      'exact path': () => lambdas.map((lambda) => lassoPath(X, y, { lambdaMin: 0.05 }).at(lambda)),
      ridge: () => [ridge(X, y, 0.1)],
      'ridge path': () => ridgePath(X, y, lambdas).fits,
      'least squares': () => [leastSquares(X, y)],
    }
    for (const [name, fit] of Object.entries(fits)) {
      test(`${name}, ${n} × ${p}`, () => {
        useKernels(plainKernels)
        const plain = fit()
        useKernels(simd)
        const fast = fit()
        // Coordinate descent stops at the tolerance, not at full precision.
        const tolerance = name === 'coordinate descent' ? 1e-5 : 1e-12
        plain.forEach(({ coefficients, intercept, converged, method }, k) => {
          expectClose(fast[k].coefficients, coefficients, tolerance)
          expectClose([fast[k].intercept], [intercept], tolerance)
          expect([fast[k].converged, fast[k].method]).toEqual([converged, method])
        })
      })
    }
  }
})
