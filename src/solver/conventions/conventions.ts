import {
  checkBoolean,
  checkHeld,
  checkInteger,
  checkObject,
  checkPositive,
  checkRange,
  checkWord,
} from '../input/checks.ts'
import type { ConventionEntry, LossName, Penalty } from './convention.ts'
import { conventions, type Convention } from './conventionTable.ts'
import { readOptions } from '../input/options.ts'
import { nearestWord } from '../input/nearestWord.ts'
import { ShrinkageError } from '../input/errors.ts'

/** One penalty, as another convention writes it. */
export interface ConvertedPenalty {
  convention: Convention
  /** The loss that both stand beside, or that of the target where there is none. */
  loss: LossName
  /** The objective of that convention, beside that loss. */
  objective: string
  /** Its numbers as functions of λ and ρ of this package. */
  formula: string
  /** Its numbers, by the names it uses. */
  parameters: Record<string, number>
  /**
   * Whether it has the same minimizer: false from one loss to another, as from logistic to squared, between glmnet's standardized
   * X and X as it is, and for AdamW, whose decay belongs to no objective.
   */
  exact: boolean
  /** A caveat, or an empty text. */
  note: string
}

/**
 * Converts a penalty from one convention to another, with the objective and the formula behind the number.
 *
 * Libraries scale the loss and the penalty differently, so that the same number means different models. Every
 * conversion goes through the two strengths λρ and λ(1 − ρ) of this package's objective,
 * 1/(2n)·‖y − b − Xw‖² + λ(ρ‖w‖₁ + (1 − ρ)/2·‖w‖²). Names and parameters:
 *
 * - 'shrinkage' {lambda, rho}: this package
 * - 'article' {lambda}: 1/(2m)·[Σ(h − y)² + λΣθ²], the form of the article that the course examines
 * - 'sklearn.Ridge' {alpha}, 'sklearn.Lasso' {alpha}, 'sklearn.ElasticNet' {alpha, l1_ratio}
 * - 'sklearn.LogisticRegression' {C, l1_ratio}; C: Infinity is no penalty
 * - 'glmnet standardize=TRUE' and 'glmnet standardize=FALSE' {lambda, alpha}, family gaussian or binomial
 * - 'torch.SGD', 'torch.Adam' and 'torch.AdamW' {weight_decay}; 'torch.loss' {l1, l2}, a penalty added to the loss by hand
 * - 'keras.L1L2' {l1, l2}
 * - 'xgboost.gblinear' and 'xgboost.gbtree' {alpha, lambda}; of trees, the values of the leaves are penalized
 * - 'textbook.RSS', 'textbook.half', 'textbook.mean' {l1, l2}: beside the sum of squares, half of it, their mean
 * - 'prior.Laplace' {b} and 'prior.Gaussian' {tau}: the scales of priors, Infinity being none
 *
 * @param options.from the convention of the given parameters
 * @param options.parameters its numbers, by its own names
 * @param options.to the target convention
 * @param options.n number of samples
 * @param options.loss the loss beside the penalty, 'squared' or 'logistic'; by default one that both have
 * @param options.responseDeviation √(Σ(y − ȳ)²/n), or √(Σy²/n) without an intercept; only glmnet's squared part needs it
 * @param options.noise standard deviation of the noise; only priors beside a squared loss need it
 * @param options.standardized whether X has mean 0 and deviation 1 already, so that glmnet's standardizing changes nothing
 * @throws ShrinkageError if a name is unknown, a number is missing or out of range, or the target convention has no such
 *   penalty
 * @example
 * convertPenalty({ from: 'article', parameters: { lambda: 5 }, to: 'shrinkage', n: 50 }).parameters // { lambda: 0.1, rho: 0 }
 * convertPenalty({ from: 'shrinkage', parameters: { lambda: 0.1, rho: 0 }, to: 'sklearn.Ridge', n: 50 }).parameters // { alpha: 5 }
 * convertPenalty({ from: 'sklearn.Ridge', parameters: { alpha: 5 }, to: 'torch.SGD', n: 50 }).parameters // { weight_decay: 0.2 }
 */
export function convertPenalty(options: {
  from: Convention
  parameters: Record<string, number>
  to: Convention
  n: number
  loss?: LossName
  responseDeviation?: number
  noise?: number
  standardized?: boolean
}): ConvertedPenalty {
  readOptions(options, OPTIONS, 'convertPenalty')
  const { from, parameters, to, n, responseDeviation, noise, standardized = false } = options
  checkInteger(n, 'n', 1)
  if (responseDeviation !== undefined) checkPositive(responseDeviation, 'responseDeviation')
  if (noise !== undefined) checkPositive(noise, 'noise')
  checkBoolean(standardized, 'standardized')
  const source = conventionOf(from, 'from')
  const target = conventionOf(to, 'to')
  checkParameters(from, source.parameters, parameters)
  const [lossOfSource, lossOfTarget] = lossesOf(options)
  const penalty = source.read(parameters, { n, responseDeviation, noise, loss: lossOfSource })
  refuseMissingPart(to, target.penalties, penalty)
  const written = target.write(penalty, { n, responseDeviation, noise, loss: lossOfTarget })
  for (const [name, value] of Object.entries(written)) {
    if (!meansNoPenalty(target.parameters[name], value)) {
      checkHeld(value, name, `The ${name} of ${to}`)
    }
  }
  return {
    convention: to,
    loss: lossOfTarget,
    ...target.beside[lossOfTarget]!,
    parameters: written,
    exact:
      from === to ||
      (lossOfSource === lossOfTarget &&
        modelOf(source, standardized) === modelOf(target, standardized)),
    note: target.note,
  }
}

const OPTIONS = [
  'from',
  'parameters',
  'to',
  'n',
  'loss',
  'responseDeviation',
  'noise',
  'standardized',
] as const

/** The losses beside which two conventions stand: the one asked for, one that both have, or else two. */
function lossesOf({ from, to, loss }: Parameters<typeof convertPenalty>[0]): [LossName, LossName] {
  const [ofSource, ofTarget] = [from, to].map((name) => lossesBeside(conventions[name]))
  if (loss === undefined) {
    const common = ofSource.find((each) => ofTarget.includes(each))
    return [common ?? ofSource[0], common ?? ofTarget[0]]
  }
  checkWord(loss, 'loss', ['squared', 'logistic'])
  for (const [name, losses] of [[from, ofSource] as const, [to, ofTarget] as const]) {
    if (losses.includes(loss)) continue
    throw new ShrinkageError(
      'no-solution',
      `${name} has no ${loss} loss, but a ${losses[0]} one.`,
      {
        name,
        given: loss,
        expected: losses,
      },
    )
  }
  return [loss, loss]
}

const lossesBeside = ({ beside }: ConventionEntry) => Object.keys(beside) as LossName[]

/** What the penalty is on; nothing to name for the weights of X as given. */
function modelOf({ model }: ConventionEntry, isStandardized: boolean): ConventionEntry['model'] {
  return model === 'standardized X' && isStandardized ? undefined : model
}

/** A number that falls as the strength rises is Infinity for no penalty. */
function meansNoPenalty(kind: string, value: number): boolean {
  return kind === 'inverse' && value === Infinity
}

function conventionOf(name: Convention, option: 'from' | 'to') {
  if (Object.hasOwn(conventions, name)) return conventions[name]
  const known = Object.keys(conventions)
  throw new ShrinkageError(
    'unknown-name',
    `There is no convention "${String(name)}"; expected one of ${known.join(', ')}.`,
    {
      name: option,
      given: String(name),
      nearest: nearestWord(String(name), known),
      expected: known,
    },
  )
}

/** Refuses unknown and missing parameters, and numbers out of range. */
function checkParameters(
  convention: Convention,
  kinds: ConventionEntry['parameters'],
  parameters: Record<string, number>,
): void {
  const names = Object.keys(kinds)
  const given = Object.keys(checkObject(parameters, 'parameters'))
  if (given.length !== names.length || !names.every((name) => given.includes(name))) {
    throw new ShrinkageError(
      'unknown-name',
      `The parameters of ${convention} are ${given.join(' and ') || 'missing'}; expected ${names.join(' and ')}.`,
      { name: 'parameters', given: given.join(' and '), expected: names },
    )
  }
  for (const [name, kind] of Object.entries(kinds)) {
    const value = parameters[name]
    if (kind === 'share') checkRange(value, name, 0, 1)
    else if (meansNoPenalty(kind, value)) continue
    else if (kind === 'inverse') checkPositive(value, name)
    else checkRange(value, name, 0)
  }
}

function refuseMissingPart(
  convention: Convention,
  penalties: 'L1' | 'L2' | 'both',
  { l1, l2 }: Penalty,
): void {
  const [part, strength] = penalties === 'L1' ? ['a squared L2', l2] : ['an L1', l1]
  if (penalties === 'both' || strength === 0) return
  throw new ShrinkageError(
    'no-solution',
    `${convention} has only an ${penalties} penalty, but this one has ${part} part of strength ${strength}.`,
    { name: convention, given: strength },
  )
}
