import { symmetricEigenvalues } from '../../algebra/eigenvalues.ts'
import type { FitOptions, Matrix, MatrixLike, VectorLike } from '../../fit.ts'
import { checkHeld, checkLambda, checkRho, checkVector } from '../../input/checks.ts'
import { checkSymmetric } from '../../input/checkSymmetric.ts'
import { ShrinkageError } from '../../input/errors.ts'
import { toMatrix } from '../../input/matrix.ts'
import { excludedFeatures, readOptions, readSetting } from '../../input/options.ts'
import { emptyActiveSet, solveActiveSet } from '../../methods/activeSet/activeSet.ts'
import { gramFrom } from '../../methods/activeSet/gram.ts'
import { subdifferentialDistance, type Penalty } from '../../problem/penalty.ts'

/** The options of a fit that mean something for a quadratic. */
export type GramOptions = Pick<FitOptions, 'nonNegative' | 'penaltyFactors'>

const GRAM_OPTIONS: readonly (keyof GramOptions)[] = ['nonNegative', 'penaltyFactors']

/**
 * Elastic net of a quadratic: minimizes ½w'Hw − c'w + λ(ρ‖w‖₁ + (1 − ρ)/2·‖w‖²), exactly.
 *
 * For callers that have the quadratic itself, such as H = XᵀX/n and c = Xᵀy/n. Solved by the active set method.
 *
 * @param H p rows of p numbers, symmetric and positive semidefinite.
 * @param c p numbers.
 * @param lambda λ ≥ 0.
 * @param rho ρ from 0 to 1.
 * @param options penalty factors and the sign constraint, as of a fit.
 * @returns coefficients, with exact zeros; the largest distance from the optimality conditions, in the units of λ; and
 *   whether the method finished, which it cannot where there is no minimum: for a c outside the range of a singular H.
 * @throws ShrinkageError if an input is malformed, H is not symmetric or not positive semidefinite, or a double
 *   cannot hold the answer.
 *
 * @example
 * elasticNetGram([[1, 0.5], [0.5, 1]], [2, 0.25], 1, 1).coefficients // [1, 0]
 */
export function elasticNetGram(
  H: MatrixLike,
  c: VectorLike,
  lambda: number,
  rho: number,
  options: GramOptions = {},
): { coefficients: Float64Array; kktResidual: number; converged: boolean } {
  readOptions(options, GRAM_OPTIONS, 'elasticNetGram')
  checkLambda(lambda)
  checkRho(rho)
  const matrix = toMatrix(H, 'H')
  checkSymmetric(matrix, 'H')
  checkDiagonal(matrix)
  checkSemidefinite(matrix)
  const { columns, data } = matrix
  const Xty = checkVector(c, 'c', columns)
  const penalty = gramPenalty(lambda, rho, options, columns)
  const state = emptyActiveSet(columns)
  const gram = gramFrom(data, Xty)
  checkHeld(gram.yNorm, 'c', 'c, measured by H,')
  const converged = solveActiveSet(gram, penalty, state)
  const coefficients = state.u.slice()
  let kktResidual = 0
  coefficients.forEach((value, j) => {
    checkHeld(value, { name: 'coefficients', index: j }, `Coefficient ${j}`)
    kktResidual = Math.max(kktResidual, subdifferentialDistance(penalty, value, state.z[j], j))
  })
  return { coefficients, kktResidual, converged }
}

function gramPenalty(lambda: number, rho: number, options: GramOptions, columns: number): Penalty {
  const { factors, nonNegative } = readSetting(options, columns)
  const strengths =
    factors?.map((factor) => lambda * factor) ?? new Float64Array(columns).fill(lambda)
  const l1 = strengths.map((strength) => rho * strength)
  // No correlation reaches this bound, so these features never enter.
  for (const j of excludedFeatures(options.penaltyFactors)) l1[j] = Number.MAX_VALUE
  return { l1, l2: strengths.map((strength) => (1 - rho) * strength), nonNegative }
}

function checkDiagonal({ columns, data }: Matrix): void {
  for (let j = 0; j < columns; j++) {
    const diagonal = data[j * columns + j]
    if (diagonal > 0) continue
    throw new ShrinkageError(
      'out-of-range',
      `H[${j}][${j}] is ${diagonal}; expected a positive diagonal.`,
      { name: 'H', row: j, column: j, given: diagonal, least: 0 },
    )
  }
}

/** Along an eigenvector of a negative eigenvalue the quadratic has no minimum. */
function checkSemidefinite(H: Matrix): void {
  const eigenvalues = symmetricEigenvalues(H)
  const least = eigenvalues[eigenvalues.length - 1]
  if (least >= -1e-12 * eigenvalues[0]) return
  throw new ShrinkageError(
    'out-of-range',
    `H has an eigenvalue of ${least.toPrecision(3)}; expected a positive semidefinite H.`,
    { name: 'H', given: least, least: 0 },
  )
}
