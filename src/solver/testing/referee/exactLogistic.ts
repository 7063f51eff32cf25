import type { LinearQuestion } from './exactLinear.ts'
import {
  absolute,
  divide,
  fixed,
  multiply,
  ONE,
  softplusOf,
  solveFixed,
  toDouble,
} from './fixedPoint.ts'

/** The problem in fixed-point numbers: minimize Σ weight·(log(1 + e^η) − yη) + Σ l1|v| + ½ Σ l2 v². */
interface FixedProblem {
  /** Columns, the ones of the intercept last; v_j is w_j times the size of column j. */
  columns: bigint[][]
  sizes: number[]
  y: number[]
  weights: bigint[]
  l1: bigint[]
  l2: bigint[]
  p: number
  nonNegative: boolean
}

function inFixedPoint({ X, y, lambda, rho, options }: LinearQuestion): FixedProblem {
  const { intercept = true, nonNegative = false, penaltyFactors, sampleWeights } = options
  const all = Array.from(sampleWeights ?? y.map(() => 1))
  const kept = [...y.keys()].filter((i) => all[i] > 0)
  const total = kept.reduce((sum, i) => sum + fixed(all[i]), 0n)
  const p = X[0].length
  const sizes = X[0].map((_, j) => {
    const most = kept.reduce((top, i) => Math.max(top, Math.abs(X[i][j])), 0) || 1
    return 2 ** Math.floor(Math.log2(most))
  })
  const columns = sizes.map((size, j) => kept.map((i) => fixed(X[i][j] / size)))
  if (intercept) columns.push(kept.map(() => ONE))
  const strengths = sizes.map(
    (size, j) => (lambda * (Array.from(penaltyFactors ?? [])[j] ?? 1)) / size,
  )
  const extended = (list: bigint[]): bigint[] => (intercept ? [...list, 0n] : list)
  return {
    columns,
    sizes: intercept ? [...sizes, 1] : sizes,
    y: kept.map((i) => y[i]),
    weights: kept.map((i) => divide(fixed(all[i]), total)),
    l1: extended(strengths.map((value) => fixed(rho * value))),
    l2: extended(strengths.map((value, j) => fixed(((1 - rho) * value) / sizes[j]))),
    p,
    nonNegative,
  }
}

/** Objective, gradient and Hessian of the smooth part, at v. */
function derivatives({ columns, y, weights, l2 }: FixedProblem, v: bigint[]) {
  let loss = 0n
  const size = v.length
  const gradient = v.map((value, j) => multiply(l2[j], value))
  const hessian = v.map((_, j) => v.map((_, k) => (j === k ? l2[j] : 0n)))
  y.forEach((label, i) => {
    const eta = columns.reduce((sum, column, j) => sum + multiply(column[i], v[j]), 0n)
    const { value, slope } = softplusOf(eta)
    loss += multiply(weights[i], value - (label === 1 ? eta : 0n))
    const left = multiply(weights[i], slope - (label === 1 ? ONE : 0n))
    const curvature = multiply(weights[i], multiply(slope, ONE - slope))
    for (let j = 0; j < size; j++) {
      gradient[j] += multiply(columns[j][i], left)
      const scaled = multiply(columns[j][i], curvature)
      for (let k = 0; k < size; k++) hessian[j][k] += multiply(scaled, columns[k][i])
    }
  })
  return { loss, gradient, hessian }
}

function objectiveOf(problem: FixedProblem, v: bigint[], loss: bigint): bigint {
  return v.reduce((sum, value, j) => {
    const ridge = multiply(problem.l2[j], multiply(value, value)) / 2n
    return sum + multiply(problem.l1[j], absolute(value)) + ridge
  }, loss)
}

/** What the gradient may miss its mark by, in fixed-point digits: about 1e-36. */
const NEGLIGIBLE = ONE >> 120n

/** The minimum for a pattern of signs by Newton's method; null if a sign or an optimality condition does not hold. */
function tryPattern(problem: FixedProblem, signs: number[], start: bigint[]): bigint | null {
  const { l1, p, nonNegative, columns } = problem
  const members = [...columns.keys()].filter((j) => j >= p || signs[j] !== 0)
  let v = columns.map((_, j) => (j >= p || signs[j] !== 0 ? start[j] : 0n))
  for (let step = 0; step < 60; step++) {
    const { loss, gradient, hessian } = derivatives(problem, v)
    const slopes = members.map((j) => gradient[j] + (j < p ? BigInt(signs[j]) * l1[j] : 0n))
    if (slopes.every((value) => absolute(value) < NEGLIGIBLE)) {
      for (let j = 0; j < p; j++) {
        if (signs[j] === 0) {
          const z = -gradient[j]
          if (z > l1[j] + NEGLIGIBLE || (!nonNegative && -z > l1[j] + NEGLIGIBLE)) return null
        } else if ((nonNegative || l1[j] > 0n) && v[j] * BigInt(signs[j]) < 0n) return null
      }
      return objectiveOf(problem, v, loss)
    }
    const move = solveFixed(
      members.map((j) => members.map((k) => hessian[j][k])),
      slopes,
    )
    if (move === null) return null
    // No step so long that the model means nothing.
    const longest = move.reduce(
      (most, value) => (absolute(value) > most ? absolute(value) : most),
      ONE,
    )
    const next = v.slice()
    members.forEach(
      (j, k) => (next[j] -= longest > 4n * ONE ? divide(4n * move[k], longest) : move[k]),
    )
    v = next
  }
  return null
}

/**
 * How far a logistic fit is above the minimum, as a share of the objective at zero, from the data alone with 240 binary
 * digits; null if no pattern of signs is found to be optimal, as where there is no minimum.
 *
 * @param question the problem, y being 0 and 1
 * @param coefficients p coefficients, as the fit has them
 * @param intercept the fit's intercept
 */
export function logisticExcess(
  question: LinearQuestion,
  coefficients: ArrayLike<number>,
  intercept: number,
): number | null {
  const problem = inFixedPoint(question)
  const { columns, sizes, p, l1, nonNegative, y, weights } = problem
  const given = [...Array.from(coefficients), intercept].slice(0, columns.length)
  const v = given.map((value, j) => fixed(value * sizes[j]))
  const reached = objectiveOf(problem, v, derivatives(problem, v).loss)
  const choices = Array.from({ length: p }, (_, j) =>
    nonNegative || l1[j] === 0n ? [1, 0] : [0, 1, -1],
  )
  const count = choices.reduce((product, list) => product * list.length, 1)
  const zeros = columns.map(() => 0n)
  let least = tryPattern(problem, given.slice(0, p).map(Math.sign), v)
  for (let k = 0; k < count && least === null; k++) {
    let rest = k
    const signs = choices.map((list) => {
      const sign = list[rest % list.length]
      rest = Math.floor(rest / list.length)
      return sign
    })
    least = tryPattern(problem, signs, zeros)
  }
  if (least === null) return null
  const share = y.reduce((sum, label, i) => sum + (label === 1 ? toDouble(weights[i]) : 0), 0)
  const hasIntercept = columns.length > p
  const zero = hasIntercept ? -share * Math.log(share) - (1 - share) * Math.log1p(-share) : Math.LN2
  return toDouble(reached - least) / zero
}
