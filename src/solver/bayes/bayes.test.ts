import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  elasticNetGram,
  gaussianDistribution,
  gaussianPosterior,
  laplaceDistribution,
  laplacePosterior,
  penaltyFromPrior,
  priorFromPenalty,
  seededRandom,
  softThreshold,
} from 'shrinkage'
import reference from '../fixtures/bayes.json' with { type: 'json' }
import { logUpperTail, meanExcess } from './gaussianTail.ts'

/** Expects `actual` within `relative` of `wanted`, measured by the size of `wanted`. */
function expectClose(actual: number, wanted: number, relative: number) {
  expect(Math.abs(actual - wanted), `${actual} for ${wanted}`).toBeLessThanOrEqual(
    relative * Math.abs(wanted),
  )
}

const distributions = [
  { name: 'Laplace', make: laplaceDistribution },
  { name: 'Gaussian', make: gaussianDistribution },
]
const positive = fc.double({ min: 0.01, max: 100, noNaN: true })
const number = fc.double({ min: -100, max: 100, noNaN: true })

for (const { name, make } of distributions) {
  test(`${name}: the distribution function is the integral of the density`, () => {
    const { density, cumulative } = make(0.4, 1.3)
    const step = 1e-3
    for (const from of [-6, -1, 0.4, 3]) {
      let area = 0
      for (let k = 0; k < 1000; k++) area += step * density(from + (k + 0.5) * step)
      expect(area).toBeCloseTo(cumulative(from + 1) - cumulative(from), 6)
    }
  })

  test(`${name}: the quantile undoes the distribution function`, () => {
    const probability = fc.double({ min: 1e-300, max: 0.5, noNaN: true })
    fc.assert(
      fc.property(probability, positive, (p, spread) => {
        const { cumulative, quantile } = make(0, spread)
        expectClose(cumulative(quantile(p)), p, 1e-12 * (1 - Math.log(p)))
        expect(quantile(1 - p)).toBeCloseTo(-quantile(1 - (1 - p)), 6)
      }),
      { seed: 1001 },
    )
    expect(make(1, 2).quantile(0)).toBe(-Infinity)
    expect(make(1, 2).quantile(1)).toBe(Infinity)
  })

  test(`${name}: seeded draws have the mean, deviation and quartiles of the distribution`, () => {
    const distribution = make(3, 2)
    const random = seededRandom(5)
    const draws = Float64Array.from({ length: 20_000 }, () => distribution.draw(random)).sort()
    const mean = draws.reduce((sum, x) => sum + x, 0) / draws.length
    const variance = draws.reduce((sum, x) => sum + (x - mean) ** 2, 0) / draws.length
    expect(Math.abs(mean - 3)).toBeLessThan(0.08)
    expect(Math.abs(Math.sqrt(variance) / distribution.deviation - 1)).toBeLessThan(0.04)
    for (const p of [0.25, 0.5, 0.75]) {
      expect(Math.abs(draws[p * draws.length] - distribution.quantile(p))).toBeLessThan(0.1)
    }
  })

  test(`${name}: a spread that is not > 0, or a p outside [0, 1], is refused`, () => {
    expect(() => make(0, 0)).toThrow('is 0; expected a number > 0')
    expect(() => make(NaN, 1)).toThrow('is NaN')
    expect(() => make(0, 1).quantile(1.5)).toThrow('p is 1.5; expected a number from 0 to 1')
  })
}

test('Gaussian tails and quantiles agree with 50-digit references', () => {
  for (const { t, logTail, meanExcess: excess } of reference.gaussian.tails) {
    expectClose(logUpperTail(t), logTail, 2e-15 * (1 + Math.exp(-t / 2)))
    expectClose(meanExcess(t), excess, 1e-14)
  }
  const { quantile } = gaussianDistribution(0, 1)
  for (const row of reference.gaussian.quantiles) {
    expect(Math.abs(quantile(row.p) - row.quantile)).toBeLessThan(2e-15 * (1 - row.quantile))
  }
})

test('the Laplace posterior agrees with 50-digit quadrature, near 0 and far in the tails', () => {
  for (const { mode, median, mean, logDensityAtMode, ...input } of reference.posteriors) {
    const posterior = laplacePosterior(input)
    expectClose(posterior.mode, mode, 1e-14)
    expectClose(posterior.median, median, 1e-11)
    expectClose(posterior.mean, mean, 1e-11)
    expectClose(posterior.logDensity(mode), logDensityAtMode, 1e-11)
  }
})

test('mode, median and mean are ordered, odd in the observation, and between 0 and it', () => {
  fc.assert(
    fc.property(number, positive, positive, (observation, noise, scale) => {
      const posterior = laplacePosterior({ observation, noise, scale })
      const mirrored = laplacePosterior({ observation: -observation, noise, scale })
      const sign = Math.sign(observation)
      const [mode, median, mean] = [posterior.mode, posterior.median, posterior.mean]
      const slack = 1e-11 * (noise + Math.abs(observation))
      expect(sign * mode).toBeLessThanOrEqual(sign * median + slack)
      expect(sign * median).toBeLessThanOrEqual(sign * mean + slack)
      expect(sign * mean).toBeLessThanOrEqual(sign * observation + slack)
      expect(Math.abs(mean + mirrored.mean)).toBeLessThanOrEqual(slack)
      expect(Math.abs(median + mirrored.median)).toBeLessThanOrEqual(slack)
    }),
    { seed: 1002 },
  )
})

test('the Laplace posterior density has area 1, mean `mean`, half its area below `median`', () => {
  for (const observation of [0, 0.7, -3]) {
    const posterior = laplacePosterior({ observation, noise: 1, scale: 0.8 })
    let [area, moment, below] = [0, 0, 0]
    const step = 1e-3
    for (let w = -15 + step / 2; w < 15; w += step) {
      const mass = step * posterior.density(w)
      area += mass
      moment += mass * w
      if (w < posterior.median) below += mass
    }
    expect(area).toBeCloseTo(1, 5)
    expect(moment).toBeCloseTo(posterior.mean, 5)
    expect(Math.abs(below - 0.5)).toBeLessThan(1e-3)
  }
})

test('the log-density of a posterior is log prior + log likelihood, up to one constant', () => {
  fc.assert(
    fc.property(number, number, number, positive, positive, (u, w, z, noise, spread) => {
      const likelihood = (v: number) => gaussianDistribution(v, noise).logDensity(z)
      const pairs = [
        {
          posterior: laplacePosterior({ observation: z, noise, scale: spread }),
          prior: laplaceDistribution(0, spread),
        },
        {
          posterior: gaussianPosterior({ observation: z, noise, deviation: spread }),
          prior: gaussianDistribution(0, spread),
        },
      ]
      for (const { posterior, prior } of pairs) {
        const unnormalized = (v: number) => prior.logDensity(v) + likelihood(v)
        const wanted = unnormalized(u) - unnormalized(w)
        const size = [u, w].reduce((sum, v) => sum + Math.abs(unnormalized(v)), 1)
        const given = posterior.logDensity(u) - posterior.logDensity(w)
        expect(Math.abs(given - wanted)).toBeLessThan(1e-11 * size)
      }
    }),
    { seed: 1003 },
  )
})

test('extreme observations and scales give finite, sensible numbers', () => {
  for (const observation of [1e150, -1e150, 1e-150]) {
    const { mode, median, mean } = laplacePosterior({ observation, noise: 1, scale: 1 })
    for (const value of [mode, median, mean]) expect(Number.isFinite(value)).toBe(true)
    if (Math.abs(observation) > 1) expectClose(mean, observation, 1e-12)
  }
})

test('MAP under each prior is the penalized fit at the λ of penaltyFromPrior', () => {
  const [noise, n, x2] = [0.7, 25, 4] // one feature with Σx² = 4, least-squares weight z
  for (const [z, scale] of [
    [1.3, 0.4],
    [-0.2, 0.1],
    [0.5, 2],
  ]) {
    const seen = { observation: z, noise: noise / Math.sqrt(x2) }
    const l1 = penaltyFromPrior({ kind: 'laplace', scale }, noise, n).lambda
    const l2 = penaltyFromPrior({ kind: 'gaussian', scale }, noise, n).lambda
    const lasso = elasticNetGram([[x2 / n]], [(x2 / n) * z], l1, 1)
    const ridge = elasticNetGram([[x2 / n]], [(x2 / n) * z], l2, 0)
    expect(laplacePosterior({ ...seen, scale }).mode).toBeCloseTo(lasso.coefficients[0], 12)
    expect(gaussianPosterior({ ...seen, deviation: scale }).mode).toBeCloseTo(
      ridge.coefficients[0],
      12,
    )
    expect(lasso.coefficients[0]).toBeCloseTo(softThreshold(z, (l1 * n) / x2), 12)
  }
})

test('priorFromPenalty undoes penaltyFromPrior', () => {
  fc.assert(
    fc.property(positive, positive, fc.integer({ min: 1, max: 1000 }), (scale, noise, n) => {
      for (const kind of ['laplace', 'gaussian'] as const) {
        const { lambda } = penaltyFromPrior({ kind, scale }, noise, n)
        expectClose(priorFromPenalty(kind, lambda, noise, n).scale, scale, 1e-13)
      }
    }),
    { seed: 1004 },
  )
  expect(() => penaltyFromPrior({ kind: 'laplace', scale: 0 }, 1, 1)).toThrow('scale is 0')
  expect(() => priorFromPenalty('laplace', -1, 1, 1)).toThrow('lambda is -1')
})

test('answers that doubles hold are given where squares on the way would overflow, and others are refused', () => {
  // z·τ²/(τ² + σ²) with σ/τ = 1e160: 1e200/1e320.
  const { mean } = gaussianPosterior({ observation: 1e200, noise: 1e160, deviation: 1 })
  expect(mean / 1e-120).toBeCloseTo(1, 12)
  // σ/√(λn) = 1/√1e309.
  expect(priorFromPenalty('gaussian', 1e300, 1, 1e9).scale / 10 ** -154.5).toBeCloseTo(1, 12) // prettier-ignore
  for (const call of [
    () => penaltyFromPrior({ kind: 'gaussian', scale: 1e-200 }, 1e200, 1),
    () => penaltyFromPrior({ kind: 'gaussian', scale: 1e200 }, 1e-200, 1),
    () => priorFromPenalty('laplace', 1e-320, 1, 1),
    () => laplacePosterior({ observation: 1e300, noise: 1e-300, scale: 1 }),
    () => laplacePosterior({ observation: 1, noise: 1e200, scale: 1e-200 }),
  ]) {
    expect(call).toThrow(/double precision/)
  }
})
