import type { Parameters } from '../kit/figure.ts'
import { seedParameter } from '../kit/parameters.ts'

export const parameters = {
  match: {
    kind: 'choice',
    label: { en: 'The two priors have', zh: '两个先验取' },
    options: [
      { value: 'variance', label: { en: 'Equal variance', zh: '相同的方差' } },
      { value: 'scale', label: { en: 'Equal scale: b = τ', zh: '相同的尺度：b = τ' } },
    ],
    default: 'variance',
  },
  spread: {
    kind: 'number',
    label: { en: 'Deviation, or scale', zh: '标准差（或尺度）' },
    min: 0.4,
    max: 2,
    step: 0.05,
    default: 1,
    play: true,
  },
  near: {
    kind: 'number',
    label: { en: 'Near zero: |w| below', zh: '靠近零：|w| 小于' },
    min: 0.02,
    max: 1,
    step: 0.01,
    default: 0.1,
  },
  far: {
    kind: 'number',
    label: { en: 'In the tails: |w| above', zh: '尾部：|w| 大于' },
    min: 1,
    max: 4,
    step: 0.1,
    default: 3,
  },
  seed: seedParameter({ en: 'Draw of the weights', zh: '权重的随机种子' }),
} as const satisfies Parameters
