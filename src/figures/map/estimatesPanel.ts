import type { Layer, Panel, Point } from '../kit/figure.ts'
import { cornerWords, INK, LOSS, MUTED, outlinedDot } from '../kit/labels.ts'
import { panelSize } from '../kit/layout.ts'
import { line, ruleX } from '../kit/marks.ts'
import { plane, zeroLines } from '../kit/plane.ts'
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
      line(diagonal, { stroke: LOSS, strokeWidth: 1, strokeDasharray: '2 3' }),
      line(course(estimates, 'median'), { stroke: MUTED, strokeWidth: 1.75 }),
      line(course(estimates, 'mean'), { stroke: INK, strokeWidth: 1.75 }),
      line(modes(model), { stroke: colorOf(values.prior), strokeWidth: 2.25 }),
    ]
  },
}

const names: MapLayer = {
  name: 'names',
  of: ({ values }) => [values.prior],
  marks: ({ values: { prior } }, language) => [
    cornerWords({ en: 'ŵ itself, dotted', zh: 'ŵ 自己（点线）' }[language], 0, LOSS, 'left'),
    cornerWords({ en: 'mean', zh: '均值' }[language], 1, INK, 'left'),
    cornerWords({ en: 'median', zh: '中位数' }[language], 2, MUTED, 'left'),
    cornerWords({ en: 'mode', zh: '众数' }[language], 3, colorOf(prior), 'left'),
  ],
}

const now: MapLayer = {
  name: 'now',
  of: ({ weights }) => [weights[0]],
  marks({ weights: [{ observation, posterior, kind }] }) {
    const at = (w: number, fill: string) => outlinedDot([[observation, w]], fill, 4.25)
    return [
      ruleX([observation], { stroke: INK, strokeOpacity: 0.55 }),
      at(posterior.mean, INK),
      at(posterior.median, MUTED),
      at(posterior.mode, colorOf(kind)),
    ]
  },
}

/** Mode, median and mean of a weight against its least-squares value. */
export const estimatesPanel: Panel<MapModel> = {
  name: 'estimates',
  title: { en: 'What each estimate makes of ŵ', zh: '三种估计分别怎样处理 ŵ' },
  ...panelSize('half', 380, 376, [10, 10, 36, 30]),
  deferred: true,
  x: () => plane('ŵ'),
  y: () => plane('w'),
  layers: [zeroLines, courses, names, now],
}
