import type { Parameters, Point } from '../kit/figure.ts'
import { snap } from '../kit/parameters.ts'

/** Fifteen points of the truth with noise, short of both ends; written out because published links rely on them. */
// prettier-ignore
const points: readonly Point[] = [
  [-0.95, -0.05], [-0.81, -0.39], [-0.7, -0.58], [-0.55, -0.77], [-0.37, -1],
  [-0.29, -0.64], [-0.12, -0.07], [0.01, -0.02], [0.13, 0.7], [0.23, 0.34],
  [0.37, 0.56], [0.58, 0.42], [0.68, 0.64], [0.79, 0.25], [0.89, 0.25],
]

/** Fifteen others that reach both ends, as `drawPoints` in data.ts makes them: chapters start from these. */
// prettier-ignore
const wave: readonly Point[] = [
  [-1, -0.09], [-0.98, -0.27], [-0.79, -0.3], [-0.51, -0.45], [-0.46, -0.74],
  [-0.28, -1], [-0.1, -0.21], [-0.02, -0.04], [0.02, -0.09], [0.33, 0.67],
  [0.35, 0.75], [0.61, 0.77], [0.66, 0.33], [0.87, 0.28], [1, -0.31],
]

export const parameters = {
  lambda: {
    kind: 'number',
    label: { en: 'Strength λ', zh: '正则化系数 λ' },
    when: { zero: [false] },
    min: 1e-5,
    max: 1000,
    step: 0.05,
    default: 0.007079,
    scale: 'log',
    play: true,
  },
  zero: {
    kind: 'toggle',
    label: { en: 'No penalty: λ = 0', zh: '不加惩罚：λ = 0' },
    default: false,
  },
  penalty: {
    kind: 'choice',
    label: { en: 'Penalty', zh: '惩罚' },
    options: [
      { value: 'l2', label: { en: 'L2', zh: 'L2' } },
      { value: 'l1', label: { en: 'L1', zh: 'L1' } },
    ],
    default: 'l2',
  },
  degree: {
    kind: 'number',
    label: { en: 'Degree of the polynomial', zh: '多项式次数' },
    min: 1,
    max: 12,
    step: 1,
    default: 10,
  },
  points: {
    kind: 'points',
    label: { en: 'Data points', zh: '数据点' },
    axes: [
      { en: 'x', zh: 'x' },
      { en: 'y', zh: 'y' },
    ],
    min: -1,
    max: 1,
    step: 0.01,
    fewest: 3,
    most: 40,
    default: points,
    named: { wave },
  },
} as const satisfies Parameters

/** Every strength on the slider, twenty per decade; cross-validation compares them all. */
export const strengths: readonly number[] = Array.from({ length: 161 }, (_, i) =>
  snap(parameters.lambda, 10 ** (-5 + i / 20)),
)
