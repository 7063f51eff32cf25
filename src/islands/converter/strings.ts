import type { Text } from '../../figures/kit/figure.ts'

/** The words of the converter. */
export const strings = {
  given: { en: 'I have', zh: '我手上的写法' },
  loss: { en: 'Loss', zh: '损失' },
  squared: { en: 'squares', zh: '平方' },
  logistic: { en: 'log-loss', zh: '对数' },
  n: { en: 'Samples n', zh: '样本数 n' },
  features: { en: 'Features', zh: '特征' },
  asGiven: { en: 'as given', zh: '原样' },
  standardized: { en: 'standardized before', zh: '事先标准化' },
  deviation: { en: 'Standard deviation of y, s', zh: 'y 的标准差 s' },
  noise: { en: 'Noise σ', zh: '噪声 σ' },
  deviationFor: { en: 'for glmnet', zh: '用于 glmnet' },
  noiseFor: { en: 'for priors', zh: '用于先验' },
  legend: {
    en: 'r = y − b − Xw is the residual; the intercept b is not penalized.',
    zh: 'r = y − b − Xw 是残差；截距 b 不受惩罚。',
  },
  legendLogistic: {
    en: 'ℓ = log(1 + exp(−y(b + xw))) is the log-loss of a sample, y = ±1; the intercept b is not penalized.',
    zh: 'ℓ = log(1 + exp(−y(b + xw))) 是一个样本的对数损失，y = ±1；截距 b 不受惩罚。',
  },
  otherModel: { en: 'another model', zh: '不是同一个模型' },
  'no L1': { en: 'has no L1 part', zh: '没有 L1 部分' },
  'no L2': { en: 'has no L2 part', zh: '没有 L2 部分' },
  'too large': { en: 'too large a number', zh: '数太大了' },
  here: { en: 'you have this', zh: '你手上的' },
  withoutScript: {
    en: 'Here is one example. Other numbers can be entered where JavaScript is on.',
    zh: '这里是一个例子。打开 JavaScript 后可以输入别的数值。',
  },
  link: { en: 'Copy link', zh: '复制链接' },
  copied: { en: 'Copied', zh: '已复制' },
  reset: { en: 'Start again', zh: '重新开始' },
  glmnetSource: {
    en: 'glmnet standardizes the features first. The rows below hold for features that you standardize yourself.',
    zh: 'glmnet 会先把特征标准化。下面各行适用于你自己先标准化好的特征。',
  },
  adamwSource: {
    en: 'AdamW minimizes no such sum. The rows below are what the same decay would mean for SGD.',
    zh: 'AdamW 并不最小化这样的和。下面各行是同样的衰减对 SGD 的含义。',
  },
  treeSource: {
    en: 'A tree has no feature weights. The rows below hold for a linear model whose features are the leaves of one tree.',
    zh: '树没有特征的权重。下面各行适用于以一棵树的各叶子为特征的线性模型。',
  },
  wrong: { en: 'NAME is GIVEN; expected ', zh: 'NAME 现在是 GIVEN；应为' },
  whole: { en: 'a whole number from 1 on.', zh: '不小于 1 的整数。' },
  upTo: { en: 'a number from 0 to 1.', zh: '0 到 1 之间的数。' },
  positive: { en: 'a number above 0.', zh: '大于 0 的数。' },
  notNegative: { en: 'a number that is not below 0.', zh: '不小于 0 的数。' },
} as const satisfies Record<string, Text>
