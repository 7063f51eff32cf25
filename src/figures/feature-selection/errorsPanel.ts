import type { Language, Layer, Mark, Panel, Text } from '../kit/figure.ts'
import { fixed } from '../kit/format.ts'
import { boldText, INK, L1, L2, MUTED, outlinedDot, smallText, SURFACE } from '../kit/labels.ts'
import { nowRule, strengthScale } from '../kit/layout.ts'
import { dot, line, ruleY } from '../kit/marks.ts'
import type { SelectionModel, Solution, SolutionPath } from './model.ts'
import { parameters } from './parameters.ts'
import { size } from './weightsPanel.ts'

type ErrorLayer = Layer<SelectionModel>

/** The error of the mean and, if known, that of the truth. */
const bounds: ErrorLayer = {
  name: 'bounds',
  of: (model) => [model.sample],
  marks({ sample: { truth } }, language) {
    const stroke = { stroke: INK, strokeOpacity: 0.55 }
    // At the right, where the curves have left the noise far below.
    const label = (at: number, words: Text, dy: number): Mark =>
      smallText([at], words[language], { y: [at], frameAnchor: 'right', dx: -4, dy, fill: MUTED })
    const mean: Mark[] = [
      ruleY([1], stroke),
      label(1, { en: 'the mean alone', zh: '只预测均值' }, -16),
    ]
    if (!truth) return mean
    return [
      ...mean,
      ruleY([truth.noise], { ...stroke, strokeDasharray: '1 3' }),
      label(truth.noise, { en: 'noise alone', zh: '只剩噪声' }, -9),
    ]
  },
}

const curves: ErrorLayer = {
  name: 'curves',
  of: (model) => [model.lassoPath, model.ridgePath],
  marks: ({ lassoPath, ridgePath }) => [...pathCurves(ridgePath, L2), ...pathCurves(lassoPath, L1)],
}

function pathCurves({ solutions }: SolutionPath, stroke: string): Mark[] {
  const curve = (error: 'trainError' | 'testError') =>
    solutions.map((solution): [number, number] => [solution.lambda, solution[error]])
  return [
    line(curve('trainError'), { stroke, strokeWidth: 1.5, strokeDasharray: '4 3' }),
    line(curve('testError'), { stroke, strokeWidth: 2 }),
  ]
}

/** The smallest test errors, each with the name of its curve. */
const best: ErrorLayer = {
  name: 'best',
  of: (model) => [model.lassoPath, model.ridgePath],
  overflow: true,
  marks({ lassoPath, ridgePath }, language) {
    const minima = [
      { at: lassoPath.best, color: L1, name: { en: 'lasso', zh: 'Lasso' } },
      { at: ridgePath.best, color: L2, name: { en: 'ridge', zh: '岭回归' } },
    ]
    const [lower, higher] = minima.sort((a, b) => a.at.testError - b.at.testError)
    // The lower one has its name below, unless the axis is too near: then both names are above, stacked.
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
    dot(point, { r: 5.5, stroke: color, strokeWidth: 1.5, fill: SURFACE }),
    boldText(point, `${name[language]} ${fixed(testError)}`, {
      textAnchor: lambda < 0.01 ? 'start' : lambda > 1 ? 'end' : 'middle',
      dy,
      fill: color,
    }),
  ]
}

const now: ErrorLayer = {
  name: 'now',
  of: (model) => [model.lasso, model.ridge],
  marks({ lasso, ridge }) {
    const dots = (solution: Solution, color: string): Mark[] => [
      dot([[solution.lambda, solution.trainError]], { r: 2.75, fill: color }),
      outlinedDot([[solution.lambda, solution.testError]], color, 3.75, 1),
    ]
    return [nowRule(lasso.lambda), ...dots(ridge, L2), ...dots(lasso, L1)]
  },
}

/** Far above 1 prediction is hopeless, and the picture need not follow the curves. */
const CEILING = 1.6

export const errorsPanel: Panel<SelectionModel> = {
  name: 'errors',
  title: { en: 'Error: solid test, dashed train', zh: '误差：实线测试，虚线训练' },
  ...size,
  x: () => strengthScale(parameters.lambda, 4),
  y: ({ lassoPath, ridgePath }) => {
    const all = [...lassoPath.solutions, ...ridgePath.solutions]
    const highest = Math.max(...all.map(({ testError }) => testError))
    return {
      domain: [0, highest > 1.25 ? CEILING : 1.25],
      label: { en: 'share of the variance of y', zh: '占 y 的方差之比' },
      ticks: 5,
      decimals: 1,
    }
  },
  layers: [bounds, curves, now, best],
}
