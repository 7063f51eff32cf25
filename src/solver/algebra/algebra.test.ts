import { expect, test } from 'vitest'
import { seededRandom } from '../data/random.ts'
import { expectClose } from '../testing/expectClose.ts'
import { appendRow, emptyFactor, removeRow, solveInPlace } from './cholesky.ts'
import { kernels } from './kernels/kernels.ts'
import { applyQ, applyQTransposed, pivotedQr, solveR, solveRTransposed } from './qr.ts'
import { apply, applyTransposed, solveShifted, tridiagonalize } from './tridiagonal.ts'

const random = seededRandom(5)
const normals = (count: number): Float64Array =>
  Float64Array.from({ length: count }, () => random.normal())

/** XᵀX, entry by entry. */
function naiveGram(X: Float64Array, rows: number, columns: number): Float64Array {
  return Float64Array.from({ length: columns * columns }, (_, k) => {
    const [i, j] = [Math.floor(k / columns), k % columns]
    let sum = 0
    for (let row = 0; row < rows; row++) sum += X[i * rows + row] * X[j * rows + row]
    return sum
  })
}

test('the kernels equal the sums they stand for, at every size around their tiles', () => {
  for (const rows of [1, 2, 3, 4, 5, 7, 8, 513]) {
    for (const columns of [1, 2, 3, 4, 5, 8, 9]) {
      const X = normals(rows * columns)
      const r = normals(rows)
      const gram = new Float64Array(columns * columns)
      kernels.gram(X, rows, columns, gram)
      expectClose(gram, naiveGram(X, rows, columns))
      const product = new Float64Array(columns)
      kernels.transposeTimes(X, rows, columns, r, product)
      const wanted = Array.from(product.keys(), (j) =>
        r.reduce((sum, value, i) => sum + value * X[j * rows + i], 0),
      )
      expectClose(product, wanted)
      expectClose([kernels.dot(X, 0, r, 0, rows)], [wanted[0]])
      const y = r.slice()
      kernels.axpy(2, X, 0, y, 0, rows)
      expectClose(
        y,
        r.map((value, i) => value + 2 * X[i]),
      )
    }
  }
})

test('a Cholesky factor that grew and shrank solves the system that is left', () => {
  const size = 40
  const gram = naiveGram(normals(60 * size), 60, size)
  const factor = emptyFactor(2)
  const members: number[] = []
  for (let j = 0; j < size; j++) {
    const cross = Float64Array.from(members, (k) => gram[k * size + j])
    expect(appendRow(factor, cross, gram[j * size + j])).toBe(true)
    members.push(j)
    if (j % 3 === 2) {
      const index = random.integer(members.length)
      removeRow(factor, index)
      members.splice(index, 1)
    }
  }
  const b = normals(members.length)
  const x = b.slice()
  solveInPlace(factor, x)
  expectClose(
    members.map((i) => members.reduce((sum, j, k) => sum + gram[i * size + j] * x[k], 0)),
    b,
  )
})

test('a row that depends on the others is refused by the Cholesky factor, which stays as it was', () => {
  const factor = emptyFactor(1)
  expect(appendRow(factor, new Float64Array(0), 4)).toBe(true)
  expect(appendRow(factor, new Float64Array([6]), 9)).toBe(false)
  expect(factor.size).toBe(1)
})

test('QR finds the rank, and QR of full rank solves a square system and its transpose', () => {
  const X = normals(30)
  for (let i = 0; i < 6; i++) X[4 * 6 + i] = X[i] - 2 * X[6 + i]
  expect(pivotedQr(X, 6, 5).rank).toBe(4)
  const square = normals(25)
  const qr = pivotedQr(square, 5, 5)
  const b = normals(5)
  const z = b.slice()
  applyQTransposed(qr, z)
  const back = z.slice()
  applyQ(qr, back)
  expectClose(back, b)
  solveR(qr, z)
  const product = new Float64Array(5)
  qr.pivots.forEach((j, k) => kernels.axpy(z[k], square, j * 5, product, 0, 5))
  expectClose(product, b)

  const transposed = b.slice()
  solveRTransposed(qr, transposed)
  applyQ(qr, transposed)
  const correlations = new Float64Array(5)
  qr.pivots.forEach((j, k) => (correlations[k] = kernels.dot(square, j * 5, transposed, 0, 5)))
  expectClose(correlations, b)
})

test('a tridiagonal factorization solves (A + shift·I)x = b, and QᵀQ = I', () => {
  const size = 12
  const A = naiveGram(normals(9 * size), 9, size)
  const factored = tridiagonalize(A.slice(), size)
  const b = normals(size)
  const x = b.slice()
  applyTransposed(factored, x)
  const rotated = x.slice()
  apply(factored, x)
  expectClose(x, b)
  const solution = solveShifted(factored, 0.5, rotated)
  apply(factored, solution)
  const product = solution.map((value) => 0.5 * value)
  solution.forEach((value, j) => kernels.axpy(value, A, j * size, product, 0, size))
  expectClose(product, b)
})
