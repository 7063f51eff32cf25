import type { Language, Layer, Panel, Text } from '../kit/figure.ts'
import { fixed } from '../kit/format.ts'
import { dot, line, ruleY, text, type Mark } from '../kit/marks.ts'
import { frame, halo, lambdaScale, nowRule } from './frame.ts'
import type { SelectionModel, Solution, SolutionPath } from './model.ts'

const LASSO = 'var(--dc-l1)'
const RIDGE = 'var(--dc-l2)'

type ErrorLayer = Layer<SelectionModel>

/** The error of the mean alone and, where it is known, of the truth itself. */
const bounds: ErrorLayer = {
  name: 'bounds',
  of: (model) => [model.sample],
  marks({ sample: { truth } }, language) {
    const stroke = { stroke: 'var(--dc-ink)', strokeOpacity: 0.55 }
    const label = (at: number, words: Text, side: 'left' | 'right', dy: number): Mark =>
      text([at], {
        y: [at],
        text: () => words[language],
        frameAnchor: side,
        dx: side === 'left' ? 4 : -4,
        dy,
        fill: 'var(--dc-muted)',
        fontSize: 11.5,
        ...halo,
      })
    const mean: Mark[] = [
      ruleY([1], stroke),
      label(1, { en: 'the mean alone', zh: '只预测均值' }, 'right', -16),
    ]
    if (!truth) return mean
    return [
      ...mean,
      ruleY([truth.noise], { ...stroke, strokeDasharray: '1 3' }),
      label(truth.noise, { en: 'noise alone', zh: '只剩噪声' }, 'left', -9),
    ]
  },
}

const curves: ErrorLayer = {
  name: 'curves',
  of: (model) => [model.lassoPath, model.ridgePath],
  marks: ({ lassoPath, ridgePath }) => [
    ...pathCurves(ridgePath, RIDGE),
    ...pathCurves(lassoPath, LASSO),
  ],
}

function pathCurves({ solutions }: SolutionPath, stroke: string): Mark[] {
  const curve = (error: 'trainError' | 'testError') =>
    solutions.map((solution): [number, number] => [solution.lambda, solution[error]])
  return [
    line(curve('trainError'), { stroke, strokeWidth: 1.5, strokeDasharray: '4 3' }),
    line(curve('testError'), { stroke, strokeWidth: 2 }),
  ]
}

/** The smallest test errors, each with its curve's name. */
const best: ErrorLayer = {
  name: 'best',
  of: (model) => [model.lassoPath, model.ridgePath],
  overflow: true,
  marks({ lassoPath, ridgePath }, language) {
    const minima = [
      { at: lassoPath.best, color: LASSO, name: { en: 'lasso', zh: 'Lasso' } },
      { at: ridgePath.best, color: RIDGE, name: { en: 'ridge', zh: '岭回归' } },
    ]
    const [lower, higher] = minima.sort((a, b) => a.at.testError - b.at.testError)
    // The lower one has its name below, unless the axis is too near: then both stand above, one over the other.
    const room = lower.at.testError > 0.15
    const apart = higher.at.testError - lower.at.testError > 0.15
    return [
      ...bestMarks(lower, room ? 16 : -16, language),
      ...bestMarks(higher, room || apart ? -16 : -32, language),
    ]
  },
}

function bestMarks(
  { at, color, name }: { at: Solution; color: string; name: Text },
  dy: number,
  language: Language,
): Mark[] {
  const { lambda, testError } = at
  const point: [number, number][] = [[lambda, testError]]
  return [
    dot(point, { r: 5.5, stroke: color, strokeWidth: 1.5, fill: 'var(--dc-surface)' }),
    text(point, {
      text: () => `${name[language]} ${fixed(testError)}`,
      textAnchor: lambda < 0.01 ? 'start' : lambda > 1 ? 'end' : 'middle',
      dy,
      fill: color,
      fontSize: 13,
      fontWeight: 600,
      ...halo,
    }),
  ]
}

const now: ErrorLayer = {
  name: 'now',
  of: (model) => [model.lasso, model.ridge],
  marks({ lasso, ridge }) {
    const dots = (solution: Solution, color: string): Mark[] => [
      dot([[solution.lambda, solution.trainError]], { r: 2.75, fill: color }),
      dot([[solution.lambda, solution.testError]], {
        r: 3.75,
        fill: color,
        stroke: 'var(--dc-surface)',
        strokeWidth: 1,
      }),
    ]
    return [nowRule(lasso.lambda), ...dots(ridge, RIDGE), ...dots(lasso, LASSO)]
  },
}

/** Where the curves rise far above 1, prediction is hopeless and the picture need not follow. */
const CEILING = 1.6

export const errorsPanel: Panel<SelectionModel> = {
  name: 'errors',
  title: { en: 'Error: solid test, dashed train', zh: '误差：实线测试，虚线训练' },
  ...frame,
  x: lambdaScale,
  y: ({ lassoPath, ridgePath }) => {
    const all = [...lassoPath.solutions, ...ridgePath.solutions]
    const highest = Math.max(...all.map(({ testError }) => testError))
    return {
      domain: [0, highest > 1.25 ? CEILING : 1.25],
      label: { en: 'share of the variance of y', zh: '占 y 的方差之比' },
      ticks: 5,
      tickFormat: (value) => fixed(value, 1),
    }
  },
  layers: [bounds, curves, now, best],
}
