import { kernels } from './kernels/kernels.ts'

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
  /** Columns that are independent: what is left of them exceeds {@link DEPENDENT} of their length. */
  rank: number
}

/**
 * A column of which no more than this share is left depends on those before: with ε for the rounding of X, its
 * coefficient would be off by ε / DEPENDENT², and the fitted values by ε / DEPENDENT, which must stay below 1e-5.
 */
export const DEPENDENT = 1e-11

/**
 * Factors a copy of X; at each step the column with the most left comes next (Businger and Golub 1965).
 *
 * With `priorities` what is left of column j counts times priorities[j], so that columns of high priority come first
 * unless they nearly depend on those before. With `dependent` column j depends on those before if no more is left of it
 * than that share dependent[j] of its length.
 */
export function pivotedQr(
  X: Float64Array,
  rows: number,
  columns: number,
  priorities: Float64Array | null = null,
  dependent: Float64Array | null = null,
): PivotedQr {
  const data = X.slice()
  const steps = Math.min(rows, columns)
  const diagonal = new Float64Array(steps)
  const pivots = Int32Array.from({ length: columns }, (_, j) => j)
  const left = new Float64Array(columns)
  for (let j = 0; j < columns; j++) left[j] = kernels.dot(data, j * rows, data, j * rows, rows)
  const checked = left.slice()
  const squares = left.slice()
  let rank = 0
  for (; rank < steps; rank++) {
    const next = choosePivot(left, squares, pivots, priorities, dependent, rank)
    if (next < 0) break
    if (next !== rank) {
      swapColumns(data, rows, rank, next)
      for (const list of [pivots, left, checked, squares]) swapEntries(list, rank, next)
    }
    diagonal[rank] = reflectColumn(data, rank * rows + rank, rows - rank)
    for (let j = rank + 1; j < columns; j++) {
      const start = j * rows + rank
      reflect(data, rank * rows + rank, data, start, rows - rank)
      left[j] -= data[start] ** 2
      if (left[j] >= 1e-6 * checked[j]) continue
      // Too much has been taken away for the difference to be right.
      left[j] = kernels.dot(data, start + 1, data, start + 1, rows - rank - 1)
      checked[j] = left[j]
    }
  }
  return { rows, columns, data, diagonal, pivots, rank }
}

/**
 * The column that comes next, from `from` on; −1 if what is left of every column is rounding.
 *
 * Priorities count only among columns that are clearly independent of those before.
 */
function choosePivot(
  left: Float64Array,
  squares: Float64Array,
  pivots: Int32Array,
  priorities: Float64Array | null,
  dependent: Float64Array | null,
  from: number,
): number {
  let clear = -1
  let any = -1
  let most = 0
  for (let j = from; j < left.length; j++) {
    const size = Math.sqrt(left[j]) * (priorities === null ? 1 : priorities[pivots[j]])
    if (left[j] > 1e-12 * squares[j] && size > most) {
      most = size
      clear = j
    }
    const least = dependent === null ? DEPENDENT : dependent[pivots[j]]
    if (left[j] > least ** 2 * squares[j] && (any < 0 || left[j] > left[any])) any = j
  }
  return clear < 0 ? any : clear
}

function swapColumns(data: Float64Array, rows: number, a: number, b: number): void {
  const column = data.slice(a * rows, a * rows + rows)
  data.copyWithin(a * rows, b * rows, b * rows + rows)
  data.set(column, b * rows)
}

function swapEntries(list: Float64Array | Int32Array, a: number, b: number): void {
  const kept = list[a]
  list[a] = list[b]
  list[b] = kept
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
