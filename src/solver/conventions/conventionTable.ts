import {
  factorsOfMean,
  given,
  timesOurs,
  type Context,
  type ConventionEntry,
} from './convention.ts'
import { textbooks } from './textbooks.ts'

/** A way to write a penalty. */
export type Convention =
  | 'article'
  | 'shrinkage'
  | 'sklearn.Ridge'
  | 'sklearn.Lasso'
  | 'sklearn.ElasticNet'
  | 'sklearn.LogisticRegression'
  | 'glmnet standardize=TRUE'
  | 'glmnet standardize=FALSE'
  | 'torch.SGD'
  | 'torch.Adam'
  | 'torch.AdamW'
  | 'torch.loss'
  | 'keras.L1L2'
  | 'xgboost.gblinear'
  | 'xgboost.gbtree'
  | 'textbook.RSS'
  | 'textbook.half'
  | 'textbook.mean'
  | 'prior.Laplace'
  | 'prior.Gaussian'

/** λ and ρ for the two strengths; an empty penalty counts as L1. */
function strengthAndShare(l1: number, l2: number): [number, number] {
  const strength = l1 + l2
  return [strength, strength > 0 ? l1 / strength : 1]
}

/** glmnet divides y by its deviation and multiplies back, which leaves the L1 part alone and divides the squared part. */
function glmnet(standardize: boolean): ConventionEntry {
  const deviation = (context: Context) =>
    context.loss === 'squared' ? given(context, 'responseDeviation') : 1
  return {
    beside: {
      squared: {
        objective: '1/(2n)·‖y − b − Xw‖² + λ(α‖w‖₁ + (1 − α)/(2s)·‖w‖²), s = √(Σ(y − ȳ)²/n)',
        formula: 'lambda = λρ + s·λ(1 − ρ), alpha = λρ/lambda',
      },
      logistic: {
        objective: '1/n·Σ log(1 + exp(−y(b + xw))) + λ(α‖w‖₁ + (1 − α)/2·‖w‖²)',
        formula: 'lambda = λ, alpha = ρ',
      },
    },
    parameters: { lambda: 'strength', alpha: 'share' },
    penalties: 'both',
    ...(standardize && { model: 'standardized X' as const }),
    note: standardize
      ? 'glmnet standardizes X (population deviation) and reports on the original scale: fit standardize(X).X here, and go back by toOriginal.'
      : 'X as given. Family gaussian still divides y by its deviation s, so only a pure lasso has the same number.',
    read: ({ lambda, alpha }, context) => ({
      l1: lambda * alpha,
      l2: alpha === 1 ? 0 : (lambda * (1 - alpha)) / deviation(context),
    }),
    write: ({ l1, l2 }, context) => {
      const [lambda, alpha] = strengthAndShare(l1, l2 === 0 ? 0 : l2 * deviation(context))
      return { lambda, alpha }
    },
  }
}

/** The decay of an optimizer, w ← w − lr·wd·w, beside MSELoss() or a mean log-loss such as BCEWithLogitsLoss(). */
const decay = {
  beside: {
    squared: {
      objective: '1/n·‖y − b − Xw‖² + wd/2·‖w‖², the loss being MSELoss()',
      formula: 'weight_decay = 2·λ(1 − ρ)',
    },
    logistic: {
      objective: '1/n·Σ log(1 + exp(−y(b + xw))) + wd/2·‖w‖², the loss being BCEWithLogitsLoss()',
      formula: 'weight_decay = λ(1 − ρ)',
    },
  },
  parameters: { weight_decay: 'strength' },
  penalties: 'L2',
  read: ({ weight_decay: wd }, context) => ({ l1: 0, l2: wd / timesOurs(context) }),
  write: ({ l2 }, context) => ({ weight_decay: l2 * timesOurs(context) }),
} satisfies Omit<ConventionEntry, 'note'>

const added = {
  squared: {
    objective: '1/n·‖y − b − Xw‖² + l1·‖w‖₁ + l2·‖w‖²',
    formula: 'l1 = 2·λρ, l2 = λ(1 − ρ)',
  },
  logistic: {
    objective: '1/n·Σ log(1 + exp(−y(b + xw))) + l1·‖w‖₁ + l2·‖w‖²',
    formula: 'l1 = λρ, l2 = λ(1 − ρ)/2',
  },
}

/** Every convention. */
export const conventions: Record<Convention, ConventionEntry> = {
  article: {
    beside: {
      squared: {
        objective: '1/(2m)·[Σ(h(x) − y)² + λΣ_{j≥1} θ_j²]',
        formula: 'lambda = m·λ(1 − ρ), with m = n samples',
      },
    },
    parameters: { lambda: 'strength' },
    penalties: 'L2',
    note: 'θ₀ is not penalized. The form of gradient descent with weight decay, whose shrink factor is 1 − αλ/m.',
    read: ({ lambda }, { n }) => ({ l1: 0, l2: lambda / n }),
    write: ({ l2 }, { n }) => ({ lambda: n * l2 }),
  },
  shrinkage: {
    beside: {
      squared: {
        objective: '1/(2n)·‖y − b − Xw‖² + λ(ρ‖w‖₁ + (1 − ρ)/2·‖w‖²)',
        formula: 'lambda = λ, rho = ρ',
      },
      logistic: {
        objective: '1/n·Σ log(1 + exp(−y(b + xw))) + λ(ρ‖w‖₁ + (1 − ρ)/2·‖w‖²)',
        formula: 'lambda = λ, rho = ρ',
      },
    },
    parameters: { lambda: 'strength', rho: 'share' },
    penalties: 'both',
    note: 'X as given: standardize it first where features differ in scale.',
    read: ({ lambda, rho }) => ({ l1: lambda * rho, l2: lambda * (1 - rho) }),
    write: ({ l1, l2 }) => {
      const [lambda, rho] = strengthAndShare(l1, l2)
      return { lambda, rho }
    },
  },
  'sklearn.Ridge': {
    beside: { squared: { objective: '‖y − b − Xw‖² + α‖w‖²', formula: 'alpha = n·λ(1 − ρ)' } },
    parameters: { alpha: 'strength' },
    penalties: 'L2',
    note: 'A sum over samples: the same alpha shrinks less the more samples there are.',
    read: ({ alpha }, { n }) => ({ l1: 0, l2: alpha / n }),
    write: ({ l2 }, { n }) => ({ alpha: n * l2 }),
  },
  'sklearn.Lasso': {
    beside: { squared: { objective: '1/(2n)·‖y − b − Xw‖² + α‖w‖₁', formula: 'alpha = λρ' } },
    parameters: { alpha: 'strength' },
    penalties: 'L1',
    note: 'The same number as here. scikit-learn stops at a duality gap of 1e-4·‖y‖² by default; lower tol to compare.',
    read: ({ alpha }) => ({ l1: alpha, l2: 0 }),
    write: ({ l1 }) => ({ alpha: l1 }),
  },
  'sklearn.ElasticNet': {
    beside: {
      squared: {
        objective: '1/(2n)·‖y − b − Xw‖² + α(r‖w‖₁ + (1 − r)/2·‖w‖²), r = l1_ratio',
        formula: 'alpha = λ, l1_ratio = ρ',
      },
    },
    parameters: { alpha: 'strength', l1_ratio: 'share' },
    penalties: 'both',
    note: 'The same numbers as here, though not those of scikit-learn’s own Ridge.',
    read: ({ alpha, l1_ratio: ratio }) => ({ l1: alpha * ratio, l2: alpha * (1 - ratio) }),
    write: ({ l1, l2 }) => {
      const [alpha, ratio] = strengthAndShare(l1, l2)
      return { alpha, l1_ratio: ratio }
    },
  },
  'sklearn.LogisticRegression': {
    beside: {
      logistic: {
        objective: 'C·Σ log(1 + exp(−y(b + xw))) + r‖w‖₁ + (1 − r)/2·‖w‖², r = l1_ratio',
        formula: 'C = 1/(nλ), l1_ratio = ρ, for λ beside the mean log-loss',
      },
    },
    parameters: { C: 'inverse', l1_ratio: 'share' },
    penalties: 'both',
    note: 'C is an inverse strength: the larger, the less is shrunk. l1_ratio 0 is its L2 penalty, 1 its L1 penalty; before scikit-learn 1.8 it counts only with penalty="elasticnet". The solver liblinear penalizes the intercept as well.',
    read: ({ C, l1_ratio: ratio }, { n }) => ({ l1: ratio / (n * C), l2: (1 - ratio) / (n * C) }),
    write: ({ l1, l2 }, { n }) => {
      const [strength, ratio] = strengthAndShare(l1, l2)
      return { C: 1 / (n * strength), l1_ratio: ratio }
    },
  },
  'glmnet standardize=TRUE': glmnet(true),
  'glmnet standardize=FALSE': glmnet(false),
  'torch.SGD': {
    ...decay,
    note: 'Twice the λ beside MSELoss, which has no ½. It decays the bias too, unless the bias has a parameter group with weight_decay 0.',
  },
  'torch.Adam': {
    ...decay,
    note: 'The number of SGD, and the same minimizer, by another way: the decay joins the gradient and is divided by its root mean square. The bias needs a group of its own.',
  },
  'torch.AdamW': {
    ...decay,
    beside: {
      squared: {
        objective:
          'none: w ← (1 − lr·wd)·w at each step, beside an adaptive step on the loss MSELoss()',
        formula:
          'weight_decay = 2·λ(1 − ρ), the factor by which SGD would shrink at the same learning rate',
      },
      logistic: {
        objective:
          'none: w ← (1 − lr·wd)·w at each step, beside an adaptive step on the loss BCEWithLogitsLoss()',
        formula:
          'weight_decay = λ(1 − ρ), the factor by which SGD would shrink at the same learning rate',
      },
    },
    model: 'adaptive steps',
    note: 'The same shrink factor as SGD, yet another limit: the decay is not divided by the root of the squared gradients, the loss is.',
  },
  'torch.loss': {
    ...factorsOfMean,
    beside: added,
    note: 'A penalty added to the loss by hand: l1·w.abs().sum() + l2·w.square().sum(), beside MSELoss() or BCEWithLogitsLoss(). Gradient steps come near zeros of the L1 part and do not stay on them.',
  },
  'keras.L1L2': {
    ...factorsOfMean,
    beside: added,
    note: 'A kernel_regularizer leaves the bias alone. Its L2 has no ½, and neither has the loss mean_squared_error. l1 alone is L1(l1), l2 alone L2(l2).',
  },
  'xgboost.gblinear': {
    beside: {
      squared: {
        objective: '½·‖y − b − Xw‖² + n(α‖w‖₁ + λ/2·‖w‖²)',
        formula: 'alpha = λρ, lambda = λ(1 − ρ)',
      },
      logistic: {
        objective: 'Σ log(1 + exp(−y(b + xw))) + n(α‖w‖₁ + λ/2·‖w‖²)',
        formula: 'alpha = λρ, lambda = λ(1 − ρ)',
      },
    },
    parameters: { alpha: 'strength', lambda: 'strength' },
    penalties: 'both',
    note: 'The linear booster multiplies its penalty by the number of samples, so that the numbers are those of this package. It needs many rounds to come near the minimum.',
    read: ({ alpha, lambda }) => ({ l1: alpha, l2: lambda }),
    write: ({ l1, l2 }) => ({ alpha: l1, lambda: l2 }),
  },
  'xgboost.gbtree': {
    beside: {
      squared: {
        objective: '½·‖y − F − Zv‖² + α‖v‖₁ + λ/2·‖v‖², v the values of the leaves of one tree',
        formula: 'alpha = n·λρ, lambda = n·λ(1 − ρ)',
      },
    },
    parameters: { alpha: 'strength', lambda: 'strength' },
    penalties: 'both',
    model: 'leaves',
    note: 'Trees have no weights of features: the penalty is on the values v of the leaves, beside a sum of losses. Z says which sample is in which leaf, F is what the trees before predict.',
    read: ({ alpha, lambda }, { n }) => ({ l1: alpha / n, l2: lambda / n }),
    write: ({ l1, l2 }, { n }) => ({ alpha: n * l1, lambda: n * l2 }),
  },
  ...textbooks,
}
