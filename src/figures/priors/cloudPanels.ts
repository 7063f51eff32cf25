import type { Layer, Mark, Panel, Text } from '../kit/figure.ts'
import { fixed, percent } from '../kit/format.ts'
import { cornerWords, L1, L2, MUTED } from '../kit/labels.ts'
import { panelSize } from '../kit/layout.ts'
import { ellipse, polygon, specks } from '../kit/marks.ts'
import { zeroLines } from '../kit/plane.ts'
import { REACH } from './densityPanels.ts'
import { PAIRS, type PriorModel, type PriorsModel } from './model.ts'

/** Level sets at which the log-density of the pair has fallen by 1, 2, … from the origin. */
const FALLS = [1, 2, 3, 4, 5, 6, 7, 8]

/** The level sets of the density of two independent weights: diamonds ‖w‖₁ = kb, or circles ‖w‖₂ = τ√(2k). */
const levelSets = ({ kind, scale }: PriorModel, stroke: string): Mark[] =>
  FALLS.map((fall) => {
    const style = { stroke, strokeWidth: 1, strokeOpacity: 0.6 - 0.06 * fall }
    if (kind === 'gaussian') {
      const radius = scale * Math.sqrt(2 * fall)
      return ellipse([0, 0], [radius, radius], 0, style)
    }
    const r = fall * scale
    const corners = [[r, 0], [0, r], [-r, 0], [0, -r]] as const // prettier-ignore
    return polygon(corners, style)
  })

function cloudPanel(kind: PriorModel['kind'], title: Text, color: string): Panel<PriorsModel> {
  const levels: Layer<PriorsModel> = {
    name: 'levels',
    of: (model) => [model[kind].scale],
    marks: (model) => levelSets(model[kind], color),
  }
  const draws: Layer<PriorsModel> = {
    name: 'draws',
    of: (model) => [model[kind].cloud],
    marks(model, language) {
      const { near, others, zeros } = model[kind].cloud
      const [share, size] = [percent(near.length / PAIRS), fixed(model.values.near)]
      const close: Text = {
        en: `${share} have a weight below ${size}`,
        zh: `${share} 有小于 ${size} 的权重`,
      }
      const exact: Text = {
        en: `${zeros} of ${2 * PAIRS} weights are 0`,
        zh: `${2 * PAIRS} 个权重中 ${zeros} 个为 0`,
      }
      return [
        specks(others, { stroke: MUTED, strokeWidth: 2.75, strokeOpacity: 0.6 }),
        specks(near, { stroke: color, strokeWidth: 4 }),
        cornerWords(close[language], 0, color),
        cornerWords(exact[language], 1, color),
      ]
    },
  }
  const scale = (label: string) => () => ({
    domain: [-REACH, REACH] as const,
    label: { en: label, zh: label },
    ticks: 9,
    decimals: 0,
  })
  return {
    name: `${kind}-draws`,
    title,
    ...panelSize('half', 380, 374, [10, 10, 36, 36]),
    deferred: true,
    x: scale('w₁'),
    y: scale('w₂'),
    layers: [zeroLines, levels, draws],
  }
}

/** Pairs of weights from each prior, with the level sets of their density: the diamond and the circle. */
export const cloudPanels = [
  cloudPanel(
    'laplace',
    {
      en: `${PAIRS} pairs of weights from the Laplace prior`,
      zh: `拉普拉斯先验的 ${PAIRS} 对权重`,
    },
    L1,
  ),
  cloudPanel(
    'gaussian',
    { en: `${PAIRS} pairs from the Gaussian prior`, zh: `高斯先验的 ${PAIRS} 对权重` },
    L2,
  ),
]
