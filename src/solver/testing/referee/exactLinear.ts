import type { FitOptions } from '../../fit.ts'
import {
  absolute,
  aligned,
  exactly,
  minus,
  plus,
  ratio,
  signOf,
  times,
  ZERO,
  type Dyadic,
} from './dyadic.ts'
import { solveExactly } from './solveExactly.ts'

/** An elastic net for a few features, to be judged in exact arithmetic. */
export interface LinearQuestion {
  X: number[][]
  y: number[]
  lambda: number
  rho: number
  options: FitOptions
}

/** The question in integers: minimize ½v'Hv − c'v + Σ l1_j|v_j| + ½ Σ l2_j v_j², with v_j = w_j·2^(e_j − e_y). */
interface IntegerProblem {
  /** Columns of integers, the ones of the intercept last; `exponents` are the e_j. */
  columns: bigint[][]
  exponents: number[]
  y: bigint[]
  yExponent: number
  weights: bigint[]
  total: bigint
  H: bigint[][]
  c: bigint[]
  l1: bigint[]
  l2: bigint[]
  /** H, c, l1 and l2 have been multiplied by 2^unit. */
  unit: number
  /** p features come before the intercept. */
  p: number
  nonNegative: boolean
}

const dot = (w: bigint[], a: bigint[], b: bigint[]): bigint =>
  w.reduce((sum, weight, i) => sum + weight * a[i] * b[i], 0n)

function inIntegers({ X, y, lambda, rho, options }: LinearQuestion): IntegerProblem {
  const { intercept = true, nonNegative = false, penaltyFactors, sampleWeights } = options
  const allWeights = Array.from(sampleWeights ?? y.map(() => 1))
  const kept = [...y.keys()].filter((i) => allWeights[i] > 0)
  const weights = aligned(kept.map((i) => exactly(allWeights[i]))).integers
  const response = aligned(kept.map((i) => exactly(y[i])))
  const p = X[0].length
  const lists = X[0].map((_, j) => aligned(kept.map((i) => exactly(X[i][j]))))
  if (intercept) lists.push({ integers: kept.map(() => 1n), e: 0 })
  const columns = lists.map(({ integers }) => integers)
  const exponents = lists.map(({ e }) => e)
  const total = weights.reduce((sum, weight) => sum + weight, 0n)
  const strengthOf = (share: Dyadic, j: number, e: number): Dyadic => {
    const strength = times(times(exactly(lambda), share), exactly(penaltyFactors?.[j] ?? 1))
    return { m: strength.m * total, e: strength.e + e }
  }
  const one = exactly(1)
  const l1 = columns.map((_, j) =>
    j < p ? strengthOf(exactly(rho), j, -response.e - exponents[j]) : ZERO,
  )
  const l2 = columns.map((_, j) =>
    j < p ? strengthOf(minus(one, exactly(rho)), j, -2 * exponents[j]) : ZERO,
  )
  const penalties = aligned([...l1, ...l2, one])
  const unit = -penalties.e
  const scale = 1n << BigInt(unit)
  return {
    columns,
    exponents,
    y: response.integers,
    yExponent: response.e,
    weights,
    total,
    H: columns.map((a) => columns.map((b) => scale * dot(weights, a, b))),
    c: columns.map((a) => scale * dot(weights, a, response.integers)),
    l1: penalties.integers.slice(0, l1.length),
    l2: penalties.integers.slice(l1.length, 2 * l1.length),
    unit,
    p,
    nonNegative,
  }
}

/**
 * Twice the minimum, as a numerator over a denominator, in the units of the integers; by the pattern of signs of some
 * guess, or else by all patterns there are.
 */
function minimum(
  problem: IntegerProblem,
  guess: number[],
): { numerator: bigint; denominator: bigint } {
  for (const signs of patterns(problem, guess)) {
    const found = tryPattern(problem, signs)
    if (found !== null) return found
  }
  throw new Error('No pattern of signs meets the optimality conditions.')
}

function* patterns({ p, l1, nonNegative }: IntegerProblem, guess: number[]): Iterable<number[]> {
  yield guess
  const choices = Array.from({ length: p }, (_, j) =>
    nonNegative || l1[j] === 0n ? [0, 1] : [0, 1, -1],
  )
  const count = choices.reduce((product, list) => product * list.length, 1)
  for (let k = 0; k < count; k++) {
    let rest = k
    yield choices.map((list) => {
      const sign = list[rest % list.length]
      rest = Math.floor(rest / list.length)
      return sign
    })
  }
}

/** Solves for the features with a sign, and checks signs and all optimality conditions; null if one does not hold. */
function tryPattern(
  { columns, H, c, l1, l2, p, nonNegative, weights, y, unit }: IntegerProblem,
  signs: number[],
): { numerator: bigint; denominator: bigint } | null {
  const members = [...columns.keys()].filter((j) => j >= p || signs[j] !== 0)
  const targets = members.map((j) => c[j] - (j < p ? BigInt(signs[j]) * l1[j] : 0n))
  const solution = solveExactly(
    members.map((j) => members.map((k) => H[j][k] + (j === k ? l2[j] : 0n))),
    targets,
  )
  if (solution === null) return null
  const { numerators, denominator } = solution
  for (const [k, j] of members.entries()) {
    const isBound = j < p && (nonNegative || l1[j] !== 0n)
    if (isBound && numerators[k] * BigInt(signs[j]) < 0n) return null
  }
  for (let j = 0; j < p; j++) {
    if (signs[j] !== 0) continue
    const z = members.reduce((left, i, k) => left - H[j][i] * numerators[k], denominator * c[j])
    if (z > denominator * l1[j] || (!nonNegative && -z > denominator * l1[j])) return null
  }
  const squares = dot(weights, y, y) << BigInt(unit)
  const explained = members.reduce((sum, _, k) => sum + numerators[k] * targets[k], 0n)
  return { numerator: denominator * squares - explained, denominator }
}

/** Twice the objective at some coefficients and intercept, exactly, in the units of the integers but for 2^unit. */
function twiceObjective(
  { columns, exponents, y, yExponent, weights, l1, l2, p, unit }: IntegerProblem,
  coefficients: number[],
): Dyadic {
  const v = coefficients.map((w, j) => {
    const { m, e } = exactly(w)
    return { m, e: e + exponents[j] - yExponent }
  })
  let sum = ZERO
  y.forEach((value, i) => {
    const fitted = v.reduce((s, vj, j) => plus(s, times(vj, { m: columns[j][i], e: 0 })), ZERO)
    const r = minus({ m: value, e: 0 }, fitted)
    sum = plus(sum, times({ m: weights[i], e: 0 }, times(r, r)))
  })
  for (let j = 0; j < p; j++) {
    sum = plus(sum, times({ m: 2n * l1[j], e: -unit }, absolute(v[j])))
    sum = plus(sum, times({ m: l2[j], e: -unit }, times(v[j], v[j])))
  }
  return sum
}

/**
 * How far a fit is above the minimum, as a share of the objective at zero: in rational arithmetic, from the data alone.
 *
 * The minimum is that of the pattern of signs for which all optimality conditions hold exactly. Where the objective at
 * zero is 0, so is the answer if the fit's objective is, and infinite else.
 *
 * @param question the problem
 * @param coefficients p coefficients, as the fit has them
 * @param intercept the fit's intercept
 */
export function exactExcess(
  question: LinearQuestion,
  coefficients: ArrayLike<number>,
  intercept: number,
): number {
  const problem = inIntegers(question)
  const { p, columns, weights, y, unit, total } = problem
  const w = Array.from(coefficients)
  const guess = w.map(Math.sign)
  if (columns.length > p) w.push(intercept)
  const reached = twiceObjective(problem, w)
  const { numerator, denominator } = minimum(problem, guess)
  const D = { m: denominator, e: 0 }
  const above = minus(times(reached, D), { m: numerator, e: -unit })
  const ones = y.map(() => 1n)
  const mean = columns.length > p ? dot(weights, ones, y) : 0n
  // Multiplied by the sum of the weights, to have no fraction.
  const zero = { m: total * dot(weights, y, y) - mean * mean, e: 0 }
  if (signOf(zero) === 0) return signOf(above) === 0 ? 0 : Infinity
  return ratio(times(above, { m: total, e: 0 }), times(D, zero))
}
