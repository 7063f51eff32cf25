import type { Parameters } from '../kit/figure.ts'
import { everyValue, seedParameter } from '../kit/parameters.ts'

export const parameters = {
  lambda: {
    kind: 'number',
    label: { en: 'Strength λ', zh: '正则化系数 λ' },
    min: 0.001,
    max: 10,
    step: 0.025,
    default: 0.1,
    scale: 'log',
    play: true,
  },
  data: {
    kind: 'choice',
    label: { en: 'Data', zh: '数据' },
    options: [
      { value: 'made-up', label: { en: 'Made up', zh: '人造数据' } },
      { value: 'diabetes', label: { en: 'Diabetes and decoys', zh: '糖尿病加噪声特征' } },
    ],
    default: 'made-up',
  },
  n: {
    kind: 'number',
    label: { en: 'Training samples n', zh: '训练样本数 n' },
    min: 20,
    max: 200,
    step: 5,
    default: 60,
  },
  p: {
    kind: 'number',
    label: { en: 'Features p', zh: '特征数 p' },
    min: 10,
    max: 120,
    step: 1,
    default: 60,
  },
  seed: seedParameter({ en: 'Draw of the data', zh: '数据的随机种子' }),
  relevant: {
    kind: 'number',
    label: { en: 'Features that matter', zh: '有用特征数' },
    when: { data: ['made-up'] },
    min: 1,
    max: 10,
    step: 1,
    default: 5,
  },
  noise: {
    kind: 'number',
    label: { en: 'Noise in y', zh: 'y 的噪声' },
    when: { data: ['made-up'] },
    min: 0.2,
    max: 5,
    step: 0.1,
    default: 2,
  },
  correlation: {
    kind: 'number',
    label: { en: 'Correlation of features', zh: '特征间的相关系数' },
    when: { data: ['made-up'] },
    min: 0,
    max: 0.9,
    step: 0.05,
    default: 0,
  },
} as const satisfies Parameters

/** Every strength on the slider, forty per decade; the figure solves for all of them at once. */
export const strengths: readonly number[] = everyValue(parameters.lambda)
