import type { Parameters } from '../kit/figure.ts'
import { everyValue } from '../kit/parameters.ts'

export const parameters = {
  lambda: {
    kind: 'number',
    label: { en: 'Strength λ', zh: '正则化系数 λ' },
    min: 0.003,
    max: 0.12,
    step: Math.log10(0.12 / 0.003) / 32,
    default: 0.01343,
    scale: 'log',
    play: true,
  },
} as const satisfies Parameters

/** The thirty-three strengths of the slider, evenly spaced in log λ, at which the path is stored. */
export const strengths: readonly number[] = everyValue(parameters.lambda)
