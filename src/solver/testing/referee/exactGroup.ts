import type { FitOptions } from '../../fit.ts'
import {
  absolute,
  divide,
  fixed,
  multiply,
  ONE,
  solveFixed,
  squareRoot,
  toDouble,
} from './fixedPoint.ts'

/** A group lasso for a few features, to be judged with 240 binary digits. */
export interface GroupQuestion {
  X: number[][]
  y: number[]
  groups: number[]
  lambda: number
  options: FitOptions
}

/** The problem in fixed-point numbers: minimize ½ Σ weight·(y − Xv)² + Σ bound·‖v_g‖, the ones of the intercept last. */
interface FixedProblem {
  columns: bigint[][]
  y: bigint[]
  weights: bigint[]
  groups: { members: number[]; bound: bigint }[]
  /** What y and λ were divided by. */
  size: number
  p: number
}

const dot = (a: bigint[], b: bigint[]): bigint =>
  a.reduce((sum, value, i) => sum + multiply(value, b[i]), 0n)
const lengthOf = (v: bigint[]): bigint => squareRoot(dot(v, v))

function inFixedPoint({ X, y, groups, lambda, options }: GroupQuestion): FixedProblem {
  const { intercept = true, sampleWeights } = options
  const all = Array.from(sampleWeights ?? y.map(() => 1))
  const kept = [...y.keys()].filter((i) => all[i] > 0)
  const total = kept.reduce((sum, i) => sum + fixed(all[i]), 0n)
  const largest = kept.reduce((most, i) => Math.max(most, Math.abs(y[i])), 0) || 1
  const size = 2 ** Math.floor(Math.log2(largest))
  const p = X[0].length
  const columns = X[0].map((_, j) => kept.map((i) => fixed(X[i][j])))
  if (intercept) columns.push(kept.map(() => ONE))
  return {
    columns,
    y: kept.map((i) => fixed(y[i] / size)),
    weights: kept.map((i) => divide(fixed(all[i]), total)),
    groups: [...new Set(groups)].map((label) => {
      const members = [...groups.keys()].filter((j) => groups[j] === label)
      const root = squareRoot(BigInt(members.length) * ONE)
      return { members, bound: multiply(fixed(lambda / size), root) }
    }),
    size,
    p,
  }
}

/** The objective at v, and the gradient of its quadratic part. */
function stateAt({ columns, y, weights, groups }: FixedProblem, v: bigint[]) {
  const r = y.map((value, i) => columns.reduce((s, x, j) => s - multiply(x[i], v[j]), value))
  const weighted = r.map((value, i) => multiply(weights[i], value))
  const objective = groups.reduce(
    (sum, { members, bound }) => sum + multiply(bound, lengthOf(members.map((j) => v[j]))),
    dot(r, weighted) / 2n,
  )
  return { objective, gradient: columns.map((x) => -dot(x, weighted)) }
}

/** What the gradient may miss its mark by: about 1e-36. */
const NEGLIGIBLE = ONE >> 120n

/** The minimum with some groups in and the others out, by Newton's method; null if it is not that of the problem. */
function tryPattern(problem: FixedProblem, isIn: boolean[], start: bigint[]): bigint | null {
  const { columns, weights, groups, p } = problem
  const inside = groups.filter((_, g) => isIn[g])
  const features = [
    ...inside.flatMap(({ members }) => members),
    ...[...columns.keys()].filter((j) => j >= p),
  ]
  const squares = features.map((j) =>
    features.map((k) =>
      weights.reduce((s, w, i) => s + multiply(w, multiply(columns[j][i], columns[k][i])), 0n),
    ),
  )
  let v = columns.map((_, j) => (features.includes(j) ? start[j] : 0n))
  for (let step = 0; step < 60; step++) {
    const { objective, gradient } = stateAt(problem, v)
    const slopes = features.map((j) => gradient[j])
    const hessian = squares.map((row) => row.slice())
    for (const { members, bound } of inside) {
      const length = lengthOf(members.map((j) => v[j]))
      if (length === 0n) return null
      const pull = divide(bound, length)
      const rows = members.map((j) => features.indexOf(j))
      for (const [a, j] of members.entries()) {
        slopes[rows[a]] += multiply(pull, v[j])
        hessian[rows[a]][rows[a]] += pull
        for (const [b, k] of members.entries()) {
          const [along, other] = [divide(v[j], length), divide(v[k], length)]
          hessian[rows[a]][rows[b]] -= multiply(pull, multiply(along, other))
        }
      }
    }
    if (slopes.every((value) => absolute(value) < NEGLIGIBLE)) {
      const isOptimal = groups.every(
        ({ members, bound }, g) =>
          isIn[g] || lengthOf(members.map((j) => gradient[j])) <= bound + NEGLIGIBLE,
      )
      return isOptimal ? objective : null
    }
    const move = solveFixed(hessian, slopes)
    if (move === null) return null
    const next = fallAlong(problem, v, features, move, objective)
    if (next === null) return null
    v = next
  }
  return null
}

/** v after the step, halved until the objective falls; null if it does not. */
function fallAlong(
  problem: FixedProblem,
  v: bigint[],
  features: number[],
  move: bigint[],
  objective: bigint,
): bigint[] | null {
  for (let halvings = 0n; halvings < 20n; halvings++) {
    const next = v.slice()
    features.forEach((j, k) => (next[j] -= move[k] >> halvings))
    if (stateAt(problem, next).objective <= objective + (NEGLIGIBLE >> 60n)) return next
  }
  return null
}

/**
 * How far a group lasso is above the minimum, as a share of the objective at zero, from the data alone with 240 binary
 * digits; null if no pattern of groups is found to be optimal.
 *
 * @param question the problem
 * @param coefficients p coefficients, as the fit has them
 * @param intercept the fit's intercept
 */
export function groupExcess(
  question: GroupQuestion,
  coefficients: ArrayLike<number>,
  intercept: number,
): number | null {
  const problem = inFixedPoint(question)
  const { columns, y, weights, groups, size, p } = problem
  const v = [...Array.from(coefficients), intercept]
    .slice(0, columns.length)
    .map((value) => fixed(value / size))
  const { objective, gradient } = stateAt(problem, v)
  const guess = groups.map(({ members }) => members.some((j) => v[j] !== 0n))
  // A group that was out starts a little way along its gradient.
  const start = v.slice()
  groups.forEach(({ members }, g) => {
    if (!guess[g]) for (const j of members) start[j] = -gradient[j] >> 20n
  })
  let least = tryPattern(problem, guess, start)
  for (let k = 0; k < 2 ** groups.length && least === null; k++) {
    const isIn = groups.map((_, g) => (k >> g) % 2 === 1)
    least = tryPattern(problem, isIn, start)
  }
  if (least === null) return null
  const mean = columns.length > p ? dot(weights, y) : 0n
  const centred = y.map((value) => value - mean)
  const zero = dot(centred.map((value, i) => multiply(weights[i], value)), centred) / 2n // prettier-ignore
  if (zero === 0n) return objective === least ? 0 : Infinity
  return toDouble(objective - least) / toDouble(zero)
}
