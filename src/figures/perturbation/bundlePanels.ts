import type { Layer, Panel, Point, Text } from '../kit/figure.ts'
import { fixed, same } from '../kit/format.ts'
import { boldText, DATA, L2, LOSS, MUTED, outlinedDot } from '../kit/labels.ts'
import { panelSize } from '../kit/layout.ts'
import { line } from '../kit/marks.ts'
import { truth } from '../kit/sineData.ts'
import { grid } from './curves.ts'
import type { Method, PerturbationModel } from './model.ts'

/** The same in all four panels. */
export const size = panelSize('half', 370, 270, [18, 8, 34, 38])

const HEIGHT: Point = [-1.8, 1.8]

const truthLayer: Layer<PerturbationModel> = {
  name: 'truth',
  of: () => [],
  marks: () => [
    line(
      grid.map((x): Point => [x, truth(x)]),
      { stroke: MUTED, strokeWidth: 1.75, strokeDasharray: '5 4' },
    ),
  ],
}

const pointsLayer: Layer<PerturbationModel> = {
  name: 'points',
  of: (m) => [m.points],
  marks: ({ points }) => [outlinedDot(points, DATA, 3.5, 1)],
}

/** @param curve smooth where the curves bend within a step of the grid; that is too slow for what moves with λ */
function bundlePanel(
  name: string,
  title: Text,
  color: string,
  curve: 'linear' | 'catmull-rom',
  methodOf: (model: PerturbationModel) => Method,
): Panel<PerturbationModel> {
  const bundle: Layer<PerturbationModel> = {
    name: 'bundle',
    of: (m) => [methodOf(m).bundle],
    marks(m, language) {
      const { heights, spread } = methodOf(m).bundle
      // One path for the whole bundle: a NaN separates the curves.
      const drawn = heights.flatMap((row) => [
        ...row.map((height, i) => [grid[i], height] as const),
        [1, NaN] as const,
      ])
      const words = { en: `spread ${fixed(spread, 3)}`, zh: `散布 ${fixed(spread, 3)}` }
      return [
        line(drawn, { stroke: color, strokeWidth: 1, strokeOpacity: 0.5, curve }),
        boldText([0], words[language], {
          frameAnchor: 'bottom-right',
          dx: -4,
          dy: -6,
          fill: color,
        }),
      ]
    },
  }
  return {
    name,
    title,
    ...size,
    x: () => ({
      domain: [-1, 1],
      label: same('x'),
      ticks: 5,
      decimals: 1,
    }),
    y: () => ({
      domain: HEIGHT,
      label: same('ŷ'),
      ticks: 5,
      decimals: 0,
    }),
    layers: [bundle, truthLayer, pointsLayer],
  }
}

/** The same points measured thirty times, and the curve that each penalty fits to each measurement. */
export const bundlePanels = [
  bundlePanel(
    'bundle-free',
    { en: 'Degree 12 without a penalty, 30 refits', zh: '12 次多项式，不加惩罚，重新拟合 30 次' },
    LOSS,
    'catmull-rom',
    (m) => m.free,
  ),
  bundlePanel(
    'bundle-ridge',
    { en: 'The same 30 with ridge', zh: '同样 30 次，岭回归' },
    L2,
    'linear',
    (m) => m.ridge,
  ),
]
