import type { Parameters } from '../kit/figure.ts'

export const parameters = {
  prior: {
    kind: 'choice',
    label: { en: 'Prior', zh: '先验' },
    options: [
      { value: 'laplace', label: { en: 'Laplace, scale b', zh: '拉普拉斯，尺度 b' } },
      { value: 'gaussian', label: { en: 'Gaussian, standard deviation τ', zh: '高斯，标准差 τ' } },
    ],
    default: 'laplace',
  },
  scale: {
    kind: 'number',
    label: { en: 'b or τ', zh: 'b 或 τ' },
    min: 0.05,
    max: 2,
    step: 0.01,
    default: 0.4,
    play: true,
  },
  noise: {
    kind: 'number',
    label: { en: 'Noise σ', zh: '噪声 σ' },
    min: 0.5,
    max: 4,
    step: 0.1,
    default: 2,
  },
  n: {
    kind: 'number',
    label: { en: 'Samples n', zh: '样本数 n' },
    min: 5,
    max: 100,
    step: 1,
    default: 10,
  },
  estimate: {
    kind: 'point',
    label: { en: 'Least-squares weights', zh: '最小二乘权重' },
    axes: [
      { en: 'ŵ₁', zh: 'ŵ₁' },
      { en: 'ŵ₂', zh: 'ŵ₂' },
    ],
    min: -3,
    max: 3,
    step: 0.01,
    default: [0.8, 1.9],
  },
} as const satisfies Parameters
