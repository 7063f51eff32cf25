import type { Matrix, MatrixLike, Model } from '../fit.ts'
import { checkFinite, checkObject, checkVector } from '../input/checks.ts'
import { ShrinkageError } from '../input/errors.ts'
import { toMatrix } from '../input/matrix.ts'

/** Checks a model and a design that fit together. */
export function readModel(
  model: Model,
  X: MatrixLike,
): { design: Matrix; coefficients: Float64Array; intercept: number } {
  const coefficients = checkVector(checkObject(model, 'fit').coefficients, 'fit.coefficients')
  const intercept = checkFinite(model.intercept, 'fit.intercept')
  const design = toMatrix(X)
  if (design.columns !== coefficients.length) {
    throw new ShrinkageError(
      'length-mismatch',
      `X has ${design.columns} columns; expected ${coefficients.length}, one for each coefficient.`,
      { name: 'X', given: design.columns, expected: coefficients.length },
    )
  }
  return { design, coefficients, intercept }
}
