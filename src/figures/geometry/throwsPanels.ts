import type { Panel, Text } from '../kit/figure.ts'
import { percent } from '../kit/format.ts'
import { INK, MUTED, penaltyColor } from '../kit/labels.ts'
import { panelSize } from '../kit/layout.ts'
import { specks, text } from '../kit/marks.ts'
import { plane, REACH, zeroLines } from '../kit/plane.ts'
import type { GeometryModel } from './model.ts'
import type { Throws } from './throws.ts'

/** Height of the words above the picture. */
const WORDS = 44

function throwsPanel(name: 'l1' | 'l2', title: Text): Panel<GeometryModel> {
  const throwsOf = (m: GeometryModel): Throws => (name === 'l1' ? m.throwsL1 : m.throwsL2)
  const color = penaltyColor(name)
  return {
    name: `throws-${name}`,
    title,
    ...panelSize('small', 220, 220 + WORDS, [4 + WORDS, 4, 4, 4]),
    deferred: true,
    x: () => ({ ...plane(''), ticks: 0 }),
    y: () => ({ ...plane(''), ticks: 0 }),
    layers: [
      zeroLines,
      {
        name: 'throws',
        of: (m) => [throwsOf(m)],
        marks(m) {
          const { dense, corner, empty } = throwsOf(m)
          return [
            specks(dense, { stroke: MUTED, strokeWidth: 3, strokeOpacity: 0.55 }),
            specks(corner, { stroke: color, strokeWidth: 4.5 }),
            specks(empty, { stroke: INK, strokeWidth: 4.5 }),
          ]
        },
      },
      {
        name: 'counts',
        of: (m) => [throwsOf(m)],
        overflow: true,
        marks(m, language) {
          const { empty, shares } = throwsOf(m)
          const [one, both] = shares.slice(1).map(percent)
          const line = (words: Text, row: number, fill: string) =>
            text([[0, REACH]], {
              text: () => words[language],
              dy: 20 * row - 31,
              fill,
              fontSize: 15,
              fontWeight: 650,
            })
          return [
            line({ en: `one weight zero: ${one}`, zh: `一个权重为零：${one}` }, 0, color),
            ...(empty.length > 0
              ? [line({ en: `both: ${both}`, zh: `两个都为零：${both}` }, 1, INK)]
              : []),
          ]
        },
      },
    ],
  }
}

/** The optima of random losses, by the number of zero weights of their solutions. */
export const throwsPanels = [
  throwsPanel('l1', { en: '500 random losses under L1', zh: '500 个随机损失，L1' }),
  throwsPanel('l2', { en: 'The same 500 under L2', zh: '同样 500 个，L2' }),
]
