import { kernels } from './kernels.ts'

/**
 * Householder QR with column pivoting: XP = QR.
 *
 * Column k of `data` (column-major, as X) holds R above the diagonal and the reflection below; `diagonal` holds that of R.
 */
export interface PivotedQr {
  rows: number
  columns: number
  data: Float64Array
  diagonal: Float64Array
  /** Column k of the factors is column pivots[k] of X. */
  pivots: Int32Array
  /** Columns that are independent up to rounding: |R_kk| > 16·max(n, p)·ε·|R_00|. */
  rank: number
}

/** Factors a copy of X; at each step the column with the most left comes next (Businger and Golub 1965). */
export function pivotedQr(X: Float64Array, rows: number, columns: number): PivotedQr {
  const data = X.slice()
  const steps = Math.min(rows, columns)
  const diagonal = new Float64Array(steps)
  const pivots = Int32Array.from({ length: columns }, (_, j) => j)
  const squares = new Float64Array(columns)
  for (let j = 0; j < columns; j++) squares[j] = kernels.dot(data, j * rows, data, j * rows, rows)
  const initial = squares.slice()
  let rank = 0
  for (let k = 0; k < steps; k++) {
    let best = k
    for (let j = k + 1; j < columns; j++) if (squares[j] > squares[best]) best = j
    if (best !== k) swapColumns(data, rows, pivots, squares, initial, k, best)
    const top = reflectColumn(data, k * rows + k, rows - k)
    if (!(Math.abs(top) > 16 * Math.max(rows, columns) * 2.3e-16 * Math.abs(diagonal[0] || top)))
      break
    diagonal[k] = top
    rank = k + 1
    for (let j = k + 1; j < columns; j++) {
      const start = j * rows + k
      reflect(data, k * rows + k, data, start, rows - k)
      squares[j] -= data[start] ** 2
      if (squares[j] < 1e-6 * initial[j]) {
        squares[j] = kernels.dot(data, start + 1, data, start + 1, rows - k - 1)
        initial[j] = squares[j]
      }
    }
  }
  return { rows, columns, data, diagonal, pivots, rank }
}

function swapColumns(
  data: Float64Array,
  rows: number,
  pivots: Int32Array,
  squares: Float64Array,
  initial: Float64Array,
  a: number,
  b: number,
): void {
  const column = data.slice(a * rows, a * rows + rows)
  data.copyWithin(a * rows, b * rows, b * rows + rows)
  data.set(column, b * rows)
  for (const list of [pivots, squares, initial]) {
    const kept = list[a]
    list[a] = list[b]
    list[b] = kept
  }
}

/** Replaces x by the unit vector v of the reflection I − 2vv' that sends x to (top, 0, …); returns top. */
function reflectColumn(data: Float64Array, start: number, length: number): number {
  const norm = Math.sqrt(kernels.dot(data, start, data, start, length))
  if (norm === 0) return 0
  const top = data[start] > 0 ? -norm : norm
  data[start] -= top
  const size = Math.sqrt(kernels.dot(data, start, data, start, length))
  for (let i = start; i < start + length; i++) data[i] /= size
  return top
}

/** x ← (I − 2vv')x. */
function reflect(
  v: Float64Array,
  vStart: number,
  x: Float64Array,
  start: number,
  length: number,
): void {
  kernels.axpy(-2 * kernels.dot(v, vStart, x, start, length), v, vStart, x, start, length)
}

/** b ← Qᵀb; its first `rank` entries are the coordinates of b in the range of X. */
export function applyQTransposed(qr: PivotedQr, b: Float64Array): void {
  for (let k = 0; k < qr.rank; k++) reflect(qr.data, k * qr.rows + k, b, k, qr.rows - k)
}

/** b ← Qb. */
export function applyQ(qr: PivotedQr, b: Float64Array): void {
  for (let k = qr.rank - 1; k >= 0; k--) reflect(qr.data, k * qr.rows + k, b, k, qr.rows - k)
}

/** Entry (k, j) of R, for the columns in pivoted order. */
export function entryOfR(qr: PivotedQr, k: number, j: number): number {
  return k === j ? qr.diagonal[k] : qr.data[j * qr.rows + k]
}

/** Solves Rx = b for the leading rank × rank part of R, in place. */
export function solveR(qr: PivotedQr, b: Float64Array): void {
  for (let k = qr.rank - 1; k >= 0; k--) {
    b[k] /= qr.diagonal[k]
    kernels.axpy(-b[k], qr.data, k * qr.rows, b, 0, k)
  }
}

/** Solves Rᵀx = b for the leading rank × rank part of R, in place. */
export function solveRTransposed(qr: PivotedQr, b: Float64Array): void {
  for (let k = 0; k < qr.rank; k++) {
    b[k] = (b[k] - kernels.dot(qr.data, k * qr.rows, b, 0, k)) / qr.diagonal[k]
  }
}
