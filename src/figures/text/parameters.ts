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

/** Every strength that the slider can take, thirty-three, evenly spaced in log λ: the path is stored at these. */
export const strengths: readonly number[] = everyValue(parameters.lambda)
