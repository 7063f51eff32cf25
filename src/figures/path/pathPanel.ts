import type { Layer, Panel, Point } from '../kit/figure.ts'
import { fixed } from '../kit/format.ts'
import { dot, line, ruleY, text, type Mark } from '../kit/marks.ts'
import { HALO, INK } from '../kit/labels.ts'
import { memoizeLast } from '../kit/memoizeLast.ts'
import { colorOf, corner, frame, lambdaScale, nowRule, weightLabel } from './frame.ts'
import type { CoefficientPath, PathModel } from './model.ts'
import { parameters } from './parameters.ts'

type PathLayer = Layer<PathModel>

const lines: PathLayer = {
  name: 'lines',
  of: (model) => [model.path, model.followed],
  marks(model) {
    const { path, sample, followed } = model
    const stroke = colorOf(model)
    return [
      ruleY([0], { stroke: INK, strokeOpacity: 0.55 }),
      ...sample.names.map((_, j) =>
        line(path.lines[j], {
          stroke,
          strokeWidth: j === followed ? 3 : 1.25,
          strokeOpacity: j === followed ? 1 : 0.7,
        }),
      ),
      ...path.knots.map(({ lambda, coefficients }) => corners(lambda, coefficients, stroke)),
      // A pointer that comes near a line is told its name.
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

/** How near two names may stand, in pixels. */
const GAP = 13

/** Heights for the names beside their lines, moved apart where they would overlap, in the order of the lines. */
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
    const unit = (high - low) / (frame.height - frame.margin.top - frame.margin.bottom)
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
        stroke: 'var(--dc-surface)',
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

/** The span of all weights of a path, in tenths. */
const span = memoizeLast(({ fits }: CoefficientPath): Point => {
  const all = fits.flatMap(({ coefficients }) => [...coefficients])
  return [Math.floor(10 * Math.min(...all)) / 10, Math.ceil(10 * Math.max(...all)) / 10]
})

export const pathPanel: Panel<PathModel> = {
  name: 'paths',
  title: { en: 'Every weight against λ', zh: '各权重随 λ 的变化' },
  ...frame,
  x: lambdaScale,
  y: ({ path }) => ({
    domain: span(path),
    label: weightLabel,
    ticks: 6,
    tickFormat: (value) => fixed(value, 1),
  }),
  layers: [lines, names, now],
}

export const weightSpan = ({ path }: PathModel) => span(path)
