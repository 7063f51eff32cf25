import { checkFinite, checkInteger, LONGEST } from './checks.ts'
import { inputError, ShrinkageError, type Place } from './errors.ts'
import type { Matrix, MatrixLike } from '../fit.ts'

function isMatrix(X: MatrixLike): X is Matrix {
  return !Array.isArray(X) && (X as Matrix).data instanceof Float64Array
}

/**
 * Copies a design into column-major order and checks every entry, so that the rest of the package need not.
 *
 * @param X n rows of p numbers each, or a {@link Matrix}.
 * @param name the name that errors give it.
 * @throws ShrinkageError if X is empty, ragged, or holds anything but finite numbers.
 *
 * @example
 * toMatrix([[1, 2], [3, 4], [5, 6]]).data // [1, 3, 5, 2, 4, 6]
 */
export function toMatrix(X: MatrixLike, name = 'X'): Matrix {
  const matrix = readMatrix(X, name)
  if (matrix !== X) return matrix
  const { rows, columns } = matrix
  const data = matrix.data.slice()
  if (!allFinite(data)) {
    const k = data.findIndex((value) => !Number.isFinite(value))
    checkFinite(data[k], entryOf(name, k % rows, Math.floor(k / rows)))
  }
  return { rows, columns, data }
}

/** Like {@link toMatrix}, but returns a {@link Matrix} as it is: the caller must copy it and check its entries. */
export function readMatrix(X: MatrixLike, name = 'X'): Matrix {
  if (X === null || typeof X !== 'object') {
    throw inputError('not-numeric', name, X, 'a list of rows')
  }
  if (isMatrix(X)) return checkShape(X, name)
  if ('data' in X) {
    throw inputError('not-numeric', `${name}.data`, X.data, 'a Float64Array, column by column')
  }
  return copyRows(X, name)
}

/** The place of an entry, for errors. */
export function entryOf(name: string, row: number, column: number): Place {
  return { name, row, column }
}

/** The error for a first row without numbers; a list of objects with named entries is a common reason. */
function emptyRow(row: object, name: string): ShrinkageError {
  const names = Array.isArray(row) || ArrayBuffer.isView(row) ? [] : Object.keys(row)
  if (names.length > 0) {
    return inputError('not-numeric', { name, row: 0 }, row, 'a list of numbers for each row')
  }
  const sentence = `${name} has no columns in row 0; expected at least one number.`
  return new ShrinkageError('empty', sentence, { name, row: 0, given: 0, least: 1 })
}

function copyRows(X: readonly ArrayLike<number>[], name: string): Matrix {
  const rows = X.length
  if (!(rows > 0)) {
    const sentence = `${name} has no rows; expected at least one.`
    throw new ShrinkageError('empty', sentence, { name, given: 0, least: 1 })
  }
  const first: unknown = X[0]
  if (first === null || typeof first !== 'object') {
    throw inputError('not-numeric', { name, row: 0 }, first, 'a list of numbers for each row')
  }
  const columns = X[0].length
  if (!(columns > 0)) {
    throw emptyRow(first, name)
  }
  checkSize(rows, columns, name)
  const data = new Float64Array(rows * columns)
  for (let i = 0; i < rows; i++) {
    const row = X[i]
    if (row?.length !== columns) {
      const given = row?.length ?? null
      throw new ShrinkageError(
        'length-mismatch',
        `${name} has ${columns} columns in row 0 but ${given ?? 'none'} in row ${i}; expected rows of equal length.`,
        { name, row: i, given, expected: columns },
      )
    }
    for (let j = 0; j < columns; j++) {
      const value = row[j]
      if (!Number.isFinite(value)) checkFinite(value, entryOf(name, i, j))
      data[j * rows + i] = value
    }
  }
  return { rows, columns, data }
}

function checkShape(X: Matrix, name: string): Matrix {
  const rows = checkInteger(X.rows, `${name}.rows`, 1)
  const columns = checkInteger(X.columns, `${name}.columns`, 1)
  if (X.data.length !== rows * columns) {
    throw new ShrinkageError(
      'length-mismatch',
      `${name}.data has ${X.data.length} numbers; expected ${rows} rows × ${columns} columns = ${rows * columns}.`,
      { name: `${name}.data`, given: X.data.length, expected: rows * columns },
    )
  }
  checkSize(rows, columns, name)
  return X
}

/** Refuses more numbers than kernels can index. */
export function checkSize(rows: number, columns: number, name: string): void {
  if (rows * columns <= LONGEST) return
  throw new ShrinkageError(
    'out-of-range',
    `${name} has ${rows} rows × ${columns} columns; expected at most ${LONGEST} numbers.`,
    { name, given: rows * columns, most: LONGEST },
  )
}

/** v − v is 0 for a finite v and NaN for any other, so sums tell of all entries; of two the processor adds side by side. */
function allFinite(data: Float64Array): boolean {
  let even = 0
  let odd = 0
  for (let k = 0; k < data.length - 1; k += 2) {
    even += data[k] - data[k]
    odd += data[k + 1] - data[k + 1]
  }
  const last = data[data.length - 1]
  return even + odd + (last - last) === 0
}
