import { kernels } from '../../algebra/kernels/kernels.ts'
import { emptyActiveSet, solveActiveSet } from '../../methods/activeSet/activeSet.ts'
import type { Penalty } from '../../problem/penalty.ts'
import { gramFrom } from '../../methods/activeSet/gram.ts'
import type { LogisticProblem } from './logisticProblem.ts'
import { labelResidual, sigmoid, type LogisticState } from './logisticState.ts'

/** Where the quadratic model of the loss at `state`, with the penalty as it is, has its minimum. */
export function newtonTarget(
  { design, y, weights, intercept }: LogisticProblem,
  penalty: Penalty,
  { u, b, eta }: LogisticState,
): { u: Float64Array; b: number } {
  const { X, rows, columns } = design
  const residual = y.map((value, i) => weights[i] * labelResidual(value, eta[i]))
  const curvature = eta.map((value, i) => weights[i] * sigmoid(value) * sigmoid(-value))
  const total = sum(curvature)
  const means = new Float64Array(columns)
  if (intercept && total > 0) {
    kernels.transposeTimes(X, rows, columns, curvature, means)
    for (let j = 0; j < columns; j++) means[j] /= total
  }
  const scaled = new Float64Array(rows * columns)
  for (let j = 0; j < columns; j++) {
    for (let i = 0; i < rows; i++) {
      scaled[j * rows + i] = Math.sqrt(curvature[i]) * (X[j * rows + i] - means[j])
    }
  }
  const hessian = new Float64Array(columns * columns)
  kernels.gram(scaled, rows, columns, hessian)

  // With the intercept at its best for every u, the model is ½v'Hv − c'v with c = Hu + X̃'residual.
  const pull = new Float64Array(columns)
  kernels.transposeTimes(X, rows, columns, residual, pull)
  const left = intercept ? sum(residual) : 0
  for (let j = 0; j < columns; j++) pull[j] -= means[j] * left
  for (let j = 0; j < columns; j++) kernels.axpy(u[j], hessian, j * columns, pull, 0, columns)
  const state = emptyActiveSet(columns)
  solveActiveSet(gramFrom(hessian, pull), penalty, state)
  let shift = total > 0 ? left / total : 0
  for (let j = 0; j < columns; j++) shift -= means[j] * (state.u[j] - u[j])
  return { u: state.u, b: intercept ? b + shift : 0 }
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0)
}
