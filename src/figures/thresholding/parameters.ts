import type { Parameters } from '../kit/figure.ts'

export const parameters = {
  lambda: {
    kind: 'number',
    label: { en: 'Strength λ', zh: '正则化系数 λ' },
    min: 0,
    max: 2.5,
    step: 0.05,
    default: 0.8,
    play: true,
  },
  weight: {
    kind: 'number',
    label: { en: 'Unpenalized weight ŵ', zh: '不加惩罚的权重 ŵ' },
    min: -3,
    max: 3,
    step: 0.1,
    default: 2.2,
  },
  curvature: {
    kind: 'number',
    label: { en: 'Curvature h', zh: '曲率 h' },
    min: 0.25,
    max: 4,
    step: 0.05,
    default: 1,
  },
  rho: {
    kind: 'number',
    label: { en: 'Share of L1 in the elastic net, ρ', zh: '弹性网中 L1 的比例 ρ' },
    min: 0,
    max: 1,
    step: 0.05,
    default: 0.5,
  },
  correlation: {
    kind: 'number',
    label: { en: 'Correlation of x₃ with x₁ and x₂', zh: 'x₃ 与 x₁、x₂ 的相关系数' },
    min: -0.65,
    max: 0.65,
    step: 0.05,
    default: 0.6,
  },
  third: {
    kind: 'number',
    label: { en: 'Unpenalized weight ŵ₃', zh: '不加惩罚的权重 ŵ₃' },
    min: -0.8,
    max: 0.6,
    step: 0.1,
    default: -0.3,
  },
} as const satisfies Parameters
