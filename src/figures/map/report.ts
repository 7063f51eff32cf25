import type { Readout, Table, Text } from '../kit/figure.ts'
import { pair, readout, same, scientific } from '../kit/format.ts'
import { meanOf, modeOf, REACH, type MapModel } from './model.ts'

const strength = (lambda: number) => String(Number(lambda.toPrecision(3)))

export function readouts(model: MapModel): Readout[] {
  const { penalty, fit } = model
  return [
    readout('per-sum', 'λ for ½‖y − Xw‖²', 'λ，损失求和时', strength(penalty.perSum)),
    readout('lambda', 'λ for 1/(2n)‖y − Xw‖²', 'λ，损失取平均时', strength(penalty.lambda)),
    readout('mode', 'Mode', '众数', pair(modeOf(model))),
    readout('mean', 'Mean', '均值', pair(meanOf(model))),
    readout('gap', 'Gap of the mode', '众数的对偶间隙', scientific(Math.max(fit.dualityGap, 0))),
  ]
}

export function describe(model: MapModel): Text {
  const { values, penalty } = model
  const lambda = strength(penalty.lambda)
  const [mode, mean] = [modeOf(model), meanOf(model)]
  const laplace = values.prior === 'laplace'
  const start: Text = {
    en: `${laplace ? 'A Laplace prior with b' : 'A Gaussian prior with τ'} = ${values.scale} amounts to λ = ${lambda}, and takes the least-squares weights ${pair(values.estimate)} to the mode ${pair(mode)}`,
    zh: `${laplace ? '拉普拉斯先验 b' : '高斯先验 τ'} = ${values.scale} 相当于 λ = ${lambda}，它把最小二乘权重 ${pair(values.estimate)} 变成众数 ${pair(mode)}`,
  }
  if (!laplace) {
    return {
      en: `${start.en}. Median and mean are the same point.`,
      zh: `${start.zh}。中位数和均值也是这一点。`,
    }
  }
  const zeros = mode.filter((w) => w === 0).length
  const kept = mean.filter((w, j) => mode[j] === 0 && w !== 0).length
  if (zeros === 0) {
    return {
      en: `${start.en}: no weight is zero. The mean is ${pair(mean)}.`,
      zh: `${start.zh}：没有权重为零。均值是 ${pair(mean)}。`,
    }
  }
  const which: Text =
    zeros === 2
      ? { en: 'both weights are exactly zero', zh: '两个权重都恰为零' }
      : mode[0] === 0
        ? { en: 'w₁ is exactly zero', zh: 'w₁ 恰为零' }
        : { en: 'w₂ is exactly zero', zh: 'w₂ 恰为零' }
  const but: Text =
    kept === zeros
      ? {
          en: `Yet the mean, ${pair(mean)}, has no zero there.`,
          zh: `均值 ${pair(mean)} 在那里却不为零。`,
        }
      : { en: `The mean is ${pair(mean)}.`, zh: `均值是 ${pair(mean)}。` }
  return { en: `${start.en}: ${which.en}. ${but.en}`, zh: `${start.zh}：${which.zh}。${but.zh}` }
}

/** Mode, median and mean for least-squares weights ≥ 0. */
export function table({ estimates }: MapModel): Table {
  return {
    columns: [
      same('ŵ'),
      { en: 'mode', zh: '众数' },
      { en: 'median', zh: '中位数' },
      { en: 'mean', zh: '均值' },
    ],
    rows: estimates
      .filter((_, i) => i % 3 === 0)
      .map(({ observation, mode, median, mean }) => [
        Math.min(REACH, Number(observation.toPrecision(12))),
        ...[mode, median, mean],
      ]),
  }
}

export function numbers(model: MapModel) {
  const { weights, penalty, fit } = model
  return {
    perSum: penalty.perSum,
    lambda: penalty.lambda,
    noise: weights[0].noise,
    mode: modeOf(model),
    median: weights.map(({ posterior }) => posterior.median),
    mean: meanOf(model),
    fit: [...fit.coefficients],
    gap: Math.max(fit.dualityGap, 0),
  }
}
