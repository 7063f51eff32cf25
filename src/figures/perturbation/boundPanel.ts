import type { Layer, Panel, Point, Text } from '../kit/figure.ts'
import { fixed } from '../kit/format.ts'
import { boldText, L2, LOSS, outlinedDot } from '../kit/labels.ts'
import { line, specks } from '../kit/marks.ts'
import { size } from './bundlePanels.ts'
import type { Moved, PerturbationModel } from './model.ts'

/** The change of a model's prediction with its input, the bound, and the perturbation that attains it. */
function boundLayer(
  name: string,
  color: string,
  title: Text,
  row: number,
  movedOf: (model: PerturbationModel) => Moved,
): Layer<PerturbationModel> {
  return {
    name,
    of: (m) => [movedOf(m)],
    marks(m, language) {
      const { effects, norm } = movedOf(m)
      const end: Point = [1, norm]
      return [
        specks(effects, { stroke: color, strokeWidth: 3.5, strokeOpacity: 0.6 }),
        line([[0, 0], end], { stroke: color, strokeWidth: 2 }),
        outlinedDot([end], color, 5),
        boldText([0], `${title[language]} ‖w‖ = ${fixed(norm)}`, {
          frameAnchor: 'top-left',
          dx: 5,
          dy: 8 + 17 * row,
          fill: color,
        }),
      ]
    },
  }
}

export const boundPanel: Panel<PerturbationModel> = {
  name: 'bound',
  title: {
    en: 'The wildest refit, input moved 150 times: |Δŷ| ≤ ‖w‖‖Δx‖',
    zh: '最极端的一次拟合，输入移动 150 次：|Δŷ| ≤ ‖w‖‖Δx‖',
  },
  ...size,
  x: () => ({
    domain: [0, 1.04],
    label: { en: 'size of the move ‖Δx‖', zh: '输入的移动 ‖Δx‖' },
    ticks: 5,
    decimals: 1,
  }),
  y: ({ free }) => ({
    domain: [0, 1.12 * free.moved.norm],
    label: { en: 'change of the answer |Δŷ|', zh: '预测的变化 |Δŷ|' },
    ticks: 5,
    decimals: 1,
  }),
  layers: [
    boundLayer('free', LOSS, { en: 'least squares', zh: '最小二乘' }, 0, (m) => m.free.moved),
    boundLayer('ridge', L2, { en: 'ridge', zh: '岭回归' }, 1, (m) => m.ridge.moved),
  ],
}
