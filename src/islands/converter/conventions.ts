import type { Convention, LossName } from 'shrinkage'
import type { Text } from '../../figures/kit/figure.ts'
import { same } from '../../figures/kit/format.ts'

type Values = Record<string, number>

/** A number of a convention: its name in addresses and for the solver, its sign for readers, and where it starts. */
export interface NumberOf {
  name: string
  label: string
  start: number
  /** Greatest and, if it is not 0, least value for the reader; `open` where the least is excluded. */
  most?: number
  open?: boolean
}

/** A convention as a reader meets it: a call of a library, or a formula of a text. */
export interface Row {
  /** In addresses: never changed. */
  id: string
  convention: Convention
  group: keyof typeof groups
  name: Text
  numbers: readonly NumberOf[]
  /** By loss: what is minimized, in TeX. The residual is r, the log-loss of a sample ℓᵢ. */
  objective: Partial<Record<LossName, string>>
  /** What one writes, with numbers that are texts already. */
  code: (values: Record<string, string>, loss: LossName, exact: Values) => string
  note?: Text
}

export const groups = {
  course: { en: 'This course', zh: '本课程' },
  sklearn: same('scikit-learn'),
  glmnet: same('glmnet (R)'),
  torch: same('PyTorch'),
  keras: same('Keras'),
  xgboost: same('XGBoost'),
  textbook: { en: 'Textbooks and priors', zh: '教科书与先验' },
} satisfies Record<string, Text>

const alpha: NumberOf = { name: 'alpha', label: 'alpha', start: 0.1 }
const decay: NumberOf = { name: 'weight_decay', label: 'weight_decay', start: 0.01 }
const share = (name: string, label = name): NumberOf => ({ name, label, start: 1, most: 1 })
const strengths = (first: string, second: string): NumberOf[] => [
  { name: 'l1', label: first, start: 0 },
  { name: 'l2', label: second, start: 0.1 },
]

const l1 = String.raw`\lVert w \rVert_1`
const l2 = String.raw`\lVert w \rVert^2`
const squares = String.raw`\lVert r \rVert^2`
const net = (strength: string, ratio: string) =>
  String.raw`${strength}\bigl(${ratio}${l1} + \tfrac{1-${ratio}}{2}${l2}\bigr)`
/** The two mean losses in front of one penalty. */
const beside = (penalty: string, squared = String.raw`\tfrac{1}{n}${squares}`) => ({
  squared: `${squared} + ${penalty}`,
  logistic: String.raw`\tfrac{1}{n}\sum \ell_i + ${penalty}`,
})
const half = String.raw`\tfrac{1}{2n}${squares}`

/** `a, b` of those that are there. */
const list = (...parts: (string | false)[]) => parts.filter(Boolean).join(', ')

const factors = (values: Record<string, string>, exact: Values, signs: readonly string[]) =>
  list(
    (exact.l1 > 0 || exact.l2 === 0) && `${signs[0]} = ${values.l1}`,
    exact.l2 > 0 && `${signs[1]} = ${values.l2}`,
  )

const logisticNumbers: NumberOf[] = [
  { name: 'C', label: 'C', start: 1, open: true },
  { ...share('l1_ratio'), start: 0 },
]
const logisticObjective = {
  logistic: String.raw`C \sum \ell_i + \rho ${l1} + \tfrac{1-\rho}{2}${l2}`,
}

/** All conventions, in the order of the page. */
export const rows: readonly Row[] = [
  {
    id: 'shrinkage',
    convention: 'shrinkage',
    group: 'course',
    name: { en: 'this course, shrinkage', zh: '本课程，shrinkage' },
    numbers: [{ name: 'lambda', label: 'λ', start: 0.1 }, share('rho', 'ρ')],
    objective: beside(net(String.raw`\lambda`, String.raw`\rho`), half),
    code: ({ lambda, rho }, loss, exact) =>
      loss === 'logistic'
        ? `logisticRegression(X, y, ${lambda}, ${rho})`
        : exact.rho === 1
          ? `lasso(X, y, ${lambda})`
          : exact.rho === 0
            ? `ridge(X, y, ${lambda})`
            : `elasticNet(X, y, ${lambda}, ${rho})`,
  },
  {
    id: 'article',
    convention: 'article',
    group: 'course',
    name: { en: 'the article, its eq. 6 mended', zh: '原文，改正后的式 (6)' },
    numbers: [{ name: 'lambda', label: 'λ', start: 1 }],
    objective: {
      squared: String.raw`\tfrac{1}{2m}\bigl(${squares} + \lambda\textstyle\sum_{j \ge 1}\theta_j^2\bigr)`,
    },
    code: ({ lambda }) => `λ = ${lambda}`,
    note: {
      en: 'The form with the factor 1 − αλ/m; m is n.',
      zh: '带因子 1 − αλ/m 的那种写法；m 就是 n。',
    },
  },
  {
    id: 'sklearn-ridge',
    convention: 'sklearn.Ridge',
    group: 'sklearn',
    name: same('Ridge'),
    numbers: [{ ...alpha, start: 5 }],
    objective: { squared: String.raw`${squares} + \alpha ${l2}` },
    code: ({ alpha }) => `Ridge(alpha=${alpha})`,
    note: {
      en: 'A sum of losses: with more samples the same alpha shrinks less.',
      zh: '损失是求和的：样本越多，同一个 alpha 收缩得越少。',
    },
  },
  {
    id: 'sklearn-lasso',
    convention: 'sklearn.Lasso',
    group: 'sklearn',
    name: same('Lasso'),
    numbers: [alpha],
    objective: { squared: String.raw`${half} + \alpha ${l1}` },
    code: ({ alpha }) => `Lasso(alpha=${alpha})`,
  },
  {
    id: 'sklearn-elasticnet',
    convention: 'sklearn.ElasticNet',
    group: 'sklearn',
    name: same('ElasticNet'),
    numbers: [alpha, { ...share('l1_ratio'), start: 0.5 }],
    objective: { squared: `${half} + ${net(String.raw`\alpha`, String.raw`\rho`)}` },
    code: ({ alpha, l1_ratio: ratio }) => `ElasticNet(alpha=${alpha}, l1_ratio=${ratio})`,
    note: {
      en: 'ρ is l1_ratio. For ρ = 0 scikit-learn advises Ridge.',
      zh: 'ρ 即 l1_ratio。ρ = 0 时 scikit-learn 建议改用 Ridge。',
    },
  },
  {
    id: 'sklearn-logistic',
    convention: 'sklearn.LogisticRegression',
    group: 'sklearn',
    name: { en: 'LogisticRegression, 1.8 and later', zh: 'LogisticRegression，1.8 及以后' },
    numbers: logisticNumbers,
    objective: logisticObjective,
    code: ({ C, l1_ratio: ratio }, _, exact) =>
      exact.C === Infinity
        ? 'LogisticRegression(C=np.inf)'
        : `LogisticRegression(${list(
            `C=${C}`,
            exact.l1_ratio > 0 && `l1_ratio=${ratio}`,
            exact.l1_ratio > 0 && 'solver="saga"',
          )})`,
    note: {
      en: 'penalty is deprecated and goes in 1.10: l1_ratio says it all, C=np.inf is no penalty. ρ is l1_ratio.',
      zh: 'penalty 已弃用，将在 1.10 移除：由 l1_ratio 决定，C=np.inf 即无惩罚。ρ 即 l1_ratio。',
    },
  },
  {
    id: 'sklearn-logistic-before-1.8',
    convention: 'sklearn.LogisticRegression',
    group: 'sklearn',
    name: { en: 'LogisticRegression before 1.8', zh: 'LogisticRegression，1.8 以前' },
    numbers: logisticNumbers,
    objective: logisticObjective,
    code: ({ C, l1_ratio: ratio }, _, exact) => {
      if (exact.C === Infinity) return 'LogisticRegression(penalty=None)'
      if (exact.l1_ratio === 0) return `LogisticRegression(C=${C}, penalty="l2")`
      if (exact.l1_ratio === 1) return `LogisticRegression(C=${C}, penalty="l1", solver="saga")`
      return `LogisticRegression(C=${C}, penalty="elasticnet", l1_ratio=${ratio}, solver="saga")`
    },
    note: {
      en: 'l1_ratio counts with penalty="elasticnet" alone. liblinear penalizes the intercept too.',
      zh: '只有写了 penalty="elasticnet"，l1_ratio 才起作用。liblinear 会连截距一起惩罚。',
    },
  },
  ...glmnetRows(),
  {
    id: 'torch-sgd',
    convention: 'torch.SGD',
    group: 'torch',
    name: same('SGD'),
    numbers: [decay],
    objective: beside(String.raw`\tfrac{d}{2}${l2}`),
    code: ({ weight_decay: wd }) => `SGD(…, weight_decay=${wd})`,
    note: {
      en: 'd is weight_decay. Biases decay too, unless they have a group of their own.',
      zh: 'd 即 weight_decay。偏置也会衰减，除非给它单独一组参数。',
    },
  },
  {
    id: 'torch-adam',
    convention: 'torch.Adam',
    group: 'torch',
    name: same('Adam'),
    numbers: [decay],
    objective: beside(String.raw`\tfrac{d}{2}${l2}`),
    code: ({ weight_decay: wd }) => `Adam(…, weight_decay=${wd})`,
    note: {
      en: 'The same minimum by another way, as the decay is rescaled together with the gradient.',
      zh: '最小值相同，路径不同：衰减项会和梯度一起被重新缩放。',
    },
  },
  {
    id: 'torch-adamw',
    convention: 'torch.AdamW',
    group: 'torch',
    name: same('AdamW'),
    numbers: [decay],
    objective: {
      squared: String.raw`w \leftarrow (1 - \eta d)\,w - \dots`,
      logistic: String.raw`w \leftarrow (1 - \eta d)\,w - \dots`,
    },
    code: ({ weight_decay: wd }) => `AdamW(…, weight_decay=${wd})`,
    note: {
      en: 'It minimizes no such sum. The number shrinks as SGD would at the same learning rate.',
      zh: '它并不最小化这样的和。在同样的学习率下，这个数的收缩与 SGD 一样。',
    },
  },
  {
    id: 'torch-loss',
    convention: 'torch.loss',
    group: 'torch',
    name: { en: 'added to the loss by hand', zh: '手工加到损失里' },
    numbers: strengths('a', 'c'),
    objective: beside(`a ${l1} + c ${l2}`),
    code: ({ l1, l2 }, _, exact) =>
      [
        'loss',
        (exact.l1 > 0 || exact.l2 === 0) && `${l1} * w.abs().sum()`,
        exact.l2 > 0 && `${l2} * w.square().sum()`,
      ]
        .filter(Boolean)
        .join(' + '),
    note: {
      en: 'loss is a mean: MSELoss() or BCEWithLogitsLoss(). Plain gradient steps do not end on exact zeros.',
      zh: 'loss 是均值：MSELoss() 或 BCEWithLogitsLoss()。普通的梯度步不会停在精确的零上。',
    },
  },
  {
    id: 'keras',
    convention: 'keras.L1L2',
    group: 'keras',
    name: same('kernel_regularizer'),
    numbers: strengths('l1', 'l2'),
    objective: beside(String.raw`a ${l1} + c ${l2}`),
    code: ({ l1, l2 }, _, exact) =>
      exact.l2 === 0 ? `L1(${l1})` : exact.l1 === 0 ? `L2(${l2})` : `L1L2(l1=${l1}, l2=${l2})`,
    note: {
      en: 'a is l1, c is l2, which has no ½. The bias stays free.',
      zh: 'a 即 l1；c 即 l2，没有 ½。偏置不受惩罚。',
    },
  },
  {
    id: 'xgboost-linear',
    convention: 'xgboost.gblinear',
    group: 'xgboost',
    name: same('booster="gblinear"'),
    numbers: [
      { ...alpha, start: 0 },
      { name: 'lambda', label: 'lambda', start: 0.1 },
    ],
    objective: {
      squared: String.raw`\tfrac12 ${squares} + n\bigl(\alpha ${l1} + \tfrac{\lambda}{2}${l2}\bigr)`,
      logistic: String.raw`\sum \ell_i + n\bigl(\alpha ${l1} + \tfrac{\lambda}{2}${l2}\bigr)`,
    },
    code: ({ alpha, lambda }) => `alpha=${alpha}, lambda=${lambda}`,
    note: {
      en: 'The linear booster multiplies its penalty by n. It needs many rounds.',
      zh: '线性模型会把惩罚乘以 n。需要很多轮。',
    },
  },
  {
    id: 'xgboost-tree',
    convention: 'xgboost.gbtree',
    group: 'xgboost',
    name: same('booster="gbtree"'),
    numbers: [
      { ...alpha, start: 0 },
      { name: 'lambda', label: 'lambda', start: 1 },
    ],
    objective: {
      squared: String.raw`\tfrac12 ${squares} + \alpha \lVert v \rVert_1 + \tfrac{\lambda}{2}\lVert v \rVert^2`,
    },
    code: ({ alpha, lambda }) => `alpha=${alpha}, lambda=${lambda}`,
    note: {
      en: 'Trees have no feature weights: v are the values of the leaves of one tree, r what it leaves over.',
      zh: '树没有特征的权重：v 是一棵树各叶子的值，r 是它剩下的残差。',
    },
  },
  {
    id: 'rss',
    convention: 'textbook.RSS',
    group: 'textbook',
    name: { en: 'sum of squares (RSS)', zh: '残差平方和（RSS）' },
    numbers: strengths('λ₁', 'λ₂'),
    objective: { squared: String.raw`${squares} + \lambda_1 ${l1} + \lambda_2 ${l2}` },
    code: (values, _, exact) => factors(values, exact, ['λ₁', 'λ₂']),
  },
  {
    id: 'half-sum',
    convention: 'textbook.half',
    group: 'textbook',
    name: { en: 'half the sum; sum of log-losses', zh: '平方和的一半；对数损失之和' },
    numbers: strengths('λ₁', 'λ₂'),
    objective: {
      squared: String.raw`\tfrac12 ${squares} + \lambda_1 ${l1} + \tfrac{\lambda_2}{2} ${l2}`,
      logistic: String.raw`\sum \ell_i + \lambda_1 ${l1} + \tfrac{\lambda_2}{2} ${l2}`,
    },
    code: (values, _, exact) => factors(values, exact, ['λ₁', 'λ₂']),
  },
  {
    id: 'mean',
    convention: 'textbook.mean',
    group: 'textbook',
    name: { en: 'mean loss (MSE, log-loss)', zh: '平均损失（MSE、对数损失）' },
    numbers: strengths('λ₁', 'λ₂'),
    objective: beside(String.raw`\lambda_1 ${l1} + \lambda_2 ${l2}`),
    code: (values, _, exact) => factors(values, exact, ['λ₁', 'λ₂']),
  },
  {
    id: 'laplace',
    convention: 'prior.Laplace',
    group: 'textbook',
    name: { en: 'Laplace prior of scale b', zh: '尺度为 b 的拉普拉斯先验' },
    numbers: [{ name: 'b', label: 'b', start: 0.2, open: true }],
    objective: {
      squared: String.raw`\tfrac{1}{2\sigma^2}${squares} + \tfrac{1}{b}${l1}`,
      logistic: String.raw`\sum \ell_i + \tfrac{1}{b}${l1}`,
    },
    code: ({ b }) => `b = ${b}`,
    note: { en: 'The posterior’s mode.', zh: '即后验的众数。' },
  },
  {
    id: 'gaussian',
    convention: 'prior.Gaussian',
    group: 'textbook',
    name: { en: 'Gaussian prior of standard deviation τ', zh: '标准差为 τ 的高斯先验' },
    numbers: [{ name: 'tau', label: 'τ', start: 0.4, open: true }],
    objective: {
      squared: String.raw`\tfrac{1}{2\sigma^2}${squares} + \tfrac{1}{2\tau^2}${l2}`,
      logistic: String.raw`\sum \ell_i + \tfrac{1}{2\tau^2}${l2}`,
    },
    code: ({ tau }) => `τ = ${tau}`,
    note: { en: 'The posterior’s mode.', zh: '即后验的众数。' },
  },
]

function glmnetRows(): Row[] {
  return [true, false].map((standardize) => ({
    id: standardize ? 'glmnet' : 'glmnet-raw',
    convention: `glmnet standardize=${standardize ? 'TRUE' : 'FALSE'}`,
    group: 'glmnet',
    name: same(`standardize = ${standardize ? 'TRUE' : 'FALSE'}`),
    numbers: [{ name: 'lambda', label: 'lambda', start: 0.1 }, share('alpha')],
    objective: {
      squared: String.raw`${half} + \lambda\bigl(\alpha${l1} + \tfrac{1-\alpha}{2 s_y}${l2}\bigr)`,
      logistic: String.raw`\tfrac{1}{n}\sum \ell_i + ${net(String.raw`\lambda`, String.raw`\alpha`)}`,
    },
    code: ({ lambda, alpha }, loss) =>
      `glmnet(${list(
        'X',
        'y',
        loss === 'logistic' && 'family = "binomial"',
        `alpha = ${alpha}`,
        `lambda = ${lambda}`,
        !standardize && 'standardize = FALSE',
      )})`,
    note: standardize
      ? {
          en: 'The default: it divides each feature by its standard deviation and gives the weights back for X as it was.',
          zh: '默认设置：先把每个特征除以标准差，再把权重换算回原来的 X。',
        }
      : {
          en: 'Beside squares the L2 part is measured in units of the standard deviation of y.',
          zh: '平方损失时，L2 部分以 y 的标准差为单位。',
        },
  }))
}

/** A convention by its id. */
export const rowOf = (id: string): Row | undefined => rows.find((row) => row.id === id)
