import type { ChoiceParameter, Parameters, Text } from '../kit/figure.ts'
import { same } from '../kit/format.ts'
import { everyValue, seedParameter } from '../kit/parameters.ts'
import { features } from '../kit/tables.ts'

type FeatureName = (typeof features)[keyof typeof features][number]

const meanings: Partial<Record<FeatureName, Text>> = {
  s1: { en: 's1: total cholesterol', zh: 's1：总胆固醇' },
  s2: { en: 's2: LDL', zh: 's2：低密度脂蛋白' },
  s3: { en: 's3: HDL', zh: 's3：高密度脂蛋白' },
  s4: { en: 's4: cholesterol / HDL', zh: 's4：总胆固醇 / HDL' },
  s5: { en: 's5: log triglycerides', zh: 's5：甘油三酯对数' },
  s6: { en: 's6: blood sugar', zh: 's6：血糖' },
}

const names = [...new Set<FeatureName>([...features.diabetes, ...features.prostate])]

export const parameters = {
  lambda: {
    kind: 'number',
    label: { en: 'Strength λ', zh: '正则化系数 λ' },
    min: 0.0001,
    max: 10,
    step: 0.025,
    default: 0.1,
    scale: 'log',
    play: true,
  },
  penalty: {
    kind: 'choice',
    label: { en: 'Penalty', zh: '惩罚' },
    options: [
      { value: 'lasso', label: { en: 'Lasso', zh: 'Lasso' } },
      { value: 'ridge', label: { en: 'Ridge', zh: '岭回归' } },
      { value: 'elastic-net', label: { en: 'Elastic net', zh: '弹性网' } },
    ],
    default: 'lasso',
  },
  rho: {
    kind: 'number',
    label: { en: 'Share of L1, ρ', zh: 'L1 的比例 ρ' },
    when: { penalty: ['elastic-net'] },
    min: 0.1,
    max: 0.9,
    step: 0.1,
    default: 0.5,
  },
  data: {
    kind: 'choice',
    label: { en: 'Data', zh: '数据' },
    options: [
      { value: 'diabetes', label: { en: 'Diabetes', zh: '糖尿病' } },
      { value: 'prostate', label: { en: 'Prostate', zh: '前列腺癌' } },
    ],
    default: 'diabetes',
  },
  feature: {
    kind: 'choice',
    label: { en: 'Feature to follow', zh: '跟踪的特征' },
    options: names.map((value) => ({ value, label: meanings[value] ?? same(value) })),
    default: 's3',
  } satisfies ChoiceParameter,
  seed: seedParameter({ en: 'Split into folds', zh: '分折的随机种子' }),
} as const satisfies Parameters

/** Every strength on the slider, forty per decade; the figure solves for all of them at once. */
export const strengths: readonly number[] = everyValue(parameters.lambda)
