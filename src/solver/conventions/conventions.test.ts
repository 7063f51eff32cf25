import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  adamWSteps,
  convertPenalty,
  elasticNet,
  gradientDescentSteps,
  logisticRegression,
  squaredLoss,
  standardize,
  takeSteps,
} from 'shrinkage'
import type { Convention } from 'shrinkage'
import glmnetCases from '../fixtures/conventions-glmnet.json' with { type: 'json' }
import sklearnCases from '../fixtures/conventions-sklearn.json' with { type: 'json' }
import { prostate } from '../testing/prostate.ts'

const { X, y } = prostate
const n = y.length

interface Case {
  convention: string
  parameters: Record<string, number | undefined>
  lambda: number
  rho: number
  responseDeviation?: number
  coefficients: number[]
  intercept: number
}

for (const { convention, parameters, ...wanted } of [...sklearnCases, ...glmnetCases] as Case[]) {
  const { lambda, rho, responseDeviation } = wanted
  const to = convention as Convention
  const title = `${to} at the converted numbers of λ = ${lambda}, ρ = ${rho}`

  test(`${title}: the numbers are those that the reference was given`, () => {
    const converted = convertPenalty({
      from: 'shrinkage',
      parameters: { lambda, rho },
      to,
      n,
      responseDeviation,
    })
    expect(Object.keys(converted.parameters)).toEqual(Object.keys(parameters))
    for (const [name, value] of Object.entries(converted.parameters)) {
      expect(value).toBeCloseTo(parameters[name]!, 12)
    }
  })

  test(`${title}: the fit here is the reference's to 1e-8`, () => {
    const isLogistic = to === 'sklearn.LogisticRegression'
    const isRescaled = to === 'glmnet standardize=TRUE'
    const scale = standardize(X)
    const design = isLogistic || isRescaled ? scale.X : X
    const labels = y.map((value) => (value > 2.5 ? 1 : 0))
    const fit = isLogistic
      ? logisticRegression(design, labels, lambda, rho)
      : elasticNet(design, y, lambda, rho)
    const given = isRescaled ? scale.toOriginal(fit.coefficients, fit.intercept) : fit
    expect(Math.abs(given.intercept - wanted.intercept)).toBeLessThan(1e-7)
    given.coefficients.forEach((w, j) =>
      expect(Math.abs(w - wanted.coefficients[j])).toBeLessThan(1e-8),
    )
  })
}

test("torch.SGD's step on MSELoss with the converted weight_decay is the article's step", () => {
  const [lambda, rate] = [4, 0.05]
  const design = standardize(X).X
  const start = Array.from({ length: 9 }, (_, j) => 1 - j / 4)
  const { weight_decay: decay } = convertPenalty({
    from: 'article',
    parameters: { lambda },
    to: 'torch.SGD',
    n,
  }).parameters
  // MSELoss has twice the gradient of 1/(2m)·Σ(h − y)², so PyTorch's learning rate is half the article's.
  const options = { learningRate: 2 * rate, lambda: lambda / n, start }
  const [, article] = takeSteps(gradientDescentSteps(design, y, options), 1)
  const [{ dataStep }] = takeSteps(gradientDescentSteps(design, y, { ...options, lambda: 0 }), 0)
  start.slice(1).forEach((w, k) => {
    const gradient = -dataStep[k + 1] / rate // of MSELoss
    expect(article.parameters[k + 1]).toBeCloseTo(w - rate * (gradient + decay * w), 10)
  })
})

test('torch.AdamW with the converted weight_decay shrinks by the factor of SGD', () => {
  const { parameters, exact } = convertPenalty({
    from: 'shrinkage',
    parameters: { lambda: 0.3, rho: 0 },
    to: 'torch.AdamW',
    n,
  })
  const options = { lambda: parameters.weight_decay, learningRate: 0.1, start: Array(8).fill(2) }
  const [{ decayStep }] = takeSteps(adamWSteps(squaredLoss(X, y), options), 0)
  for (const step of decayStep) expect(step).toBeCloseTo(-0.1 * (2 * 0.3) * 2, 12)
  expect(exact).toBe(false)
})

const both: Convention[] = [
  'shrinkage',
  'sklearn.ElasticNet',
  'sklearn.LogisticRegression',
  'glmnet standardize=TRUE',
  'glmnet standardize=FALSE',
]
const onlyL2: Convention[] = ['article', 'sklearn.Ridge', 'torch.SGD', 'torch.AdamW']

test('there and back again is the same penalty, in every convention that can write it', () => {
  const strength = fc.double({ min: 1e-6, max: 1e6, noNaN: true })
  const share = fc.double({ min: 0, max: 1, noNaN: true })
  fc.assert(
    fc.property(strength, share, strength, fc.integer({ min: 1, max: 1e6 }), (...drawn) => {
      const [lambda, drawnRho, responseDeviation, samples] = drawn
      const context = { n: samples, responseDeviation }
      const writers: [Convention[], number][] = [
        [both, drawnRho],
        [onlyL2, 0],
        [['sklearn.Lasso'], 1],
      ]
      for (const [list, rho] of writers) {
        for (const to of list) {
          const there = convertPenalty({
            from: 'shrinkage',
            parameters: { lambda, rho },
            to,
            ...context,
          })
          const back = convertPenalty({
            from: to,
            parameters: there.parameters,
            to: 'shrinkage',
            ...context,
          })
          expect(back.parameters.lambda / lambda).toBeCloseTo(1, 9)
          expect(back.parameters.rho).toBeCloseTo(rho, 9)
        }
      }
    }),
    { seed: 1005 },
  )
})

test('what cannot be converted is refused with the reason', () => {
  const lasso = { from: 'shrinkage', parameters: { lambda: 1, rho: 1 }, n } as const
  const net = { ...lasso, parameters: { lambda: 1, rho: 0.5 } }
  expect(() => convertPenalty({ ...lasso, to: 'sklearn.Ridge' })).toThrow(
    'sklearn.Ridge has only an L2 penalty, but this one has an L1 part of strength 1',
  )
  expect(() => convertPenalty({ ...net, to: 'sklearn.Lasso' })).toThrow('a squared L2 part')
  expect(() => convertPenalty({ ...net, to: 'glmnet standardize=TRUE' })).toThrow(
    'responseDeviation is not given',
  )
  expect(convertPenalty({ ...lasso, to: 'glmnet standardize=TRUE' }).parameters).toEqual({
    lambda: 1,
    alpha: 1,
  })
})

test('unknown names and numbers out of range are refused', () => {
  const to = 'shrinkage'
  const run = (from: string, parameters: Record<string, number>, samples = n) =>
    convertPenalty({ from: from as Convention, parameters, to, n: samples })
  expect(() => run('keras', { l2: 1 })).toThrow(
    'There is no convention "keras"; expected one of article',
  )
  expect(() => run('toString', { l2: 1 })).toThrow('There is no convention "toString"')
  expect(() => run('sklearn.Ridge', { lambda: 1 })).toThrow(
    'The parameters of sklearn.Ridge are lambda; expected alpha',
  )
  expect(() => run('sklearn.Ridge', { alpha: -1 })).toThrow('alpha is -1')
  expect(() => run('sklearn.LogisticRegression', { C: 0, l1_ratio: 0 })).toThrow('C is 0')
  expect(() => run('sklearn.ElasticNet', { alpha: 1, l1_ratio: 2 })).toThrow('l1_ratio is 2')
  expect(() => run('sklearn.Ridge', { alpha: 1 }, 0)).toThrow('n is 0')
})

test('a conversion is exact only between the same losses, whichever way it goes', () => {
  const numbers: Record<string, Record<string, number>> = {
    shrinkage: { lambda: 0.1, rho: 0 },
    'sklearn.Ridge': { alpha: 1 },
    'sklearn.LogisticRegression': { C: 1, l1_ratio: 0 },
    'glmnet standardize=TRUE': { lambda: 1, alpha: 0 },
    'glmnet standardize=FALSE': { lambda: 1, alpha: 0 },
    'torch.SGD': { weight_decay: 1 },
    'torch.AdamW': { weight_decay: 1 },
  }
  const names = Object.keys(numbers) as Convention[]
  const exact = (from: Convention, to: Convention) =>
    convertPenalty({ from, parameters: numbers[from], to, n: 5, responseDeviation: 1 }).exact
  for (const from of names) {
    expect(exact(from, from)).toBe(true)
    for (const to of names) expect(exact(from, to)).toBe(exact(to, from))
  }
  expect(exact('torch.AdamW', 'shrinkage')).toBe(false)
  expect(exact('glmnet standardize=TRUE', 'glmnet standardize=FALSE')).toBe(false)
  expect(exact('sklearn.LogisticRegression', 'sklearn.Ridge')).toBe(false)
  expect(exact('sklearn.LogisticRegression', 'shrinkage')).toBe(true)
})

test('no penalty is C = Infinity, and comes back; a number that overflows is refused', () => {
  const there = { from: 'shrinkage', parameters: { lambda: 0, rho: 1 }, n: 10 } as const
  const { parameters } = convertPenalty({ ...there, to: 'sklearn.LogisticRegression' })
  expect(parameters).toEqual({ C: Infinity, l1_ratio: 1 })
  const back = { from: 'sklearn.LogisticRegression', parameters, to: 'shrinkage', n: 10 } as const
  expect(convertPenalty(back).parameters).toEqual(there.parameters)
  const huge = { from: 'shrinkage', parameters: { lambda: 1e308, rho: 0 }, n: 100 } as const
  expect(() => convertPenalty({ ...huge, to: 'sklearn.Ridge' })).toThrow(/alpha of sklearn.Ridge/)
})
