import type { Parameters } from '../kit/figure.ts'
import { seedParameter } from '../kit/parameters.ts'
import { features } from '../kit/tables.ts'

const names = [...new Set([...features.diabetes, ...features.prostate])]
const featureOptions = names.map((value) => ({ value, label: { en: value, zh: value } }))

export const parameters = {
  penalty: {
    kind: 'choice',
    label: { en: 'Penalty', zh: '惩罚项' },
    options: [
      { value: 'l1', label: { en: 'L1: the diamond', zh: 'L1：菱形' } },
      { value: 'l2', label: { en: 'L2: the circle', zh: 'L2：圆' } },
      { value: 'norm', label: { en: 'L2 norm, not squared', zh: 'L2 范数，不平方' } },
      { value: 'elastic-net', label: { en: 'Elastic net', zh: '弹性网' } },
      { value: 'lq', label: { en: 'Lq: any power', zh: 'Lq：任意幂' } },
    ],
    default: 'l1',
  },
  lambda: {
    kind: 'number',
    label: { en: 'Strength λ', zh: '正则化系数 λ' },
    min: 0,
    max: 4,
    step: 0.01,
    default: 1,
    play: true,
  },
  rho: {
    kind: 'number',
    label: { en: 'L1 share ρ', zh: 'L1 占比 ρ' },
    when: { penalty: ['elastic-net'] },
    min: 0,
    max: 1,
    step: 0.01,
    default: 0.5,
  },
  q: {
    kind: 'number',
    label: { en: 'Power q', zh: '幂次 q' },
    when: { penalty: ['lq'] },
    min: 0.5,
    max: 4,
    step: 0.05,
    default: 0.5,
  },
  loss: {
    kind: 'choice',
    label: { en: 'Loss', zh: '损失函数' },
    options: [
      { value: 'free', label: { en: 'Shaped by hand', zh: '自己设定' } },
      { value: 'diabetes', label: { en: 'Diabetes data', zh: '糖尿病数据' } },
      { value: 'prostate', label: { en: 'Prostate data', zh: '前列腺癌数据' } },
    ],
    default: 'free',
  },
  optimum: {
    kind: 'point',
    label: { en: 'Optimum of the loss', zh: '损失的最优点' },
    when: { loss: ['free'] },
    axes: [
      { en: 'ŵ₁', zh: 'ŵ₁' },
      { en: 'ŵ₂', zh: 'ŵ₂' },
    ],
    min: -3,
    max: 3,
    step: 0.01,
    default: [1.9, 0.6],
  },
  correlation: {
    kind: 'number',
    label: { en: 'Correlation', zh: '特征的相关系数' },
    when: { loss: ['free'] },
    min: -0.95,
    max: 0.95,
    step: 0.01,
    default: 0.4,
  },
  scale: {
    kind: 'number',
    label: { en: 'Scale of feature 2', zh: '特征 2 的尺度' },
    when: { loss: ['free'] },
    min: 0.3,
    max: 3,
    step: 0.01,
    default: 1,
  },
  first: {
    kind: 'choice',
    label: { en: 'Feature 1', zh: '特征 1' },
    when: { loss: ['diabetes', 'prostate'] },
    options: featureOptions,
    default: 'bmi',
  },
  second: {
    kind: 'choice',
    label: { en: 'Feature 2', zh: '特征 2' },
    when: { loss: ['diabetes', 'prostate'] },
    options: featureOptions,
    default: 's5',
  },
  regions: {
    kind: 'toggle',
    label: { en: 'Where a weight is exactly zero', zh: '权重恰为零的区域' },
    when: { penalty: ['l1', 'l2', 'elastic-net'] },
    default: false,
  },
  cone: {
    kind: 'toggle',
    label: { en: 'Normal cone at w*', zh: 'w* 处的法锥' },
    when: [{ penalty: ['l1', 'l2', 'elastic-net'] }, { q: (q: number) => q > 1 }],
    default: false,
  },
  seed: seedParameter({ en: 'Draw of random losses', zh: '随机损失的随机种子' }),
} as const satisfies Parameters
