import type { Language, Layer, Mark, Panel, Text } from '../kit/figure.ts'
import { fixed, same } from '../kit/format.ts'
import { HALO, INK, L1, MUTED, smallText } from '../kit/labels.ts'
import { panelSize, zeroX } from '../kit/layout.ts'
import { ruleY, text } from '../kit/marks.ts'
import type { KeptTerm, Solution, TextModel } from './model.ts'

/** The maximum number of terms shown. */
const ROWS = 16

/** End of the axis, with room for the largest weight of the path and its number. */
export const LARGEST = 3.3

interface Row extends KeptTerm {
  row: number
}

/** The strongest weights, in the order of the solution. */
export function strongest({ kept }: Solution): KeptTerm[] {
  if (kept.length <= ROWS) return kept
  const sizes = kept.map(({ weight }) => Math.abs(weight)).sort((a, b) => b - a)
  return kept.filter(({ weight }) => Math.abs(weight) >= sizes[ROWS - 1]).slice(0, ROWS)
}

const side = (words: Text, anchor: 'top-left' | 'top-right', language: Language): Mark =>
  text([words], {
    text: () => words[language],
    frameAnchor: anchor,
    dy: -18,
    fill: INK,
    fontSize: 12.5,
    fontWeight: 600,
  })

const sides: Layer<TextModel> = {
  name: 'sides',
  of: () => [],
  overflow: true,
  marks: (_, language) => [
    zeroX(),
    side({ en: '← Pride and Prejudice', zh: '← 《傲慢与偏见》' }, 'top-left', language),
    side({ en: 'Emma →', zh: '《爱玛》 →' }, 'top-right', language),
  ],
}

const bars: Layer<TextModel> = {
  name: 'bars',
  of: ({ now }) => [now],
  marks({ now }, language) {
    const rows: Row[] = strongest(now).map((kept, i) => ({ ...kept, row: i + 1 }))
    return [
      ruleY(rows, { y: 'row', x1: 0, x2: 'weight', stroke: L1, strokeWidth: 9.5 }),
      ...[1, -1].flatMap((sign) => beside(rows.filter(({ weight }) => weight * sign > 0))),
      more(now, language),
    ]
  },
}

/** The term on the empty side of zero, its weight at the end of the bar; all rows favour the same novel. */
function beside(rows: Row[]): Mark[] {
  if (rows.length === 0) return []
  const forEmma = rows[0].weight > 0
  const [toward, away]: ('start' | 'end')[] = forEmma ? ['start', 'end'] : ['end', 'start']
  const pixels = forEmma ? 6 : -6
  return [
    text(rows, {
      x: 0,
      y: 'row',
      text: 'term',
      textAnchor: away,
      dx: -pixels,
      fill: INK,
      fontSize: 12,
      ...HALO,
    }),
    text(rows, {
      x: 'weight',
      y: 'row',
      text: ({ weight }: Row) => fixed(weight),
      textAnchor: toward,
      dx: pixels,
      fill: MUTED,
      fontSize: 10.5,
      ...HALO,
    }),
  ]
}

function more({ kept }: Solution, language: Language): Mark {
  const left = kept.length - ROWS
  const words: Text =
    kept.length === 0
      ? { en: 'no feature is kept', zh: '没有留下任何特征' }
      : { en: `and ${left} weaker ones`, zh: `另有 ${left} 个较弱的` }
  return smallText(left > 0 || kept.length === 0 ? [0] : [], words[language], {
    frameAnchor: 'bottom-right',
    dx: -4,
    dy: -6,
    fill: MUTED,
  })
}

export const termsPanel: Panel<TextModel> = {
  name: 'terms',
  title: {
    en: 'The strongest weights: what a word adds to the log-odds of Emma',
    zh: '最强的权重：一个词让《爱玛》的对数几率增加多少',
  },
  ...panelSize('main', 400, 342, [30, 10, 34, 10]),
  x: () => ({
    domain: [-LARGEST, LARGEST],
    label: { en: 'weight w', zh: '权重 w' },
    ticks: 5,
    decimals: 0,
  }),
  y: () => ({ domain: [ROWS + 0.7, 0.4], label: same(''), ticks: 0 }),
  layers: [sides, bars],
}
