import type { Parameters } from '../kit/figure.ts'

/** Number of steps of the run; every hundredth can be shown. */
export const STEPS = 20_000

export const parameters = {
  lambda: {
    kind: 'number',
    label: { en: 'Strength λ', zh: '正则化系数 λ' },
    min: 0.35,
    max: 3,
    step: 0.05,
    default: 1,
  },
  step: {
    kind: 'number',
    label: { en: 'Steps of AdamW', zh: 'AdamW 的步数' },
    min: 0,
    max: STEPS,
    step: 100,
    default: 5000,
    play: true,
  },
  optimum: {
    kind: 'point',
    label: { en: 'Optimum of the loss', zh: '损失的最优点' },
    axes: [
      { en: 'ŵ₁', zh: 'ŵ₁' },
      { en: 'ŵ₂', zh: 'ŵ₂' },
    ],
    min: -3,
    max: 3,
    step: 0.01,
    default: [2, 0.6],
  },
  correlation: {
    kind: 'number',
    label: { en: 'Correlation', zh: '特征的相关系数' },
    min: -0.9,
    max: 0.9,
    step: 0.01,
    default: 0,
  },
} as const satisfies Parameters
