import { describe, expect, test } from 'vitest'
import { seededRandom } from '../data/random.ts'
import { expectClose } from '../testing/expectClose.ts'
import { kernels } from './kernels/kernels.ts'
import { combineKrylov, extendKrylov, startKrylov, type KrylovBasis } from './lanczos.ts'

const random = seededRandom(7)
const normals = (count: number): Float64Array =>
  Float64Array.from({ length: count }, () => random.normal())
const allocate = (length: number): Float64Array => new Float64Array(length)

const columnsOf = (data: Float64Array, size: number, count: number): Float64Array[] =>
  Array.from({ length: count }, (_, k) => data.subarray(k * size, (k + 1) * size))
const dot = (v: Float64Array, w: Float64Array): number => kernels.dot(v, 0, w, 0, v.length)

/** v ↦ Sv for S = D + 1e-3·ww', D with the given diagonal. */
function nearlyDiagonal(diagonal: Float64Array) {
  const w = normals(diagonal.length)
  return (v: Float64Array, out: Float64Array): void => {
    const along = 1e-3 * dot(w, v)
    for (let i = 0; i < v.length; i++) out[i] = diagonal[i] * v[i] + along * w[i]
  }
}

/** T, column by column. */
function tridiagonalOf({ count, diagonal, offDiagonal }: KrylovBasis): Float64Array {
  return Float64Array.from({ length: count * count }, (_, at) => {
    const [i, j] = [at % count, Math.floor(at / count)]
    if (i === j) return diagonal[i]
    return Math.abs(i - j) === 1 ? offDiagonal[Math.min(i, j)] : 0
  })
}

describe.each([
  ['spread evenly', (i: number) => 1 + i / 20],
  ['over twelve decades', (i: number) => 10 ** (-i / 8)],
  ['in three clusters', (i: number) => 1 + (i % 3) + 1e-9 * i],
])('eigenvalues %s:', (_, eigenvalue) => {
  const size = 100
  const times = nearlyDiagonal(Float64Array.from({ length: size }, (_, i) => eigenvalue(i)))
  const b = normals(size)

  test('the basis starts at b and stays orthonormal to the end, T is QᵀSQ, and the products are SQ', () => {
    const basis = startKrylov(b, size, allocate)
    while (basis.count < size) extendKrylov(basis, times)
    const Q = columnsOf(basis.vectors, size, size)
    expectClose(
      Q[0].map((value) => value * basis.startLength),
      b,
      1e-13,
    )
    const products = Q.map((q) => {
      const out = allocate(size)
      times(q, out)
      return out
    })
    columnsOf(basis.products, size, size).forEach((product, k) =>
      expectClose(product, products[k], 1e-14),
    )
    const inner = Q.flatMap((q) => Q.map((other) => dot(q, other)))
    const identity = Q.flatMap((q) => Q.map((other) => (q === other ? 1 : 0)))
    expectClose(inner, identity, 1e-13)
    const projected = Q.flatMap((_, j) => Q.map((q) => dot(q, products[j])))
    expectClose(projected, tridiagonalOf(basis), 1e-13)
  })

  test('what S makes of the last vector leaves the basis by β in the next direction', () => {
    const basis = startKrylov(b, size, allocate)
    for (let k = 0; k < 40; k++) extendKrylov(basis, times)
    const z = allocate(40)
    z[39] = 1
    const [vector, product] = [allocate(size), allocate(size)]
    combineKrylov(basis, z, 40, vector, product)
    const rest = product.slice()
    kernels.axpy(-basis.diagonal[39], vector, 0, rest, 0, size)
    kernels.axpy(-basis.offDiagonal[38], basis.vectors, 38 * size, rest, 0, size)
    expectClose(rest, basis.next, 1e-13)
    expectClose([basis.offDiagonal[39]], [Math.sqrt(dot(basis.next, basis.next))], 1e-15)
  })
})

test('a b made of two eigenvectors has a basis of two vectors, whose T has the two eigenvalues', () => {
  const basis = startKrylov(Float64Array.of(3, 0, 4, 0), 4, allocate)
  const diagonal = [1, 2, 5, 7]
  const times = (v: Float64Array, out: Float64Array): void =>
    v.forEach((value, i) => (out[i] = diagonal[i] * value))
  extendKrylov(basis, times)
  extendKrylov(basis, times)
  expect(basis.offDiagonal[1]).toBeLessThan(1e-15)
  const [first, second] = basis.diagonal
  expectClose([first + second, first * second - basis.offDiagonal[0] ** 2], [6, 5], 1e-14)
})

test('a combination takes as many vectors as it is told to', () => {
  const size = 6
  const basis = startKrylov(normals(size), size, allocate)
  const times = nearlyDiagonal(Float64Array.of(1, 2, 3, 4, 5, 6))
  for (let k = 0; k < 4; k++) extendKrylov(basis, times)
  const [vector, product, wanted] = [allocate(size), allocate(size), allocate(size)]
  combineKrylov(basis, Float64Array.of(2, -1, 9, 9), 2, vector, product)
  const [q0, q1] = columnsOf(basis.vectors, size, 2)
  expectClose(
    vector,
    q0.map((value, i) => 2 * value - q1[i]),
    1e-15,
  )
  times(vector, wanted)
  expectClose(product, wanted, 1e-14)
})
