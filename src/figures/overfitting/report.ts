import type { Readout, Table, Text } from '../kit/figure.ts'
import { fixed, readout, same, scientific, significant } from '../kit/format.ts'
import { valueAt } from '../kit/polynomial.ts'
import { grid } from '../kit/sineData.ts'
import type { OverfittingModel } from './model.ts'

export function readouts({ fit }: OverfittingModel): Readout[] {
  return [
    readout('norm', 'Size of the weights ‖θ‖', '权重的大小 ‖θ‖', significant(fit.norm)),
    readout(
      'slope',
      'Largest slope |f′|',
      '最大斜率 |f′|',
      significant(Math.abs(fit.steepest.slope)),
    ),
    readout('train', 'Training error', '训练误差', significant(fit.trainError)),
    readout('test', 'Test error', '测试误差', significant(fit.testError)),
    readout('gap', 'Duality gap, relative', '相对对偶间隙', scientific(fit.gap)),
  ]
}

export function describe(model: OverfittingModel): Text {
  const [now, chosen] = [nowText(model), chosenText(model)]
  return { en: `${now.en} ${chosen.en}`, zh: `${now.zh}${chosen.zh}` }
}

/** Deviation up to which the curve still looks like a horizontal line. */
const LEVEL = 0.02

function nowText({ fit, free, mean, values, points }: OverfittingModel): Text {
  const [norm, slope] = [significant(fit.norm), significant(Math.abs(fit.steepest.slope))]
  const [train, test] = [significant(fit.trainError), significant(fit.testError)]
  const errors: Text = {
    en: `Error ${train} on the points it has seen, ${test} on new ones between them.`,
    zh: `在见过的点上误差为 ${train}，在这些点之间的新点上为 ${test}。`,
  }
  const freely = [significant(free.norm), significant(Math.abs(free.steepest.slope))]
  const leaves = Math.max(...grid.map((x) => Math.abs(valueAt(fit.polynomial, x) - mean)))
  if (values.zero) {
    const places = new Set(points.map(([x]) => x)).size
    const many: Text =
      places > values.degree
        ? same('')
        : { en: ' (of the many, the one of smallest ‖θ‖)', zh: '（最优解不唯一，取 ‖θ‖ 最小者）' }
    return {
      en: `Without a penalty the fit${many.en} has ‖θ‖ = ${norm} and a largest slope of ${slope}. ${errors.en}`,
      zh: `不加惩罚时，拟合曲线${many.zh}的 ‖θ‖ = ${norm}，最大斜率为 ${slope}。${errors.zh}`,
    }
  }
  if (fit.norm === 0) {
    return {
      en: `Every weight is exactly 0; what is left is the horizontal line at the mean of y, ${fixed(mean, 3)}. ${errors.en}`,
      zh: `权重全部恰为 0，只剩下 y 的均值 ${fixed(mean, 3)} 处的水平线。${errors.zh}`,
    }
  }
  if (leaves < LEVEL) {
    const left = fit.theta.filter((weight) => weight !== 0).length
    return {
      en: `The fit is almost the horizontal line at the mean of y, ${fixed(mean, 3)}, though ${left} of its ${fit.theta.length} weights are not 0: ‖θ‖ = ${fixed(fit.norm, 4)}. ${errors.en}`,
      zh: `拟合曲线几乎就是 y 的均值 ${fixed(mean, 3)} 处的水平线，但 ${fit.theta.length} 个权重中仍有 ${left} 个不为 0：‖θ‖ = ${fixed(fit.norm, 4)}。${errors.zh}`,
    }
  }
  return {
    en: `At λ = ${fit.lambda} the fit has ‖θ‖ = ${norm} and a largest slope of ${slope}; without a penalty ${freely[0]} and ${freely[1]}. ${errors.en}`,
    zh: `λ = ${fit.lambda} 时，拟合曲线的 ‖θ‖ = ${norm}，最大斜率为 ${slope}；不加惩罚时分别为 ${freely[0]} 和 ${freely[1]}。${errors.zh}`,
  }
}

function chosenText({ selection: { minimum, oneStandardError } }: OverfittingModel): Text {
  const [best, simple] = [minimum.lambda, oneStandardError.lambda]
  return best === simple
    ? {
        en: `Cross-validation chooses λ = ${best}, and so does the one-standard-error rule.`,
        zh: `交叉验证选 λ = ${best}，一倍标准误准则也选它。`,
      }
    : {
        en: `Cross-validation chooses λ = ${best}, the one-standard-error rule ${simple}.`,
        zh: `交叉验证选 λ = ${best}，一倍标准误准则选 ${simple}。`,
      }
}

/** The coefficients of the standardized and of the raw powers. */
export function table({ fit, free, mean }: OverfittingModel): Table {
  const rows = Array.from(fit.theta, (weight, j) => [
    `x^${j + 1}`,
    weight,
    fit.polynomial[j + 1],
    free.theta[j],
    free.polynomial[j + 1],
  ])
  return {
    columns: [
      { en: 'Power', zh: '幂' },
      { en: 'Weight θ (standardized)', zh: '权重 θ（标准化）' },
      { en: 'Coefficient', zh: '系数' },
      { en: 'θ at λ = 0', zh: 'λ = 0 的 θ' },
      { en: 'Coefficient at λ = 0', zh: 'λ = 0 的系数' },
    ],
    rows: [['1', mean, fit.polynomial[0], mean, free.polynomial[0]], ...rows],
  }
}

export function numbers({ fit, free, mean, selection }: OverfittingModel) {
  return {
    lambda: fit.lambda,
    theta: [...fit.theta],
    mean,
    norm: fit.norm,
    slope: fit.steepest.slope,
    trainError: fit.trainError,
    testError: fit.testError,
    freeNorm: free.norm,
    freeSlope: free.steepest.slope,
    freeTestError: free.testError,
    minimum: selection.minimum.lambda,
    oneStandardError: selection.oneStandardError.lambda,
    gap: fit.gap,
  }
}
