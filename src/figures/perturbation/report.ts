import type { Readout, Table, Text } from '../kit/figure.ts'
import { fixed, same } from '../kit/format.ts'
import { totalError } from './cloud.ts'
import { worstGapOf, type Method, type PerturbationModel } from './model.ts'
import { CLOUD } from './noise.ts'

export function readouts({ free, ridge }: PerturbationModel): Readout[] {
  const pair = (name: string, label: Text, of: (method: Method) => number): Readout => ({
    name,
    label,
    value: same(`${fixed(of(free), 3)} → ${fixed(of(ridge), 3)}`),
  })
  return [
    pair('variance', { en: 'Variance', zh: '方差' }, ({ cloud }) => cloud.variance),
    pair('bias', { en: 'Bias²', zh: '偏差²' }, ({ cloud }) => cloud.bias2),
    pair('total', { en: 'Variance + bias²', zh: '方差 + 偏差²' }, ({ cloud }) => totalError(cloud)),
    pair(
      'norm',
      { en: '‖w‖ of the wildest refit', zh: '最极端一次的 ‖w‖' },
      ({ moved }) => moved.norm,
    ),
    pair('spread', { en: 'Spread of the curves', zh: '曲线的散布' }, ({ bundle }) => bundle.spread),
  ]
}

export function describe({ values, free, ridge }: PerturbationModel): Text {
  const [a, b] = [free, ridge].map(({ cloud, moved }) => ({
    variance: fixed(cloud.variance, 3),
    bias2: fixed(cloud.bias2, 3),
    total: fixed(totalError(cloud), 3),
    norm: fixed(moved.norm),
  }))
  const { lambda, correlation } = values
  return {
    en: `Fitted again to ${CLOUD} measurements, the weights of two features with correlation ${correlation} have variance ${a.variance} by least squares; ridge at λ = ${lambda} has variance ${b.variance} and squared bias ${b.bias2}: in all ${a.total} against ${b.total}. At the wildest measurement, an input moved by 1 moves the answer by at most ${a.norm} and ${b.norm}.`,
    zh: `对 ${CLOUD} 次测量分别拟合，相关系数为 ${correlation} 的两个特征，权重的方差在最小二乘下为 ${a.variance}，在岭回归（λ = ${lambda}）下为 ${b.variance}，后者的偏差平方为 ${b.bias2}；两者之和分别为 ${a.total} 和 ${b.total}。在其中最极端的一次，输入移动 1，预测至多分别移动 ${a.norm} 和 ${b.norm}。`,
  }
}

export function table({ values, free, ridge }: PerturbationModel): Table {
  const row = (lambda: number, { cloud, moved, bundle }: Method) => [
    lambda,
    ...cloud.mean,
    cloud.bias2,
    cloud.variance,
    totalError(cloud),
    moved.norm,
    moved.closest,
    bundle.spread,
  ]
  return {
    columns: [
      same('λ'),
      { en: 'Mean of w₁', zh: 'w₁ 的均值' },
      { en: 'Mean of w₂', zh: 'w₂ 的均值' },
      { en: 'Bias²', zh: '偏差²' },
      { en: 'Variance', zh: '方差' },
      { en: 'Bias² + variance', zh: '偏差² + 方差' },
      { en: '‖w‖ of the wildest refit', zh: '最极端一次的 ‖w‖' },
      { en: 'Largest |Δŷ| / (‖w‖‖Δx‖)', zh: '|Δŷ| / (‖w‖‖Δx‖) 的最大值' },
      { en: 'Spread of the curves', zh: '曲线的散布' },
    ],
    rows: [row(0, free), row(values.lambda, ridge)],
  }
}

export function numbers(model: PerturbationModel) {
  const told = ({ cloud, moved, bundle }: Method) => [
    cloud.bias2,
    cloud.variance,
    moved.norm,
    moved.closest,
    bundle.spread,
  ]
  const { values, free, ridge } = model
  return {
    lambda: values.lambda,
    meanLeastSquares: free.cloud.mean,
    meanRidge: ridge.cloud.mean,
    leastSquares: told(free),
    ridge: told(ridge),
    gap: worstGapOf(model),
  }
}
