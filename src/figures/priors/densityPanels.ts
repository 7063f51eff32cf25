import type { Layer, Mark, Panel, Point, Scale, Text } from '../kit/figure.ts'
import { fixed, same } from '../kit/format.ts'
import { cornerWords, INK, L1, L2 } from '../kit/labels.ts'
import { panelSize, zeroX, zeroY } from '../kit/layout.ts'
import { areaY, line, ruleX } from '../kit/marks.ts'
import type { PriorModel, PriorsModel } from './model.ts'

/** Largest weight in the pictures. */
export const REACH = 4.5

const STEPS = 90

/** A uniform grid from one weight to another, including both and, if they are opposite, zero. */
const grid = (from: number, to: number, steps = STEPS) =>
  Array.from({ length: steps + 1 }, (_, i) => from + ((to - from) * i) / steps)

const densityPoints = ({ distribution }: PriorModel, weights: readonly number[]) =>
  weights.map((w): Point => [w, distribution.density(w)])

const axisOfWeights = (): Scale => ({
  domain: [-REACH, REACH],
  label: { en: 'weight w', zh: '权重 w' },
  ticks: 9,
  decimals: 0,
})

/** The mass near zero and in the tails, as areas. */
const masses: Layer<PriorsModel> = {
  name: 'masses',
  of: ({ laplace, gaussian, values }) => [laplace, gaussian, values.near, values.far],
  marks({ laplace, gaussian, values: { near, far } }) {
    const parts = [grid(-REACH, -far, 20), grid(-near, near, 20), grid(far, REACH, 20)]
    const shade = (prior: PriorModel, fill: string): Mark[] =>
      parts.map((weights) =>
        areaY(densityPoints(prior, weights), { x: '0', y1: 0, y2: '1', fill, fillOpacity: 0.28 }),
      )
    return [
      ruleX([-far, far], { stroke: INK, strokeOpacity: 0.4, strokeDasharray: '2 3' }),
      ...shade(laplace, L1),
      ...shade(gaussian, L2),
    ]
  },
}

const densities: Layer<PriorsModel> = {
  name: 'densities',
  of: ({ laplace, gaussian }) => [laplace.distribution, gaussian.distribution],
  marks({ laplace, gaussian }) {
    const weights = grid(-REACH, REACH)
    return [
      zeroY(),
      line(densityPoints(gaussian, weights), { stroke: L2, strokeWidth: 2 }),
      line(densityPoints(laplace, weights), { stroke: L1, strokeWidth: 2 }),
    ]
  },
}

const names: Layer<PriorsModel> = {
  name: 'names',
  of: ({ laplace, gaussian }) => [laplace.distribution, gaussian.distribution],
  marks: ({ laplace, gaussian }, language) => [
    cornerWords(
      { en: `Laplace, b = ${fixed(laplace.scale)}`, zh: `拉普拉斯，b = ${fixed(laplace.scale)}` }[
        language
      ],
      0,
      L1,
    ),
    cornerWords(
      { en: `Gaussian, τ = ${fixed(gaussian.scale)}`, zh: `高斯，τ = ${fixed(gaussian.scale)}` }[
        language
      ],
      1,
      L2,
    ),
  ],
}

const size = panelSize('half', 380, 250, [26, 10, 36, 36])

export const densityPanel: Panel<PriorsModel> = {
  name: 'density',
  title: { en: 'Density', zh: '密度' },
  ...size,
  x: axisOfWeights,
  y({ laplace, gaussian }) {
    const peak = Math.max(laplace.distribution.density(0), gaussian.distribution.density(0))
    return {
      domain: [0, 0.4 * Math.ceil(peak / 0.4)],
      label: { en: 'density', zh: '密度' },
      ticks: 4,
      decimals: 1,
    }
  },
  layers: [masses, densities, names],
}

const logDensities: Layer<PriorsModel> = {
  name: 'log-densities',
  of: ({ laplace, gaussian }) => [laplace.distribution, gaussian.distribution],
  marks({ laplace, gaussian }) {
    const points = ({ distribution }: PriorModel, weights: readonly number[]) =>
      weights.map((w): Point => [w, distribution.logDensity(w)])
    return [
      zeroX(),
      line(points(gaussian, grid(-REACH, REACH)), { stroke: L2, strokeWidth: 2 }),
      line(points(laplace, [-REACH, 0, REACH]), { stroke: L1, strokeWidth: 2 }),
    ]
  },
}

const slopes: Layer<PriorsModel> = {
  name: 'slopes',
  of: ({ laplace }) => [laplace.distribution],
  marks({ laplace }, language) {
    const steep = fixed(1 / laplace.scale)
    const tent: Text = { en: `slope ±1/b = ±${steep}`, zh: `斜率 ±1/b = ±${steep}` }
    const parabola: Text = { en: 'slope −w/τ², 0 at 0', zh: '斜率 −w/τ²，在零处为 0' }
    return [cornerWords(tent[language], 0, L1), cornerWords(parabola[language], 1, L2)]
  },
}

export const logDensityPanel: Panel<PriorsModel> = {
  name: 'log-density',
  title: { en: 'Logarithm of the density: minus the penalty', zh: '密度的对数：惩罚的相反数' },
  ...size,
  x: axisOfWeights,
  y: () => ({
    domain: [-9, 1],
    label: same('log p(w)'),
    ticks: 5,
    decimals: 0,
  }),
  layers: [logDensities, slopes],
}
