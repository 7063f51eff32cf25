import type { Text } from '../../../figures/kit/figure.ts'

/** A program to start from. */
export interface Example {
  /** Name of its file, `content/examples/NAME.ts`. */
  name: string
  title: Text
  /** Its purpose in one sentence. */
  line: Text
  code: string
}

/** The texts of each example, in the order of the buttons. */
const words: Record<string, Pick<Example, 'title' | 'line'>> = {
  'lasso-path': {
    title: { en: 'Lasso path', zh: 'Lasso 路径' },
    line: {
      en: 'As λ falls, ten measurements of diabetes patients enter the model one after the other.',
      zh: 'λ 逐渐减小，糖尿病患者的十项测量一个接一个进入模型。',
    },
  },
  'ridge-and-lasso': {
    title: { en: 'Ridge against lasso', zh: '岭回归对比 Lasso' },
    line: {
      en: 'The same λ, the same data: which weights become zero, and which only small?',
      zh: '同样的 λ，同样的数据：哪些权重变成零，哪些只是变小？',
    },
  },
  'cross-validation': {
    title: { en: 'Choosing λ', zh: '选择 λ' },
    line: {
      en: 'Cross-validation with the rule of one standard error, and the curve behind it.',
      zh: '用交叉验证和一倍标准误准则选 λ，并画出误差曲线。',
    },
  },
  'soft-threshold': {
    title: { en: 'Soft threshold', zh: '软阈值' },
    line: {
      en: 'What each penalty makes of one weight: a step off it, a share of it, all or nothing.',
      zh: '各种惩罚怎样对待一个权重：减去一截，打个折扣，或者全留全去。',
    },
  },
  'weight-decay': {
    title: { en: 'Weight decay, step by step', zh: '权重衰减，一步一步' },
    line: {
      en: 'Gradient descent shrinks the weights at every step, and ends at ridge regression.',
      zh: '梯度下降每一步都先把权重缩小一点，最后停在岭回归的解上。',
    },
  },
  priors: {
    title: { en: 'Two priors', zh: '两种先验' },
    line: {
      en: 'Laplace and Gaussian beliefs of the same width, and the penalties that they stand for.',
      zh: '同样宽的拉普拉斯先验和高斯先验，以及它们各自对应的惩罚。',
    },
  },
  logistic: {
    title: { en: 'Logistic regression with L1', zh: '带 L1 惩罚的逻辑回归' },
    line: {
      en: 'The same path for a yes-or-no answer: is the antigen high?',
      zh: '把路径用在“是或否”的问题上：抗原偏高吗？',
    },
  },
  'own-table': {
    title: { en: 'A table from start to end', zh: '一张表，从头到尾' },
    line: {
      en: 'Standardize, choose λ, fit both models, show the weights. Made for a table of yours, too.',
      zh: '标准化、选 λ、拟合两种模型、列出权重。换成自己的表也能用。',
    },
  },
  bootstrap: {
    title: { en: 'A long run: the bootstrap', zh: '跑得久一点：自助法' },
    line: {
      en: 'Draw the patients again 200 times. How often is each feature chosen?',
      zh: '把患者重新抽样 200 次，看每个特征被选中多少次。',
    },
  },
}

const codes = import.meta.glob<string>('../../../../content/examples/*.ts', {
  query: '?raw',
  import: 'default',
  eager: true,
})

/** All examples. */
export const examples: readonly Example[] = Object.entries(words).map(([name, said]) => ({
  name,
  ...said,
  code: codes[`../../../../content/examples/${name}.ts`].trimEnd(),
}))
