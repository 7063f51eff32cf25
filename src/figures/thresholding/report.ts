import type { Readout, Table, Text } from '../kit/figure.ts'
import { fixed, listed, readout, same, scientific } from '../kit/format.ts'
import { ROUNDING } from './correlated.ts'
import { shrink, type ThresholdModel } from './model.ts'
import { parameters } from './parameters.ts'

export function readouts({ at, now, gap }: ThresholdModel): Readout[] {
  const third = ({ coefficients }: { coefficients: Float64Array }) => fixed(coefficients[2], 3)
  return [
    readout('lasso', 'L1: w*', 'L1：w*', fixed(at.lasso, 3)),
    readout('ridge', 'L2: w*', 'L2：w*', fixed(at.ridge, 3)),
    readout('net', 'Elastic net: w*', '弹性网：w*', fixed(at.net, 3)),
    readout(
      'third',
      'w₃: lasso, ridge',
      'w₃：Lasso，岭回归',
      listed(third(now.lasso), third(now.ridge)),
    ),
    readout('gap', 'Largest duality gap', '最大的对偶间隙', scientific(gap)),
  ]
}

export function describe(model: ThresholdModel): Text {
  const [one, three] = [oneWeight(model), thirdWeight(model)]
  return { en: `${one.en} ${three.en}`, zh: `${one.zh}${three.zh}` }
}

function oneWeight({ at, graphs, values: { lambda, weight, curvature } }: ThresholdModel): Text {
  const from = fixed(weight, 1)
  if (lambda === 0) {
    return {
      en: 'Without a penalty every weight stays what it is.',
      zh: '不加惩罚，权重都保持原样。',
    }
  }
  if (weight === 0) {
    return {
      en: 'A weight that is zero without penalty stays zero under each of them.',
      zh: '不加惩罚时就为零的权重，加上哪种惩罚都还是零。',
    }
  }
  const factor = fixed(curvature / (curvature + lambda), 3)
  const ridge: Text = {
    en: `L2 multiplies it by ${factor}, which leaves ${fixed(at.ridge, 3)}.`,
    zh: `L2 把它乘以 ${factor}，剩下 ${fixed(at.ridge, 3)}。`,
  }
  const shift = fixed(graphs.threshold, 2)
  return at.lasso === 0
    ? {
        en: `L1 sets ŵ = ${from} to exactly zero, as its size is at most λ/h = ${shift}; ${ridge.en}`,
        zh: `ŵ = ${from} 的大小不超过 λ/h = ${shift}，L1 让它恰为零；${ridge.zh}`,
      }
    : {
        en: `L1 moves ŵ = ${from} toward zero by λ/h = ${shift}, to ${fixed(at.lasso, 3)}; ${ridge.en}`,
        zh: `L1 把 ŵ = ${from} 朝零平移 λ/h = ${shift}，得到 ${fixed(at.lasso, 3)}；${ridge.zh}`,
      }
}

/** Sentence comparing the lasso's third weight at λ with the unpenalized one. */
function thirdWeight({ now, values: { third, lambda } }: ThresholdModel): Text {
  const weight = now.lasso.coefficients[2]
  const [is, was] = [fixed(weight, 3), fixed(third, 1)]
  const compared = (en: string, zh: string): Text => ({
    en: `Among correlated features, the lasso’s w₃ is ${is} at λ = ${lambda}: ${en}.`,
    zh: `在相关的特征里，λ = ${lambda} 时 Lasso 的 w₃ 是 ${is}，${zh}。`,
  })
  if (Math.abs(weight - third) <= ROUNDING) {
    return compared('the same as without penalty', '与不加惩罚时相同')
  }
  if (weight === 0) return compared(`without penalty it is ${was}`, `不加惩罚时是 ${was}`)
  if (weight * third < 0) {
    return compared(`the opposite sign of ŵ₃ = ${was}`, `与 ŵ₃ = ${was} 符号相反`)
  }
  return Math.abs(weight) > Math.abs(third)
    ? compared(`larger in size than ŵ₃ = ${was}`, `比 ŵ₃ = ${was} 的绝对值还大`)
    : compared(`smaller in size than ŵ₃ = ${was}`, `绝对值小于 ŵ₃ = ${was}`)
}

/** The four graphs at thirteen weights. */
export function table({ values: { curvature, lambda, rho } }: ThresholdModel): Table {
  const { min, max } = parameters.weight
  const rows = Array.from({ length: 13 }, (_, i) => {
    const weight = min + ((max - min) * i) / 12
    const { lasso, ridge, net, hard } = shrink(weight, curvature, lambda, rho)
    return [weight, lasso, ridge, net, hard].map((value) => Number(value.toPrecision(12)))
  })
  return {
    columns: [
      same('ŵ'),
      { en: 'L1', zh: 'L1' },
      { en: 'L2', zh: 'L2' },
      { en: 'Elastic net', zh: '弹性网' },
      { en: 'Hard threshold', zh: '硬阈值' },
    ],
    rows,
  }
}

export function numbers({ values, at, graphs, correlated, now, gap }: ThresholdModel) {
  const { lambda, curvature } = values
  return {
    lambda,
    w: [at.lasso, at.ridge, at.net, at.hard],
    shift: graphs.threshold,
    factor: curvature / (curvature + lambda),
    lasso: [...now.lasso.coefficients],
    ridge: [...now.ridge.coefficients],
    knots: correlated.knots.map((knot) => knot.lambda),
    peak: [correlated.peak.lambda, correlated.peak.coefficients[2]],
    gap,
  }
}
