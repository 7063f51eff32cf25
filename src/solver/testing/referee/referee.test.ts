import { expect, test } from 'vitest'
import {
  certificateOf,
  constrainedLasso,
  constrainedRidge,
  elasticNet,
  elasticNetPath,
  groupLambdaMax,
  groupLassoPath,
  lambdaMax,
  lassoPath,
  logisticLambdaMax,
  logisticRegression,
  ridgePath,
  seededRandom,
  ShrinkageError,
} from 'shrinkage'
import { norm1, norm2 } from '../../algebra/norms.ts'
import { groupExcess } from './exactGroup.ts'
import { cases } from '../cases.ts'
import { exactExcess } from './exactLinear.ts'
import { logisticExcess } from './exactLogistic.ts'
import { areSeparated } from './exactSeparation.ts'
import { hostileProblem } from './hostileProblem.ts'
import { roundingOf } from './roundingOf.ts'

const LINEAR = cases(300, 16_000)
const LOGISTIC = cases(40, 4_000)
const GROUPS = cases(150, 4_000)
const TIME = 1_800_000

/** The tolerance of a fit, relative to the objective at zero. */
const TOLERANCE = 1e-10

/** Calls, and passes over nothing but an overflow or a model without a solution that the package refuses as its own. */
function refusing<Result>(call: () => Result, codes: string[]): Result | null {
  try {
    return call()
  } catch (error) {
    if (error instanceof ShrinkageError && codes.includes(error.code)) return null
    throw error
  }
}

test(
  `no linear fit of ${LINEAR} hostile problems says converged that exact arithmetic finds above the minimum`,
  () => {
    let judged = 0
    let unfinished = 0
    for (let seed = 1; seed <= LINEAR; seed++) {
      const problem = hostileProblem(seed)
      const { X, y, options, share, rho } = problem
      const fits = refusing(() => {
        const lambda = share * lambdaMax(X, y, options)
        const slow = { ...options, method: 'coordinate descent', maxIterations: 300 } as const
        return [
          elasticNet(X, y, lambda, rho, options),
          elasticNet(X, y, lambda, rho, slow),
          elasticNetPath(X, y, [2 * lambda, lambda], rho, options).fits[1],
          lassoPath(X, y, options).at(lambda),
          ridgePath(X, y, [lambda, 3 * lambda], options).fits[0],
        ]
      }, ['overflow'])
      for (const fit of fits ?? []) {
        const label = `problem ${seed}, ${fit.method}, ρ ${fit.rho}, gap ${fit.dualityGap}`
        expect(fit.dualityGap, label).toBeGreaterThanOrEqual(0)
        if (!fit.converged) {
          unfinished++
          expect(fit.notes.join(), label).toMatch(/duality gap was not reached/)
          continue
        }
        judged++
        const question = { X, y, lambda: fit.lambda, rho: fit.rho, options }
        const excess = exactExcess(question, fit.coefficients, fit.intercept)
        expect(excess, label).toBeGreaterThanOrEqual(0)
        expect(excess, label).toBeLessThanOrEqual(TOLERANCE + roundingOf(problem, fit))
      }
    }
    expect(judged).toBeGreaterThan(4.8 * LINEAR)
    expect(unfinished).toBeLessThan(0.1 * LINEAR)
  },
  TIME,
)

test(
  `no constrained fit of ${LINEAR} hostile problems says converged that leaves its ball or is above the minimum in it`,
  () => {
    let judged = 0
    for (let seed = 1; seed <= LINEAR; seed++) {
      const problem = hostileProblem(seed)
      const { X, y, rho } = problem
      const options = { ...problem.options, penaltyFactors: undefined }
      const [constrained, norm, power] =
        rho > 0.5
          ? ([constrainedLasso, norm1, 1] as const)
          : ([constrainedRidge, norm2, 2] as const)
      const radius = problem.share + 1e-3
      const fit = refusing(() => constrained(X, y, radius, options), ['overflow'])
      if (fit === null || !fit.converged) continue
      judged++
      const size = norm(fit.coefficients)
      const label = `problem ${seed}, radius ${radius}, λ ${fit.lambda}`
      expect(size, label).toBeLessThanOrEqual(radius * (1 + 1e-9))
      const question = { X, y, lambda: fit.lambda, rho: power === 1 ? 1 : 0, options }
      // The penalized problem at the multiplier bounds the constrained one from below.
      const excess = exactExcess(question, fit.coefficients, fit.intercept)
      const none = X[0].map(() => 0)
      const zero = certificateOf(X, y, none, fit.lambda, question.rho, options).objective
      const slack =
        fit.lambda > 0 ? fit.lambda * ((radius ** power - size ** power) / power / zero) : 0
      expect(excess + slack, label).toBeLessThanOrEqual(TOLERANCE + roundingOf(problem, fit))
    }
    expect(judged).toBeGreaterThan(0.6 * LINEAR)
  },
  TIME,
)

test(
  `no logistic fit of ${LOGISTIC} hostile problems says converged that is above the minimum, or that has none`,
  () => {
    let judged = 0
    let separated = 0
    for (let seed = 1; seed <= LOGISTIC; seed++) {
      const problem = hostileProblem(seed, { isTame: true })
      const { X, options, share, rho } = problem
      const random = seededRandom(seed)
      const isNoisy = random.integer(2) === 0
      const y = X.map((row) => (isNoisy ? random.integer(2) : +(row[0] > X[0][0])))
      const { intercept, nonNegative, penaltyFactors, sampleWeights } = options
      const fit = refusing(() => {
        const lambda = share * logisticLambdaMax(X, y, { intercept, sampleWeights })
        return logisticRegression(X, y, lambda, rho, options)
      }, ['overflow', 'no-solution'])
      if (fit === null) continue
      const label = `problem ${seed}, λ ${fit.lambda}, ρ ${rho}, gap ${fit.dualityGap}`
      expect(fit.dualityGap, label).toBeGreaterThanOrEqual(0)
      const counted = [...y.keys()].filter((i) => sampleWeights?.[i] !== 0)
      const free = X[0].flatMap((_, j) =>
        fit.lambda * (penaltyFactors?.[j] ?? 1) === 0 ? [j] : [],
      )
      const rows = counted.map((i) => free.map((j) => X[i][j]))
      const labels = counted.map((i) => y[i])
      if (
        free.length > 0 &&
        areSeparated(rows, labels, intercept !== false, nonNegative === true)
      ) {
        separated++
        expect(fit.converged, label).toBe(false)
        continue
      }
      expect(fit.notes.join(), label).not.toMatch(/separated/)
      if (!fit.converged) continue
      const question = { X, y, lambda: fit.lambda, rho, options }
      const excess = logisticExcess(question, fit.coefficients, fit.intercept)
      if (excess === null) continue
      judged++
      expect(excess, label).toBeLessThanOrEqual(TOLERANCE + roundingOf({ ...problem, y }, fit))
    }
    expect(judged).toBeGreaterThan(0.4 * LOGISTIC)
    expect(separated).toBeGreaterThan(0.03 * LOGISTIC)
  },
  TIME,
)

test(
  `no group lasso of ${GROUPS} hostile problems says converged that is above the minimum`,
  () => {
    let fitted = 0
    let judged = 0
    for (let seed = 1; seed <= GROUPS; seed++) {
      const problem = hostileProblem(seed, { isTame: true })
      const { X, y, share } = problem
      const { intercept = true, sampleWeights = y.map(() => 1) } = problem.options
      const options = { intercept, sampleWeights }
      const groups = X[0].map((_, j) => (seed % 2 === 0 ? j >> 1 : (j * j) % 3))
      const fits = refusing(() => {
        const lambda = share * groupLambdaMax(X, y, groups, options)
        return groupLassoPath(X, y, groups, [lambda, 3 * lambda], options).fits
      }, ['overflow'])
      for (const fit of fits ?? []) {
        fitted++
        const label = `problem ${seed}, λ ${fit.lambda}, gap ${fit.dualityGap}`
        expect(fit.dualityGap, label).toBeGreaterThanOrEqual(0)
        if (!fit.converged) {
          expect(fit.notes.join(), label).toMatch(/duality gap was not reached/)
          continue
        }
        const question = { X, y, groups, lambda: fit.lambda, options }
        const excess = groupExcess(question, fit.coefficients, fit.intercept)
        if (excess === null) continue
        judged++
        expect(excess, label).toBeLessThanOrEqual(TOLERANCE + roundingOf(problem, fit))
      }
    }
    expect(judged).toBeGreaterThan(0.9 * fitted)
  },
  TIME,
)
