import type { Layer, Mark, Panel, Point, Text } from '../kit/figure.ts'
import { MUTED, outlinedDot, smallText } from '../kit/labels.ts'
import { nowRule, panelSize, strengthScale, zeroY } from '../kit/layout.ts'
import { dot, line, ruleX, specks, text } from '../kit/marks.ts'
import { memoizeLast } from '../kit/memoizeLast.ts'
import { kept, type SelectionModel, type Solution, type SolutionPath } from './model.ts'
import { parameters } from './parameters.ts'
import { featuresThatMatter, uselessFeatures } from './report.ts'
import type { Sample } from './samples.ts'

/** The same in all three panels, so that their λ axes align. */
export const size = panelSize('third', 250, 272, [42, 8, 36, 36])

interface Penalty {
  name: 'lasso' | 'ridge'
  title: Text
  color: string
  path(model: SelectionModel): SolutionPath
  now(model: SelectionModel): Solution
  /** Step between the strengths that are drawn for a useless feature. */
  stride: number
}

/** The weight of a feature along a path, without the strengths at which it is and stays zero. */
function weightsAlong(solutions: readonly Solution[], feature: number): Point[] {
  const weights = solutions.map(({ coefficients }) => coefficients[feature])
  const isDrawn = (i: number) =>
    weights[i] !== 0 || (weights[i - 1] ?? 0) !== 0 || (weights[i + 1] ?? 0) !== 0
  return weights.flatMap((weight, i): Point[] =>
    isDrawn(i) ? [[solutions[i].lambda, weight]] : [],
  )
}

const GAP: Point = [NaN, NaN]

function pathLayer({ path, color, stride }: Penalty): Layer<SelectionModel> {
  return {
    name: 'paths',
    of: (model) => [path(model)],
    marks(model) {
      const { matter, X } = model.sample
      const { solutions } = path(model)
      const [some, more] = [stride, 2].map((step) => solutions.filter((_, i) => i % step === 0))
      const useless = Array.from({ length: X.columns - matter }, (_, j) =>
        weightsAlong(some, matter + j),
      )
      return [
        zeroY(),
        // One path for all of them: a NaN separates the lines.
        line(
          useless.flatMap((weights) => [...weights, GAP]),
          {
            stroke: MUTED,
            strokeOpacity: 0.55,
            strokeWidth: 0.75,
          },
        ),
        ...Array.from({ length: matter }, (_, j) =>
          line(weightsAlong(more, j), { stroke: color, strokeWidth: 2 }),
        ),
      ]
    },
  }
}

function bestLayer({ path, color }: Penalty): Layer<SelectionModel> {
  const words: Text = { en: 'best test error', zh: '测试误差最小' }
  return {
    name: 'best',
    of: (model) => [path(model)],
    marks(model, language) {
      const { lambda } = path(model).best
      const right = lambda < 0.1
      return [
        ruleX([lambda], { stroke: color, strokeDasharray: '2 3', strokeWidth: 1.25 }),
        smallText([lambda], words[language], {
          x: [lambda],
          frameAnchor: 'bottom',
          textAnchor: right ? 'start' : 'end',
          dx: right ? 5 : -5,
          dy: -5,
          fill: color,
        }),
      ]
    },
  }
}

/** The true weights of simulated data, at the edge at which the penalty has shrunk the others to nothing. */
function truthLayer({ color }: Penalty): Layer<SelectionModel> {
  const words: Text = { en: 'true weights', zh: '真实权重' }
  return {
    name: 'truth',
    of: (model) => [model.sample],
    marks({ sample: { truth } }, language) {
      if (!truth) return []
      const triangle = { symbol: 'triangle', rotate: -90, r: 3.5, fill: color } as const
      const edge = parameters.lambda.max
      return [
        dot(
          [...truth.weights].map((weight) => [edge, weight]),
          { ...triangle, dx: -3 },
        ),
        dot([0], { ...triangle, frameAnchor: 'bottom-right', dx: -6, dy: -25 }),
        smallText([0], words[language], {
          frameAnchor: 'bottom-right',
          dx: -13,
          dy: -20,
          fill: color,
        }),
      ]
    },
  }
}

/** The marks that move with λ: its rule, the weights there, and above the frame the numbers of selected features. */
function nowLayer({ now, color }: Penalty): Layer<SelectionModel> {
  return {
    name: 'now',
    of: (model) => [now(model)],
    overflow: true,
    marks(model, language) {
      const { sample } = model
      const { lambda, coefficients } = now(model)
      const points = Array.from(coefficients, (weight): Point => [lambda, weight])
      const useless = points.slice(sample.matter).filter(([, weight]) => weight !== 0)
      const count = kept(now(model), sample)
      return [
        nowRule(lambda),
        specks(useless, { stroke: MUTED, strokeWidth: 3.5 }),
        outlinedDot(points.slice(0, sample.matter), color, 3.75, 1),
        heading(featuresThatMatter(sample, count.matter)[language], -31, color),
        heading(uselessFeatures(sample, count.useless)[language], -15, MUTED),
      ]
    },
  }
}

const heading = (words: string, dy: number, fill: string): Mark =>
  text([words], {
    text: () => words,
    frameAnchor: 'top-right',
    dy,
    fill,
    fontSize: 13,
    fontWeight: 600,
  })

/** The range of all weights of both penalties and of the truth, so that the two panels are comparable. */
const span = memoizeLast((sample: Sample, ...paths: SolutionPath[]): Point => {
  const fitted = paths.flatMap(({ solutions }) => solutions.map((at) => at.coefficients))
  let [low, high] = [0, 0]
  for (const weights of sample.truth ? [sample.truth.weights, ...fitted] : fitted) {
    for (const weight of weights) {
      if (weight < low) low = weight
      else if (weight > high) high = weight
    }
  }
  const step = 0.25
  return [step * Math.floor(low / step), step * Math.ceil(high / step)]
})

export function weightsPanel(penalty: Penalty): Panel<SelectionModel> {
  return {
    name: penalty.name,
    title: penalty.title,
    ...size,
    x: () => strengthScale(parameters.lambda, 4),
    y: (model) => ({
      domain: span(model.sample, model.lassoPath, model.ridgePath),
      label: { en: 'weight w', zh: '权重 w' },
      ticks: 5,
      decimals: 2,
    }),
    layers: [pathLayer, truthLayer, nowLayer, bestLayer].map((layer) => layer(penalty)),
  }
}
