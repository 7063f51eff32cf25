import type { Language, Layer, Mark, Panel, Point, Text } from '../kit/figure.ts'
import { same, weight } from '../kit/format.ts'
import { boldText, INK, L1, L2, LOSS } from '../kit/labels.ts'
import { panelSize } from '../kit/layout.ts'
import { dot, line, specks, text } from '../kit/marks.ts'
import { zeroLines } from '../kit/plane.ts'
import { graphOf, penalizedGraph, weightScale } from './curves.ts'
import { at, type Minimum } from './loss.ts'
import type { DerivativeModel } from './model.ts'

export type DerivativeLayer = Layer<DerivativeModel>

const loss: DerivativeLayer = {
  name: 'loss',
  of: (model) => [model.loss],
  marks: (model) => [line(graphOf(model.loss), { stroke: LOSS, strokeWidth: 1.25 })],
}

/** The penalized losses with their tangents at 0 and their lowest points. */
const penalized: DerivativeLayer = {
  name: 'penalized',
  of: ({ loss, values, l1, l2 }) => [loss, values.lambda, l1, l2],
  marks: (model) => [...tangents(model), ...curves(model), ...minima(model)],
}

const curves = ({ loss, values: { lambda } }: DerivativeModel): Mark[] => [
  line(
    penalizedGraph(loss, (w) => lambda * w ** 2),
    { stroke: L2, strokeWidth: 2 },
  ),
  line(
    penalizedGraph(loss, (w) => lambda * Math.abs(w)),
    { stroke: L1, strokeWidth: 2 },
  ),
]

/** Half the width of a tangent. */
const TANGENT = 0.6

/** The slopes at 0 as tangents: two of L + λ|w|, one of L + λw². */
function tangents({ values: { slope, lambda } }: DerivativeModel): Mark[] {
  const stroke = { strokeWidth: 7, strokeOpacity: 0.3, strokeLinecap: 'round' } as const
  const end = (side: number, rise: number): Point => {
    // Equal lengths in the picture, in which a unit of J is about 0.6 as long as a unit of w.
    const width = (side * TANGENT) / Math.hypot(1, 0.6 * rise)
    return [width, rise * width]
  }
  return [
    line([end(-1, slope), end(1, slope)], { stroke: L2, ...stroke }),
    line([end(-1, slope - lambda), [0, 0], end(1, slope + lambda)], { stroke: L1, ...stroke }),
  ]
}

/** Positions of the runs at this step, on the curve that they descend. */
const runners: DerivativeLayer = {
  name: 'runners',
  of: ({ loss, subgradient, proximal, values: { step, lambda } }) => [
    loss,
    lambda,
    subgradient?.[step],
    proximal?.[step],
  ],
  marks({ loss, subgradient, proximal, values: { step, lambda } }) {
    const place = (w: number): Point => [w, loss.value(at(w)) + lambda * Math.abs(w)]
    const ring = (w: number, stroke: string, r: number) =>
      dot([place(w)], { r, stroke, strokeWidth: 1.75 })
    return [
      ...(proximal ? [ring(proximal[step], L1, 7)] : []),
      ...(subgradient ? [ring(subgradient[step], INK, 4)] : []),
    ]
  },
}

/** The minima, the left one with its name on the left. */
function minima({ l1, l2 }: DerivativeModel): Mark[] {
  const name = (minimum: Minimum, side: -1 | 1, fill: string) =>
    boldText([[minimum.w, minimum.objective]], weight(minimum.w), {
      textAnchor: side < 0 ? 'end' : 'start',
      dx: 4 * side,
      dy: 15,
      fill,
      fontSize: 14,
    })
  const side = l1.w <= l2.w ? -1 : 1
  return [
    disc([l2.w, l2.objective], L2),
    disc([l1.w, l1.objective], L1),
    name(l1, side, L1),
    name(l2, side === 1 ? -1 : 1, L2),
  ]
}

/** A disc as large as those of other figures, cheaper than a dot. */
export const disc = (point: Point, stroke: string) => specks([point], { stroke, strokeWidth: 9 })

const names: DerivativeLayer = {
  name: 'names',
  of: () => [],
  overflow: true,
  marks: (_, language) => legend([{ en: 'loss L', zh: '损失 L' }, 'L + λ|w|', 'L + λw²'], language),
}

/** The names of the three curves above the frame, each in the colour of its curve. */
export function legend([loss, l1, l2]: [Text, string, string], language: Language): Mark[] {
  const word = (words: string, fill: string, side: 'left' | 'right' | undefined) =>
    text([0], {
      text: () => words,
      frameAnchor: side ? `top-${side}` : 'top',
      textAnchor: side === 'left' ? 'start' : side === 'right' ? 'end' : 'middle',
      dy: -14,
      fill,
      fontSize: 14,
      fontWeight: 600,
    })
  return [word(loss[language], LOSS, 'left'), word(l1, L1, undefined), word(l2, L2, 'right')]
}

export const objectivePanel: Panel<DerivativeModel> = {
  name: 'objective',
  title: { en: 'The loss and the two penalized losses', zh: '损失，以及加上惩罚后的两条曲线' },
  ...panelSize('large', 440, 300, [28, 14, 34, 34]),
  x: weightScale,
  y: ({ values }) => ({
    domain: values.valley ? [-3.4, 3.1] : [-2.2, 3.1],
    label: same(''),
    ticks: 5,
    decimals: 0,
  }),
  layers: [zeroLines, loss, penalized, runners, names],
}
