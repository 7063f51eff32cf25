import type { Parameters } from '../kit/figure.ts'

/** Number of steps of a run. */
export const STEPS = 30

export const parameters = {
  step: {
    kind: 'number',
    label: { en: 'Step k', zh: '第 k 步' },
    min: 0,
    max: STEPS,
    step: 1,
    default: 2,
    play: true,
  },
  alpha: {
    kind: 'number',
    label: { en: 'Learning rate α', zh: '学习率 α' },
    min: 0.01,
    max: 1.5,
    step: 0.01,
    default: 0.25,
  },
  lambda: {
    kind: 'number',
    label: { en: 'Strength λ', zh: '正则化系数 λ' },
    min: 0,
    max: 200,
    step: 1,
    default: 20,
  },
  m: {
    kind: 'number',
    label: { en: 'Samples m', zh: '样本数 m' },
    min: 4,
    max: 100,
    step: 4,
    default: 20,
  },
  optimum: {
    kind: 'point',
    label: { en: 'Optimum of the loss', zh: '损失的最优点' },
    axes: [
      { en: 'θ̂₁', zh: 'θ̂₁' },
      { en: 'θ̂₂', zh: 'θ̂₂' },
    ],
    min: -1.5,
    max: 3,
    step: 0.01,
    default: [2.6, 1.5],
  },
  start: {
    kind: 'point',
    label: { en: 'Start of both runs', zh: '梯度下降的起点' },
    axes: [
      { en: 'θ₁', zh: 'θ₁' },
      { en: 'θ₂', zh: 'θ₂' },
    ],
    min: -1.5,
    max: 3,
    step: 0.01,
    default: [-1.2, 1.1],
  },
  correlation: {
    kind: 'number',
    label: { en: 'Correlation', zh: '特征的相关系数' },
    min: -0.95,
    max: 0.95,
    step: 0.01,
    default: 0.6,
  },
} as const satisfies Parameters
