import { kernels } from '../algebra/kernels/kernels.ts'
import { toMatrix } from '../input/matrix.ts'
import { symmetricEigenvalues } from '../algebra/eigenvalues.ts'
import { checkBoolean, checkLambda, checkObject, checkRho, checkVector } from '../input/checks.ts'
import { readOptions } from '../input/options.ts'
import type { Fit, MatrixLike } from '../fit.ts'

/**
 * The effective number of parameters of a fit, its intercept not counted.
 *
 * Ridge: Σ d_k²/(d_k² + nλ) over the singular values d_k of the centred X. Lasso: the rank of the features whose
 * coefficient is not 0, their number if they are independent, which is right on average over y. Elastic net: ridge's sum
 * with λ(1 − ρ) over those features. Penalty factors other than 1 and sample weights are not taken into account.
 * Source: Zou, Hastie & Tibshirani (2007), "On the degrees of freedom of the lasso"; Tibshirani & Taylor (2012).
 *
 * @param X n rows of p numbers, the design of the fit
 * @param fit its coefficients, λ and ρ
 * @param options.intercept did the fit have an intercept? Default true
 * @throws ShrinkageError if X is bad data, or has another number of columns than the fit has coefficients
 * @example
 * degreesOfFreedom([[1, 0], [0, 1]], { coefficients: [3, 0], lambda: 1, rho: 1 }, { intercept: false }) // 1
 * degreesOfFreedom([[1, 0], [0, 1]], { coefficients: [2, 1], lambda: 0.5, rho: 0 }, { intercept: false }) // 1
 */
export function degreesOfFreedom(
  X: MatrixLike,
  fit: Pick<Fit, 'lambda' | 'rho'> & { coefficients: ArrayLike<number> },
  options: { intercept?: boolean } = {},
): number {
  const { intercept = true } = readOptions(options, ['intercept'], 'degreesOfFreedom')
  checkBoolean(intercept, 'intercept')
  const { rows, columns, data } = toMatrix(X)
  const coefficients = checkVector(checkObject(fit, 'fit').coefficients, 'coefficients', columns)
  const l2 = checkLambda(fit.lambda) * (1 - checkRho(fit.rho))
  const kept = [...coefficients.keys()].filter((j) => fit.rho === 0 || coefficients[j] !== 0)
  const active = kept.map((j) => centredColumn(data, j, rows, intercept))
  const largest = active.reduce((most, v) => v.reduce((m, x) => Math.max(m, Math.abs(x)), most), 0)
  if (largest === 0) return 0

  const squares = squaredSingularValues(active, rows, largest)
  const penalty = (rows * (l2 / largest)) / largest
  const negligible = Math.max(rows, columns) * Number.EPSILON * squares[0]
  return squares.reduce((sum, d2) => (d2 > negligible ? sum + d2 / (d2 + penalty) : sum), 0)
}

function centredColumn(
  data: Float64Array,
  j: number,
  rows: number,
  intercept: boolean,
): Float64Array {
  const column = data.slice(j * rows, (j + 1) * rows)
  if (!intercept) return column
  // From the first value on, so that a constant column becomes exactly 0.
  const moved = column.map((value) => value - column[0])
  const mean = moved.reduce((sum, value) => sum + value, 0) / rows
  return moved.map((value) => value - mean)
}

/** Of the columns divided by `scale`: the eigenvalues of the smaller of XᵀX and XXᵀ, the largest first. */
function squaredSingularValues(columns: Float64Array[], rows: number, scale: number): Float64Array {
  const wide = columns.length > rows
  const [length, size] = wide ? [columns.length, rows] : [rows, columns.length]
  const data = new Float64Array(rows * columns.length)
  columns.forEach((column, j) => {
    column.forEach((value, i) => (data[wide ? i * length + j : j * length + i] = value / scale))
  })
  const gram = new Float64Array(size * size)
  kernels.gram(data, length, size, gram)
  return symmetricEigenvalues({ rows: size, columns: size, data: gram })
}
