import { factorsOfMean, given, type Context, type ConventionEntry } from './convention.ts'

type Textbook =
  'textbook.RSS' | 'textbook.half' | 'textbook.mean' | 'prior.Laplace' | 'prior.Gaussian'

/** The variance of the noise, against which a prior is weighed; 1 beside a log-loss, which is a likelihood as it is. */
const variance = (context: Context): number =>
  context.loss === 'squared' ? given(context, 'noise') ** 2 : 1

const factors = { l1: 'strength', l2: 'strength' } as const

/** The objectives of textbooks, and the negative log-posteriors of two priors. */
export const textbooks: Record<Textbook, ConventionEntry> = {
  'textbook.RSS': {
    beside: {
      squared: {
        objective: '‖y − b − Xw‖² + l1·‖w‖₁ + l2·‖w‖²',
        formula: 'l1 = 2n·λρ, l2 = n·λ(1 − ρ)',
      },
    },
    parameters: factors,
    penalties: 'both',
    note: 'The residual sum of squares as it is, as in The Elements of Statistical Learning.',
    read: ({ l1, l2 }, { n }) => ({ l1: l1 / (2 * n), l2: l2 / n }),
    write: ({ l1, l2 }, { n }) => ({ l1: 2 * n * l1, l2: n * l2 }),
  },
  'textbook.half': {
    beside: {
      squared: {
        objective: '½·‖y − b − Xw‖² + l1·‖w‖₁ + l2/2·‖w‖²',
        formula: 'l1 = n·λρ, l2 = n·λ(1 − ρ)',
      },
      logistic: {
        objective: 'Σ log(1 + exp(−y(b + xw))) + l1·‖w‖₁ + l2/2·‖w‖²',
        formula: 'l1 = n·λρ, l2 = n·λ(1 − ρ)',
      },
    },
    parameters: factors,
    penalties: 'both',
    note: 'A sum of losses, half the squares: the gradient of the penalty is l2·w.',
    read: ({ l1, l2 }, { n }) => ({ l1: l1 / n, l2: l2 / n }),
    write: ({ l1, l2 }, { n }) => ({ l1: n * l1, l2: n * l2 }),
  },
  'textbook.mean': {
    ...factorsOfMean,
    beside: {
      squared: {
        objective: '1/n·‖y − b − Xw‖² + l1·‖w‖₁ + l2·‖w‖²',
        formula: 'l1 = 2·λρ, l2 = λ(1 − ρ)',
      },
      logistic: {
        objective: '1/n·Σ log(1 + exp(−y(b + xw))) + l1·‖w‖₁ + l2·‖w‖²',
        formula: 'l1 = λρ, l2 = λ(1 − ρ)/2',
      },
    },
    note: 'A mean loss, and penalties without ½.',
  },
  'prior.Laplace': {
    beside: {
      squared: {
        objective: '1/(2σ²)·‖y − b − Xw‖² + ‖w‖₁/b',
        formula: 'b = σ²/(n·λρ)',
      },
      logistic: {
        objective: 'Σ log(1 + exp(−y(b + xw))) + ‖w‖₁/b',
        formula: 'b = 1/(n·λρ)',
      },
    },
    parameters: { b: 'inverse' },
    penalties: 'L1',
    note: 'The mode of the posterior. b is the scale of the prior, so that a wider prior is a weaker penalty; σ is the standard deviation of the noise.',
    read: ({ b }, context) => ({ l1: variance(context) / (context.n * b), l2: 0 }),
    write: ({ l1 }, context) => ({ b: variance(context) / (context.n * l1) }),
  },
  'prior.Gaussian': {
    beside: {
      squared: {
        objective: '1/(2σ²)·‖y − b − Xw‖² + ‖w‖²/(2τ²)',
        formula: 'tau = σ/√(n·λ(1 − ρ))',
      },
      logistic: {
        objective: 'Σ log(1 + exp(−y(b + xw))) + ‖w‖²/(2τ²)',
        formula: 'tau = 1/√(n·λ(1 − ρ))',
      },
    },
    parameters: { tau: 'inverse' },
    penalties: 'L2',
    note: 'The mode of the posterior. τ is the standard deviation of the prior, σ that of the noise.',
    read: ({ tau }, context) => ({ l1: 0, l2: variance(context) / (context.n * tau ** 2) }),
    write: ({ l2 }, context) => ({ tau: Math.sqrt(variance(context) / (context.n * l2)) }),
  },
}
