import type { Readout, Table, Text } from '../kit/figure.ts'
import { fixed, same, scientific } from '../kit/format.ts'
import type { DerivativeModel } from './model.ts'
import { told } from './told.ts'

export function readouts(model: DerivativeModel): Readout[] {
  const { values, l1, l2, subgradient, proximal, landing, crossings } = model
  const { slope, lambda, step } = values
  const size = Math.abs(slope)
  const holds: Text =
    size <= lambda
      ? {
          en: `${fixed(size)} ≤ ${fixed(lambda)}: yes`,
          zh: `${fixed(size)} ≤ ${fixed(lambda)}：是`,
        }
      : { en: `${fixed(size)} > ${fixed(lambda)}: no`, zh: `${fixed(size)} > ${fixed(lambda)}：否` }
  const slopes = [slope - lambda, slope + lambda].map((value) => fixed(value))
  const off: Text = { en: 'off', zh: '未打开' }
  return [
    { name: 'condition', label: { en: 'Is |d₀| ≤ λ?', zh: '|d₀| ≤ λ？' }, value: holds },
    {
      name: 'slopes-l1',
      label: { en: 'Slopes at 0, L1', zh: '0 处左右斜率，L1' },
      value: { en: slopes.join(', '), zh: slopes.join('，') },
    },
    {
      name: 'slope-l2',
      label: { en: 'Slope at 0, L2', zh: '0 处斜率，L2' },
      value: same(fixed(slope)),
    },
    {
      name: 'minima',
      label: { en: 'Minimum L1, L2', zh: '最小值点 L1，L2' },
      value: { en: `${told(l1.w)}, ${told(l2.w)}`, zh: `${told(l1.w)}，${told(l2.w)}` },
    },
    {
      name: 'subgradient',
      label: { en: 'Subgradient: w, sign changes', zh: '次梯度：w，变号次数' },
      value: subgradient
        ? {
            en: `${told(subgradient[step])}, ${crossings}`,
            zh: `${told(subgradient[step])}，${crossings}`,
          }
        : off,
    },
    {
      name: 'proximal',
      label: { en: 'Proximal: w, 0 from step', zh: '近端：w，从第几步起为 0' },
      value: proximal
        ? {
            en: `${told(proximal[step])}, ${landing ?? 'never'}`,
            zh: `${told(proximal[step])}，${landing ?? '未到'}`,
          }
        : off,
    },
    {
      name: 'gap',
      label: { en: 'Duality gap', zh: '对偶间隙' },
      value: same(scientific(Math.max(l1.gap, l2.gap))),
    },
  ]
}

/** Both runs, step by step. */
export function table({ subgradient, proximal }: DerivativeModel): Table {
  const runs = [
    { name: { en: 'Subgradient', zh: '次梯度' }, run: subgradient },
    { name: { en: 'Proximal', zh: '近端' }, run: proximal },
  ].filter(({ run }) => run)
  const steps = runs[0]?.run ?? []
  return {
    columns: [same('k'), ...runs.map(({ name }) => name)],
    rows: steps.map((_, k) => [k, ...runs.map(({ run }) => run![k])]),
  }
}

export function numbers(model: DerivativeModel) {
  const { values, l1, l2, subgradient, proximal, landing, crossings } = model
  const { slope, lambda, step } = values
  return {
    slopesL1: [slope - lambda, slope + lambda],
    slopeL2: slope,
    l1: l1.w,
    l2: l2.w,
    objectives: [l1.objective, l2.objective],
    subgradient: subgradient ? subgradient[step] : [],
    proximal: proximal ? proximal[step] : [],
    crossings,
    landing: landing ?? [],
  }
}
