import type { Parameters } from '../kit/figure.ts'
import { seedParameter, snap } from '../kit/parameters.ts'

export const parameters = {
  lambda: {
    kind: 'number',
    label: { en: 'Strength λ of ridge', zh: '岭回归的正则化系数 λ' },
    min: 0.0001,
    max: 10,
    step: 0.05,
    default: 0.01995,
    scale: 'log',
    play: true,
  },
  correlation: {
    kind: 'number',
    label: { en: 'Correlation of the two features', zh: '两个特征的相关系数' },
    min: 0,
    max: 0.999,
    step: 0.001,
    default: 0.99,
  },
  noise: {
    kind: 'number',
    label: { en: 'Noise in y', zh: 'y 的噪声' },
    min: 0.05,
    max: 1,
    step: 0.05,
    default: 0.3,
  },
  seed: seedParameter({ en: 'Draw of the noise', zh: '噪声的随机种子' }),
} as const satisfies Parameters

/** Every strength on the slider, twenty per decade. */
export const strengths: readonly number[] = Array.from({ length: 101 }, (_, i) =>
  snap(parameters.lambda, 10 ** (-4 + i / 20)),
)
