import { ShrinkageError } from '../input/errors.ts'

/** The loss beside a penalty. The same numbers mean the same model only beside the same loss. */
export type LossName = 'squared' | 'logistic'

/** A penalty l1·‖w‖₁ + l2/2·‖w‖² beside a mean loss, 1/(2n)·‖y − b − Xw‖² or the mean log-loss. */
export interface Penalty {
  l1: number
  l2: number
}

/** The quantities that a conversion may depend on besides the penalty. */
export interface Context {
  n: number
  loss: LossName
  responseDeviation: number | undefined
  noise: number | undefined
}

/** One convention: its objectives, and the maps to and from the two strengths. */
export interface ConventionEntry {
  /** By loss: the objective, and the numbers as functions of λ and ρ of this package. */
  beside: Partial<Record<LossName, { objective: string; formula: string }>>
  /**
   * Its numbers by name: a strength ≥ 0; the share of the strength that is L1; a number > 0 that falls as the strength
   * rises, where Infinity is no penalty.
   */
  parameters: Readonly<Record<string, 'strength' | 'share' | 'inverse'>>
  penalties: 'L1' | 'L2' | 'both'
  /** Set where the minimizer is not that of the penalty on the weights of X as given. */
  model?: 'standardized X' | 'adaptive steps' | 'leaves'
  note: string
  read(parameters: Record<string, number>, context: Context): Penalty
  write(penalty: Penalty, context: Context): Record<string, number>
}

/** A loss without the ½ of 1/(2n)·‖y − b − Xw‖², such as MSELoss(), is this many times the loss of this package. */
export const timesOurs = ({ loss }: Context): number => (loss === 'squared' ? 2 : 1)

const needed = {
  responseDeviation:
    '√(Σ(y − ȳ)²/n), on which the squared part of a glmnet penalty beside a squared loss depends',
  noise:
    'the standard deviation of the noise, which a prior beside a squared loss is weighed against',
}

/** A quantity that only some conversions need. */
export function given(context: Context, name: keyof typeof needed): number {
  const value = context[name]
  if (value !== undefined) return value
  throw new ShrinkageError('empty', `${name} is not given; expected ${needed[name]}.`, {
    name,
    least: 0,
  })
}

/** Factors of ‖w‖₁ and ‖w‖², which are added to a mean loss without a ½. */
export const factorsOfMean = {
  parameters: { l1: 'strength', l2: 'strength' },
  penalties: 'both',
  read: ({ l1, l2 }, context) => ({
    l1: l1 / timesOurs(context),
    l2: (2 * l2) / timesOurs(context),
  }),
  write: ({ l1, l2 }, context) => ({
    l1: l1 * timesOurs(context),
    l2: (l2 * timesOurs(context)) / 2,
  }),
} satisfies Omit<ConventionEntry, 'note' | 'beside'>
