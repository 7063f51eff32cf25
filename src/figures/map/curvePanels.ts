import type { Language, Layer, Mark, Panel, Point, Scale, Text } from '../kit/figure.ts'
import { same, weight } from '../kit/format.ts'
import { cornerWords, HALO, INK, L1, L2, LOSS, MUTED, outlinedDot } from '../kit/labels.ts'
import { panelSize, zeroX, zeroY } from '../kit/layout.ts'
import { areaY, line, ruleX, text } from '../kit/marks.ts'
import { memoizeLast } from '../kit/memoizeLast.ts'
import { REACH, type Belief, type Kind, type MapModel } from './model.ts'

type MapLayer = Layer<MapModel>

/** The colour of a prior and of its consequences. */
export const colorOf = (kind: Kind) => (kind === 'laplace' ? L1 : L2)

/** Every kink and, around the centre of each curve, points dense enough for the narrowest one. */
const gridOf = memoizeLast(({ observation, noise, scale, posterior }: Belief): number[] => {
  const around = (center: number, width: number) =>
    Array.from({ length: 25 }, (_, i) => center + (width * (i - 12)) / 4)
  const even = Array.from({ length: 33 }, (_, i) => -REACH + (2 * REACH * i) / 32)
  return [
    ...even,
    ...around(observation, noise),
    ...around(0, scale),
    ...around(posterior.mode, noise),
  ]
    .filter((w) => Math.abs(w) <= REACH)
    .sort((a, b) => a - b)
})

const points = (weights: readonly number[], height: (w: number) => number) =>
  weights.map((w): Point => [w, height(w)])

const curves: MapLayer = {
  name: 'curves',
  of: ({ weights }) => [weights[0]],
  marks({ weights: [belief] }, language) {
    const { prior, likelihood, posterior, kind } = belief
    const color = colorOf(kind)
    const weights = gridOf(belief)
    const peak = posterior.density(posterior.mode)
    const heights = points(weights, (w) => posterior.density(w) / peak)
    return [
      zeroY(),
      areaY(heights, { x: '0', y1: 0, y2: '1', fill: color, fillOpacity: 0.16 }),
      line(
        points(weights, (w) => prior.density(w) / peak),
        { stroke: color, strokeWidth: 1.5, strokeDasharray: '4 3' },
      ),
      line(
        points(weights, (w) => likelihood.density(w) / peak),
        { stroke: LOSS, strokeWidth: 1.5 },
      ),
      line(heights, { stroke: color, strokeWidth: 2.25 }),
      ...estimates(belief, language),
    ]
  },
}

/** The heights, in units of the posterior's peak, at which the three estimates are named. */
const ROWS = [1.43, 1.29, 1.15]
const CEILING = 1.5

function estimates({ posterior, kind, observation }: Belief, language: Language): Mark[] {
  const { mode, median, mean } = posterior
  const named: { w: number; words: Text; fill: string }[] = [
    { w: mode, words: { en: 'mode', zh: '众数' }, fill: colorOf(kind) },
    { w: median, words: { en: 'median', zh: '中位数' }, fill: MUTED },
    { w: mean, words: { en: 'mean', zh: '均值' }, fill: INK },
  ]
  // The names are beside their lines without overlap, and turn inward near the frame.
  const rightward = Math.abs(mean) > 1.6 ? mean < 0 : observation >= 0
  const inOrder = observation >= 0 ? named : named.toReversed()
  const fromTop = rightward ? inOrder : inOrder.toReversed()
  const rows = fromTop.map((estimate, i) => ({ ...estimate, height: ROWS[i] }))
  const fill = (row: { fill: string }) => row.fill
  return [
    ruleX(rows, {
      x: 'w',
      y1: 0,
      y2: ({ height }: { height: number }) => height + 0.05,
      stroke: fill,
      strokeWidth: 1.5,
    }),
    text(rows, {
      x: 'w',
      y: 'height',
      text: ({ w, words }: { w: number; words: Text }) => `${words[language]} ${weight(w)}`,
      textAnchor: rightward ? 'start' : 'end',
      dx: rightward ? 5 : -5,
      fill,
      fontSize: 13,
      fontWeight: 600,
      ...HALO,
    }),
  ]
}

const names: MapLayer = {
  name: 'names',
  of: ({ weights }) => [weights[0].kind, weights[0].posterior.mean < 0],
  marks({ weights: [{ kind, posterior }] }, language) {
    const corner = posterior.mean < 0 ? 'right' : 'left'
    const words: [Text, string][] = [
      [{ en: 'prior, dashed', zh: '先验（虚线）' }, colorOf(kind)],
      [{ en: 'likelihood', zh: '似然' }, LOSS],
      [{ en: 'posterior, filled', zh: '后验（填色）' }, colorOf(kind)],
    ]
    return words.map(([word, fill], row) => cornerWords(word[language], row, fill, corner))
  },
}

const axisOfWeights = (): Scale => ({
  domain: [-REACH, REACH],
  label: { en: 'weight w₁', zh: '权重 w₁' },
  ticks: 7,
  decimals: 0,
})

const size = panelSize('half', 380, 270, [10, 10, 36, 30])

export const productPanel: Panel<MapModel> = {
  name: 'product',
  title: { en: 'The first weight: prior × likelihood', zh: '第一个权重：先验 × 似然' },
  ...size,
  x: axisOfWeights,
  y: () => ({ domain: [0, CEILING], label: same(''), ticks: 0 }),
  layers: [curves, names],
}

const logarithms: MapLayer = {
  name: 'logarithms',
  of: ({ weights }) => [weights[0]],
  marks({ weights: [belief] }) {
    const { prior, likelihood, posterior, kind, observation } = belief
    const color = colorOf(kind)
    const weights = gridOf(belief)
    const fall = (of: { logDensity(w: number): number }, top: number) =>
      points(weights, (w) => of.logDensity(w) - of.logDensity(top))
    return [
      zeroX(),
      line(fall(prior, 0), { stroke: color, strokeWidth: 1.5, strokeDasharray: '4 3' }),
      line(fall(likelihood, observation), { stroke: LOSS, strokeWidth: 1.5 }),
      line(fall(posterior, posterior.mode), { stroke: color, strokeWidth: 2.25 }),
      outlinedDot([[posterior.mode, 0]], color, 5),
    ]
  },
}

export const sumPanel: Panel<MapModel> = {
  name: 'sum',
  title: {
    en: 'Their logarithms, whose sum is minus the objective',
    zh: '取对数后相加：和是目标函数的相反数',
  },
  ...size,
  x: axisOfWeights,
  y: () => ({
    domain: [-12, 1],
    label: { en: 'log, highest point at 0', zh: '对数，最高点移到 0' },
    ticks: 5,
    decimals: 0,
  }),
  deferred: true,
  layers: [logarithms],
}
