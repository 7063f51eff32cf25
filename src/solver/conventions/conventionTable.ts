import { ShrinkageError } from '../input/errors.ts'

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
  | 'torch.AdamW'

/** A penalty l1·‖w‖₁ + l2/2·‖w‖² beside a mean loss, 1/(2n)·‖y − b − Xw‖² or the mean log-loss. */
export interface Penalty {
  l1: number
  l2: number
}

/** The quantities that a conversion may depend on besides the penalty. */
export interface Context {
  n: number
  responseDeviation: number | undefined
}

/** The loss beside a penalty. The same numbers mean the same model only beside the same loss. */
type Loss = 'squared' | 'squared, of standardized X' | 'logistic' | 'none: adaptive steps'

interface ConventionEntry {
  objective: string
  formula: string
  /** Names of its numbers: the strength, and the share of it that is L1 if it has both parts. */
  parameters: readonly string[]
  penalties: 'L1' | 'L2' | 'both'
  /** The losses that the penalty may stand beside. */
  losses: readonly Loss[]
  note: string
  read(parameters: Record<string, number>, context: Context): Penalty
  write(penalty: Penalty, context: Context): Record<string, number>
}

/** λ and ρ for the two strengths; an empty penalty counts as L1. */
function strengthAndShare(l1: number, l2: number): [number, number] {
  const strength = l1 + l2
  return [strength, strength > 0 ? l1 / strength : 1]
}

/** glmnet divides y by its deviation and multiplies back, which leaves the L1 part alone and divides the squared part. */
function glmnet(standardize: boolean): ConventionEntry {
  return {
    objective: '1/(2n)·‖y − b − Xw‖² + λ(α‖w‖₁ + (1 − α)/(2s)·‖w‖²), s = √(Σ(y − ȳ)²/n)',
    formula: 'lambda = λρ + s·λ(1 − ρ), alpha = λρ/lambda',
    parameters: ['lambda', 'alpha'],
    penalties: 'both',
    losses: [standardize ? 'squared, of standardized X' : 'squared'],
    note: standardize
      ? 'Family gaussian. glmnet standardizes X (population deviation) and reports on the original scale: fit standardize(X).X here, and go back by toOriginal.'
      : 'Family gaussian, X as given. glmnet still divides y by its deviation s, so only a pure lasso has the same number.',
    read: ({ lambda, alpha }, context) => ({
      l1: lambda * alpha,
      l2: alpha === 1 ? 0 : (lambda * (1 - alpha)) / deviationOf(context),
    }),
    write: ({ l1, l2 }, context) => {
      const [lambda, alpha] = strengthAndShare(l1, l2 === 0 ? 0 : l2 * deviationOf(context))
      return { lambda, alpha }
    },
  }
}

function deviationOf({ responseDeviation }: Context): number {
  if (responseDeviation !== undefined) return responseDeviation
  throw new ShrinkageError(
    'empty',
    'responseDeviation is not given; expected √(Σ(y − ȳ)²/n), on which the squared part of a glmnet penalty depends.',
    { name: 'responseDeviation', least: 0 },
  )
}

/** Every convention: its objective, and the maps to and from the two strengths. */
export const conventions: Record<Convention, ConventionEntry> = {
  article: {
    objective: '1/(2m)·[Σ(h(x) − y)² + λΣ_{j≥1} θ_j²]',
    formula: 'lambda = m·λ(1 − ρ), with m = n samples',
    parameters: ['lambda'],
    penalties: 'L2',
    losses: ['squared'],
    note: 'θ₀ is not penalized. The form of gradient descent with weight decay, whose shrink factor is 1 − αλ/m.',
    read: ({ lambda }, { n }) => ({ l1: 0, l2: lambda / n }),
    write: ({ l2 }, { n }) => ({ lambda: n * l2 }),
  },
  shrinkage: {
    objective: '1/(2n)·‖y − b − Xw‖² + λ(ρ‖w‖₁ + (1 − ρ)/2·‖w‖²)',
    formula: 'lambda = λ, rho = ρ',
    parameters: ['lambda', 'rho'],
    penalties: 'both',
    losses: ['squared', 'logistic'],
    note: 'X as given: standardize it first where features differ in scale.',
    read: ({ lambda, rho }) => ({ l1: lambda * rho, l2: lambda * (1 - rho) }),
    write: ({ l1, l2 }) => {
      const [lambda, rho] = strengthAndShare(l1, l2)
      return { lambda, rho }
    },
  },
  'sklearn.Ridge': {
    objective: '‖y − b − Xw‖² + α‖w‖²',
    formula: 'alpha = n·λ(1 − ρ)',
    parameters: ['alpha'],
    penalties: 'L2',
    losses: ['squared'],
    note: 'A sum over samples: the same alpha shrinks less the more samples there are.',
    read: ({ alpha }, { n }) => ({ l1: 0, l2: alpha / n }),
    write: ({ l2 }, { n }) => ({ alpha: n * l2 }),
  },
  'sklearn.Lasso': {
    objective: '1/(2n)·‖y − b − Xw‖² + α‖w‖₁',
    formula: 'alpha = λρ',
    parameters: ['alpha'],
    penalties: 'L1',
    losses: ['squared'],
    note: 'The same number as here. scikit-learn stops at a duality gap of 1e-4·‖y‖² by default; lower tol to compare.',
    read: ({ alpha }) => ({ l1: alpha, l2: 0 }),
    write: ({ l1 }) => ({ alpha: l1 }),
  },
  'sklearn.ElasticNet': {
    objective: '1/(2n)·‖y − b − Xw‖² + α(r‖w‖₁ + (1 − r)/2·‖w‖²), r = l1_ratio',
    formula: 'alpha = λ, l1_ratio = ρ',
    parameters: ['alpha', 'l1_ratio'],
    penalties: 'both',
    losses: ['squared'],
    note: 'The same numbers as here, though not those of scikit-learn’s own Ridge.',
    read: ({ alpha, l1_ratio: ratio }) => ({ l1: alpha * ratio, l2: alpha * (1 - ratio) }),
    write: ({ l1, l2 }) => {
      const [alpha, ratio] = strengthAndShare(l1, l2)
      return { alpha, l1_ratio: ratio }
    },
  },
  'sklearn.LogisticRegression': {
    objective: 'C·Σ log(1 + exp(−y(b + xw))) + r‖w‖₁ + (1 − r)/2·‖w‖², r = l1_ratio',
    formula: 'C = 1/(nλ), l1_ratio = ρ, for λ beside the mean log-loss',
    parameters: ['C', 'l1_ratio'],
    penalties: 'both',
    losses: ['logistic'],
    note: 'C is an inverse strength: the larger, the less is shrunk. l1_ratio 0 is its L2 penalty, 1 its L1 penalty. The solver liblinear penalizes the intercept as well.',
    read: ({ C, l1_ratio: ratio }, { n }) => ({ l1: ratio / (n * C), l2: (1 - ratio) / (n * C) }),
    write: ({ l1, l2 }, { n }) => {
      const [strength, ratio] = strengthAndShare(l1, l2)
      return { C: 1 / (n * strength), l1_ratio: ratio }
    },
  },
  'glmnet standardize=TRUE': glmnet(true),
  'glmnet standardize=FALSE': glmnet(false),
  'torch.SGD': {
    objective: '1/n·‖y − b − Xw‖² + wd/2·‖w‖², the loss being MSELoss()',
    formula: 'weight_decay = 2·λ(1 − ρ)',
    parameters: ['weight_decay'],
    penalties: 'L2',
    losses: ['squared'],
    note: 'Twice the λ, for MSELoss has no ½. It decays the bias too, unless the bias has a parameter group with weight_decay 0.',
    read: ({ weight_decay: decay }) => ({ l1: 0, l2: decay / 2 }),
    write: ({ l2 }) => ({ weight_decay: 2 * l2 }),
  },
  'torch.AdamW': {
    objective:
      'none: w ← (1 − lr·wd)·w at each step, beside an adaptive step on the loss MSELoss()',
    formula:
      'weight_decay = 2·λ(1 − ρ), the factor by which SGD would shrink at the same learning rate',
    parameters: ['weight_decay'],
    penalties: 'L2',
    losses: ['none: adaptive steps'],
    note: 'The same shrink factor as SGD, yet another limit: the decay is not divided by the root of the squared gradients, the loss is.',
    read: ({ weight_decay: decay }) => ({ l1: 0, l2: decay / 2 }),
    write: ({ l2 }) => ({ weight_decay: 2 * l2 }),
  },
}
