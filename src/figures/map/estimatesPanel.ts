import type { Layer, Panel, Point } from '../kit/figure.ts'
import { plane, zeroLines } from '../kit/plane.ts'
import { dot, line, ruleX } from '../kit/marks.ts'
import { cornerWords, INK } from '../kit/labels.ts'
import { colorOf } from './curvePanels.ts'
import { REACH, type Estimates, type MapModel } from './model.ts'

type MapLayer = Layer<MapModel>

/** An estimate as a function of ŵ, which is odd. */
function course(estimates: readonly Estimates[], of: 'median' | 'mean'): Point[] {
  const right = estimates.map((at): Point => [at.observation, at[of]])
  const left = right.slice(1).map(([z, w]): Point => [-z, -w])
  return [...left.toReversed(), ...right]
}

/** The mode as a function of ŵ, corners included. */
function modes({ values: { prior }, penalty: { lambda }, estimates }: MapModel): Point[] {
  const end = estimates[estimates.length - 1].mode
  const bend = prior === 'laplace' ? Math.min(lambda, REACH) : 0
  return [
    [-REACH, -end],
    [-bend, 0],
    [bend, 0],
    [REACH, end],
  ]
}

const courses: MapLayer = {
  name: 'courses',
  of: ({ estimates }) => [estimates],
  marks(model) {
    const { estimates, values } = model
    const diagonal: Point[] = [
      [-REACH, -REACH],
      [REACH, REACH],
    ]
    return [
      line(diagonal, { stroke: 'var(--dc-loss)', strokeWidth: 1, strokeDasharray: '2 3' }),
      line(course(estimates, 'median'), { stroke: 'var(--dc-muted)', strokeWidth: 1.75 }),
      line(course(estimates, 'mean'), { stroke: INK, strokeWidth: 1.75 }),
      line(modes(model), { stroke: colorOf(values.prior), strokeWidth: 2.25 }),
    ]
  },
}

const names: MapLayer = {
  name: 'names',
  of: ({ values }) => [values.prior],
  marks: ({ values: { prior } }, language) => [
    cornerWords(
      { en: 'ŵ itself, dotted', zh: 'ŵ 自己（点线）' }[language],
      0,
      'var(--dc-loss)',
      'left',
    ),
    cornerWords({ en: 'mean', zh: '均值' }[language], 1, INK, 'left'),
    cornerWords({ en: 'median', zh: '中位数' }[language], 2, 'var(--dc-muted)', 'left'),
    cornerWords({ en: 'mode', zh: '众数' }[language], 3, colorOf(prior), 'left'),
  ],
}

const now: MapLayer = {
  name: 'now',
  of: ({ weights }) => [weights[0]],
  marks({ weights: [{ observation, posterior, kind }] }) {
    const at = (w: number, fill: string) =>
      dot([[observation, w]], { r: 4.25, fill, stroke: 'var(--dc-surface)', strokeWidth: 1.25 })
    return [
      ruleX([observation], { stroke: INK, strokeOpacity: 0.55 }),
      at(posterior.mean, INK),
      at(posterior.median, 'var(--dc-muted)'),
      at(posterior.mode, colorOf(kind)),
    ]
  },
}

/** Mode, median and mean of a weight against its least-squares value. */
export const estimatesPanel: Panel<MapModel> = {
  name: 'estimates',
  title: { en: 'What each estimate makes of ŵ', zh: '三种估计分别怎样处理 ŵ' },
  size: 'half',
  width: 380,
  height: 376,
  margin: { top: 10, right: 10, bottom: 36, left: 30 },
  deferred: true,
  x: () => plane('ŵ'),
  y: () => plane('w'),
  layers: [zeroLines, courses, names, now],
}
