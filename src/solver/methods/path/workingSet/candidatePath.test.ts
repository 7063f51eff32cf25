import fc from 'fast-check'
import { expect, test } from 'vitest'
import { certificateOf, lassoPath, seededRandom } from 'shrinkage'
import type { FitOptions } from '../../../fit.ts'
import { build, recipe } from '../../../testing/degenerateProblem.ts'
import { expectClose } from '../../../testing/expectClose.ts'
import { candidatePath } from './candidatePath.ts'
import { certify } from '../../../problem/certificate.ts'
import { tracePath } from '../homotopy.ts'
import { lambdaMaxOf } from '../../../models/linear/lambdaMax.ts'
import { proofOfSome } from '../pathProof.ts'
import { penaltyOf } from '../../../problem/penalty.ts'
import { prepare } from '../../../problem/problem.ts'
import { gramOf } from '../../activeSet/gram.ts'
import { correlationsOf } from '../../../problem/residual.ts'
import { lineGaps } from '../gapBetweenKnots.ts'
import { readSetting } from '../../../input/options.ts'

/** Features that share a part of each other, of which each fifth matters. */
function sharedProblem(n: number, p: number, share: number, seed: number) {
  const random = seededRandom(seed)
  const X = Array.from({ length: n }, () => {
    const common = random.normal()
    return Array.from({ length: p }, () => share * common + random.normal())
  })
  const y = X.map((row) => {
    const signal = row.reduce((sum, value, j) => (j % 5 ? sum : sum + (j % 2 ? -value : value)), 0)
    return 3 + signal + 2 * random.normal()
  })
  return { X, y }
}

function bothPaths(X: number[][], y: number[], options: FitOptions, tauMin: number) {
  const problem = prepare(X, y, options)
  const setting = readSetting(options, problem.columns)
  const quadratic = gramOf(problem)
  const lambdaMax = lambdaMaxOf(problem, 1, setting, quadratic.linear)
  const ceiling = penaltyOf(problem, lambdaMax, 1, setting)
  return {
    some: candidatePath(problem, quadratic.linear, ceiling, tauMin),
    all: tracePath(quadratic, ceiling, tauMin),
  }
}

const everyThird = Array.from({ length: 70 }, (_, j) => (j % 3 ? 1 : 0.5))
const firstFree = everyThird.map((factor, j) => (j < 2 ? 0 : factor))

test.each<[string, number, number, number, FitOptions]>([
  ['independent features', 200, 0, 0.01, {}],
  ['features that share most of their variance', 200, 2, 0.01, {}],
  ['hardly more samples than features', 75, 0.5, 0.02, {}],
  ['a short path', 150, 0.5, 0.6, {}],
  ['coefficients that may not be negative', 200, 0.5, 0.01, { nonNegative: true }],
  ['different penalties', 200, 0.5, 0.01, { penaltyFactors: everyThird }],
  ['unpenalised features', 200, 0.5, 0.01, { penaltyFactors: firstFree }],
])(
  'the products of candidates give the path of all features: %s',
  (_, n, share, tauMin, options) => {
    const { X, y } = sharedProblem(n, 70, share, n + 10 * share)
    const { some, all } = bothPaths(X, y, options, tauMin)
    expect(some.complete).toBe(true)
    expect(some.corners.count).toBe(all.corners.count)
    const used = all.corners.count
    expectClose(some.corners.taus.slice(0, used), all.corners.taus.slice(0, used), 1e-10)
    const size = used * 70
    const coefficients = all.corners.coefficients.slice(0, size)
    expectClose(some.corners.coefficients.slice(0, size), coefficients, 1e-9)
  },
)

test('features that never come near their bounds are no candidates', () => {
  const random = seededRandom(8)
  const X = Array.from({ length: 400 }, () => Array.from({ length: 80 }, () => random.normal()))
  const y = X.map((row) => 4 * row[3] - 3 * row[50] + random.normal())
  const { some } = bothPaths(X, y, {}, 0.1)
  expect(some.members.length).toBeLessThan(60)
  expect([...some.members]).toEqual(expect.arrayContaining([3, 50]))
})

test('every knot of a path by candidates is optimal among all features, by a certificate from the data', () => {
  const { X, y } = sharedProblem(120, 90, 1, 5)
  X.forEach((row) => (row[7] = row[6]))
  const path = lassoPath(X, y, { lambdaMin: 0.05 })
  expect(path.knots.length).toBeGreaterThan(30)
  const zero = certificateOf(X, y, new Float64Array(90), 0, 1).objective
  for (const { lambda, coefficients } of path.knots) {
    const { dualityGap, kktResidual } = certificateOf(X, y, coefficients, lambda, 1)
    expect(dualityGap).toBeLessThan(1e-12 * zero)
    expect(kktResidual).toBeLessThan(1e-11)
    expect(path.at(lambda).kktResidual).toBeLessThan(1e-11)
  }
})

test('what is proven by candidates is proven by the data: 300 random and degenerate designs', () => {
  let proven = 0
  fc.assert(
    fc.property(recipe, fc.constantFrom(0.5, 0.1, 0.01), (r, tauMin) => {
      const { X, y, options } = build({ ...r, wild: false, exponentX: 0, exponentY: 0 })
      const problem = prepare(X, y, options)
      const setting = readSetting(options, problem.columns)
      const linear = correlationsOf(problem, problem.y)
      const lambdaMax = lambdaMaxOf(problem, 1, setting, linear)
      if (!(lambdaMax > 0)) return
      const ceiling = penaltyOf(problem, lambdaMax, 1, setting)
      const { corners, quadratic, members } = candidatePath(problem, linear, ceiling, tauMin)
      const proof = proofOfSome(problem, quadratic, members, ceiling.nonNegative)
      for (let k = 0; k < corners.count; k++) {
        const u = corners.coefficientsOf(k)
        const penalty = { ...ceiling, l1: ceiling.l1.map((value) => corners.taus[k] * value) }
        if (penalty.l1.includes(0)) return
        const { dualityGap } = proof.bound(penalty, u, new Float64Array(u.length))
        if (dualityGap > 1e-10 * problem.nullObjective) continue
        proven++
        const fromData = certify(problem, penalty, u).dualityGap
        expect(fromData).toBeLessThanOrEqual(dualityGap + 1e-12 * problem.nullObjective)
      }
    }),
    { numRuns: 300, seed: 11 },
  )
  expect(proven).toBeGreaterThan(500)
})

test('the gaps on the lines between corners are those that are found point by point', () => {
  const random = seededRandom(8)
  const X = Array.from({ length: 400 }, () => Array.from({ length: 70 }, () => random.normal()))
  const y = X.map((row) => 4 * row[3] - 3 * row[50] + row[20] + random.normal())
  const problem = prepare(X, y, {})
  const setting = readSetting({}, 70)
  const linear = correlationsOf(problem, problem.y)
  const ceiling = penaltyOf(problem, lambdaMaxOf(problem, 1, setting, linear), 1, setting)
  const { corners, quadratic, members } = candidatePath(problem, linear, ceiling, 0.05)
  expect(members.length).toBeLessThan(70)
  const proof = proofOfSome(problem, quadratic, members, false)
  for (const widening of [1, 1.01]) {
    for (let k = 0; k < corners.count; k++) corners.taus[k] *= widening
    const quick = proof.lineGaps(corners, ceiling)!
    const careful = lineGaps(corners, ceiling, (penalty, u, room) => proof.bound(penalty, u, room))
    expect(quick.length).toBe(corners.count)
    expectClose(quick, careful, 1e-12 * problem.nullObjective)
    if (widening > 1)
      expect(Math.min(...quick.subarray(1))).toBeGreaterThan(1e-6 * problem.nullObjective)
  }
})
