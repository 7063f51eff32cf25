import type { Parameters } from '../kit/figure.ts'

/** Number of steps of a run. */
export const STEPS = 30

export const parameters = {
  slope: {
    kind: 'number',
    label: { en: 'Slope of the loss at 0, d₀', zh: '损失在 0 处的斜率 d₀' },
    min: -2,
    max: 2,
    step: 0.01,
    default: -1,
  },
  curvature: {
    kind: 'number',
    label: { en: 'Curvature h', zh: '曲率 h' },
    min: 1,
    max: 3,
    step: 0.01,
    default: 1,
  },
  lambda: {
    kind: 'number',
    label: { en: 'Strength λ', zh: '正则化系数 λ' },
    min: 0,
    max: 2.5,
    step: 0.01,
    default: 1.5,
    play: true,
  },
  valley: {
    kind: 'toggle',
    label: { en: 'A second valley', zh: '第二个谷' },
    default: false,
  },
  depth: {
    kind: 'number',
    label: { en: 'Its depth', zh: '它的深度' },
    when: { valley: [true] },
    min: 0,
    max: 3,
    step: 0.01,
    default: 3,
  },
  subgradient: {
    kind: 'toggle',
    label: { en: 'Subgradient descent', zh: '次梯度法' },
    default: true,
  },
  proximal: {
    kind: 'toggle',
    label: { en: 'Proximal descent', zh: '近端梯度下降' },
    default: true,
  },
  step: {
    kind: 'number',
    label: { en: 'Step k', zh: '第 k 步' },
    when: [{ subgradient: [true] }, { proximal: [true] }],
    min: 0,
    max: STEPS,
    step: 1,
    default: 10,
    play: true,
  },
  rate: {
    kind: 'number',
    label: { en: 'Learning rate α', zh: '学习率 α' },
    when: [{ subgradient: [true] }, { proximal: [true] }],
    min: 0.02,
    max: 0.6,
    step: 0.01,
    default: 0.3,
  },
  start: {
    kind: 'number',
    label: { en: 'Start w', zh: '起点 w' },
    when: [{ subgradient: [true] }, { proximal: [true] }],
    min: -2.5,
    max: 2.5,
    step: 0.01,
    default: 2,
  },
  falling: {
    kind: 'toggle',
    label: { en: 'Subgradient with rate α/√k', zh: '次梯度用学习率 α/√k' },
    when: { subgradient: [true] },
    default: false,
  },
} as const satisfies Parameters
