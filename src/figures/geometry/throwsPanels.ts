import type { Panel, Text } from '../kit/figure.ts'
import { percent } from '../kit/format.ts'
import { HALO, MUTED, penaltyColor } from '../kit/labels.ts'
import { panelSize } from '../kit/layout.ts'
import { specks, text } from '../kit/marks.ts'
import { plane, REACH, zeroLines } from '../kit/plane.ts'
import type { GeometryModel } from './model.ts'
import type { Throws } from './throws.ts'

function throwsPanel(name: 'l1' | 'l2', title: Text): Panel<GeometryModel> {
  const throwsOf = (m: GeometryModel): Throws => (name === 'l1' ? m.throwsL1 : m.throwsL2)
  const color = penaltyColor(name)
  return {
    name: `throws-${name}`,
    title,
    ...panelSize('small', 220, 220, [4, 4, 4, 4]),
    deferred: true,
    x: () => ({ ...plane(''), ticks: 0 }),
    y: () => ({ ...plane(''), ticks: 0 }),
    layers: [
      zeroLines,
      {
        name: 'throws',
        of: (m) => [throwsOf(m)],
        marks(m, language) {
          const { sparse, dense, share } = throwsOf(m)
          const words = { en: `${percent(share)} sparse`, zh: `稀疏 ${percent(share)}` }
          return [
            specks(dense, { stroke: MUTED, strokeWidth: 3, strokeOpacity: 0.55 }),
            specks(sparse, { stroke: color, strokeWidth: 4.5 }),
            text([[0, REACH]], {
              text: () => words[language],
              dy: 15,
              fill: color,
              fontSize: 16,
              fontWeight: 650,
              ...HALO,
              strokeWidth: 5,
            }),
          ]
        },
      },
    ],
  }
}

/** Where random losses have their optima, and which of them end in a sparse solution. */
export const throwsPanels = [
  throwsPanel('l1', { en: '500 random losses under L1', zh: '500 个随机损失，L1' }),
  throwsPanel('l2', { en: 'The same 500 under L2', zh: '同样 500 个，L2' }),
]
