import type { Layer, Mark, Panel, Text } from '../kit/figure.ts'
import { INK, label, LOSS, SURFACE } from '../kit/labels.ts'
import { panelSize } from '../kit/layout.ts'
import { dot, line } from '../kit/marks.ts'
import { plane, zeroLines } from '../kit/plane.ts'
import { colorOf } from './curvePanels.ts'
import { levelSets } from './levels.ts'
import { meanOf, modeOf, type MapModel } from './model.ts'

/** Decrease of the log-posterior from its mode at the level sets: for a Gaussian, one to four deviations. */
const FALLS = [1, 2, 3, 4].map((deviations) => deviations ** 2 / 2)

function levels({ weights }: MapModel): Mark {
  const color = colorOf(weights[0].kind)
  const points = levelSets(weights, FALLS).flatMap((set, i) =>
    set.map(([x, y]) => [x, y, i] as const),
  )
  return line(points, {
    ...{ x: '0', y: '1', z: '2', curve: 'linear-closed' },
    ...{ stroke: color, strokeWidth: 1.25, strokeOpacity: 0.75, fill: color, fillOpacity: 0.07 },
  })
}

const words: Record<'mode' | 'mean', Text> = {
  mode: { en: 'mode', zh: '众数' },
  mean: { en: 'mean', zh: '均值' },
}

const posterior: Layer<MapModel> = {
  name: 'posterior',
  of: ({ weights }) => weights,
  marks(model, language) {
    const { estimate } = model.values
    const [mode, mean] = [modeOf(model), meanOf(model)]
    const color = colorOf(model.values.prior)
    const ring = { stroke: SURFACE, strokeWidth: 1.25 }
    const apart = Math.hypot(mean[0] - mode[0], mean[1] - mode[1])
    const side = mean[0] >= mode[0] ? 1 : -1
    // The name of ŵ is on the side away from the mode, unless it would leave the picture.
    const above = Math.abs(estimate[1]) > 2.6 ? estimate[1] < 0 : estimate[1] >= mode[1]
    const zero = mode[0] === 0 || mode[1] === 0
    return [
      levels(model),
      dot([estimate], { r: 4.5, fill: LOSS }),
      label(estimate, 'ŵ', [0, above ? -20 : 22], LOSS),
      ...(zero ? [dot([mode], { r: 9.5, stroke: color, strokeWidth: 1.75 })] : []),
      dot([mode], { r: 5, fill: color, ...ring }),
      label(mode, words.mode[language], [-side * 34, 0], color),
      ...(apart > 0.02
        ? [
            dot([mean], { r: 4.5, symbol: 'diamond', fill: INK, ...ring }),
            label(mean, words.mean[language], [side * 30, 0], INK),
          ]
        : []),
    ]
  },
}

/** The plane of both weights, with the level sets of their joint posterior. */
export const planePanel: Panel<MapModel> = {
  name: 'plane',
  title: { en: 'Both weights: level sets of the posterior', zh: '两个权重：后验的等高线' },
  ...panelSize('half', 380, 376, [10, 10, 36, 30]),
  x: () => plane('w₁'),
  y: () => plane('w₂'),
  layers: [zeroLines, posterior],
}
