import type { Layer, Mark, Panel, Point, Text } from '../kit/figure.ts'
import { fixed } from '../kit/format.ts'
import { boldText, ELASTIC, HALO, INK, L1, L2, SURFACE } from '../kit/labels.ts'
import { nowRule, panelSize, strengthScale, zeroY } from '../kit/layout.ts'
import { dot, line, text } from '../kit/marks.ts'
import { memoizeLast } from '../kit/memoizeLast.ts'
import type { CoefficientPath, PathModel } from './model.ts'
import { parameters } from './parameters.ts'

/** The same in all four panels, so that the λ axes of stacked panels align. */
export const size = panelSize('half', 370, 268, [22, 12, 36, 56])

export const weightLabel: Text = { en: 'weight w', zh: '权重 w' }

export const colorOf = ({ values }: PathModel) =>
  ({ lasso: L1, ridge: L2, 'elastic-net': ELASTIC })[values.penalty]

/** Words in a corner of a panel, in rows from its edge. */
export const corner = (words: string, fill: string, edge: 'top' | 'bottom', row = 0) =>
  boldText([0], words, {
    frameAnchor: `${edge}-right`,
    textAnchor: 'end',
    dx: -4,
    dy: (edge === 'top' ? 1 : -1) * (6 + 17 * row),
    fill,
    fontSize: 12.5,
  })

type PathLayer = Layer<PathModel>

const lines: PathLayer = {
  name: 'lines',
  of: (model) => [model.path, model.followed],
  marks(model) {
    const { path, sample, followed } = model
    const stroke = colorOf(model)
    return [
      zeroY(),
      ...sample.names.map((_, j) =>
        line(path.lines[j], {
          stroke,
          strokeWidth: j === followed ? 3 : 1.25,
          strokeOpacity: j === followed ? 1 : 0.7,
        }),
      ),
      ...path.knots.map(({ lambda, coefficients }) => corners(lambda, coefficients, stroke)),
      // A pointer near a line shows its name.
      ...sample.names.map((name, j) =>
        line(path.lines[j], {
          title: () => name,
          stroke,
          strokeOpacity: 0,
          strokeWidth: 11,
          pointerEvents: 'stroke',
        }),
      ),
    ]
  },
}

const corners = (lambda: number, coefficients: Float64Array, fill: string): Mark =>
  dot(
    [...coefficients].filter((weight) => weight !== 0).map((weight) => [lambda, weight]),
    { r: 1.75, fill },
  )

/** Minimum distance of two names, in pixels. */
const GAP = 13

/** Heights of the names beside their lines, moved apart to avoid overlap, in the order of the lines. */
export function spread(heights: readonly number[], gap: number, [low, high]: Point): number[] {
  const order = heights.map((_, i) => i).sort((a, b) => heights[a] - heights[b])
  const placed = [...heights]
  let floor = low
  for (const i of order) {
    placed[i] = Math.max(placed[i], floor)
    floor = placed[i] + gap
  }
  let ceiling = high
  for (const i of order.reverse()) {
    placed[i] = Math.min(placed[i], ceiling)
    ceiling = placed[i] - gap
  }
  return placed
}

const names: PathLayer = {
  name: 'names',
  of: (model) => [model.path, model.followed],
  marks(model) {
    const { path, sample, followed } = model
    const [low, high] = span(path)
    const unit = (high - low) / (size.height - size.margin.top - size.margin.bottom)
    const ends = [...path.fits[0].coefficients]
    const heights = spread(ends, GAP * unit, [low + 7 * unit, high - 7 * unit])
    return sample.names.map((name, j) =>
      text([[parameters.lambda.min, heights[j]]], {
        text: () => name,
        textAnchor: 'start',
        dx: 4,
        fill: j === followed ? colorOf(model) : INK,
        fontSize: 12,
        fontWeight: j === followed ? 700 : 400,
        ...HALO,
      }),
    )
  },
}

const now: PathLayer = {
  name: 'now',
  of: ({ now, followed }) => [now, followed],
  marks(model, language) {
    const { now, sample, followed } = model
    const fill = colorOf(model)
    const named = sample.names.map((name, j) => ({ name, j, weight: now.coefficients[j] }))
    const value = (weight: number) => fixed(weight, 3)
    return [
      nowRule(now.lambda),
      dot(named, {
        x: () => now.lambda,
        y: 'weight',
        r: ({ j }: { j: number }) => (j === followed ? 5 : 3.25),
        title: ({ name, weight }: { name: string; weight: number }) => `${name}: ${value(weight)}`,
        fill,
        stroke: SURFACE,
        strokeWidth: 1,
      }),
      corner(
        {
          en: `${sample.names[followed]}: ${value(now.coefficients[followed])} here`,
          zh: `${sample.names[followed]}：此处 ${value(now.coefficients[followed])}`,
        }[language],
        fill,
        'top',
      ),
    ]
  },
}

/** The range of all weights of a path, rounded outwards to tenths. */
const span = memoizeLast(({ fits }: CoefficientPath): Point => {
  const all = fits.flatMap(({ coefficients }) => [...coefficients])
  return [Math.floor(10 * Math.min(...all)) / 10, Math.ceil(10 * Math.max(...all)) / 10]
})

export const pathPanel: Panel<PathModel> = {
  name: 'paths',
  title: { en: 'Every weight against λ', zh: '各权重随 λ 的变化' },
  ...size,
  x: () => strengthScale(parameters.lambda, 5),
  y: ({ path }) => ({
    domain: span(path),
    label: weightLabel,
    ticks: 6,
    decimals: 1,
  }),
  layers: [lines, names, now],
}

export const weightSpan = ({ path }: PathModel) => span(path)
