import { checkHeld, checkInteger, checkObject, checkPositive, checkRange } from '../input/checks.ts'
import { conventions, type Context, type Convention, type Penalty } from './conventionTable.ts'
import { readOptions } from '../input/options.ts'
import { nearestWord } from '../input/nearestWord.ts'
import { ShrinkageError } from '../input/errors.ts'

/** One penalty, as another convention writes it. */
export interface ConvertedPenalty {
  convention: Convention
  /** The objective of that convention. */
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
 * - 'sklearn.LogisticRegression' {C, l1_ratio}, beside the mean log-loss; C: Infinity is no penalty
 * - 'glmnet standardize=TRUE' and 'glmnet standardize=FALSE' {lambda, alpha}, family gaussian
 * - 'torch.SGD' and 'torch.AdamW' {weight_decay}, with loss MSELoss()
 *
 * @param options.from the convention of the given parameters
 * @param options.parameters its numbers, by its own names
 * @param options.to the target convention
 * @param options.n number of samples
 * @param options.responseDeviation √(Σ(y − ȳ)²/n), or √(Σy²/n) without an intercept; only glmnet's squared part needs it
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
  responseDeviation?: number
}): ConvertedPenalty {
  readOptions(options, ['from', 'parameters', 'to', 'n', 'responseDeviation'], 'convertPenalty')
  const { from, parameters, to, n, responseDeviation } = options
  checkInteger(n, 'n', 1)
  if (responseDeviation !== undefined) checkPositive(responseDeviation, 'responseDeviation')
  const context: Context = { n, responseDeviation }
  const source = conventionOf(from, 'from')
  checkNames(from, source.parameters, parameters)
  const penalty = source.read(parameters, context)
  const target = conventionOf(to, 'to')
  refuseMissingPart(to, target.penalties, penalty)
  const written = target.write(penalty, context)
  for (const [name, value] of Object.entries(written)) {
    if (!meansNoPenalty(name, value)) checkHeld(value, name, `The ${name} of ${to}`)
  }
  return {
    convention: to,
    objective: target.objective,
    formula: target.formula,
    parameters: written,
    exact: source.losses.some((loss) => target.losses.includes(loss)),
    note: target.note,
  }
}

/** C is an inverse strength: Infinity is no penalty. */
function meansNoPenalty(name: string, value: number): boolean {
  return name === 'C' && value === Infinity
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

/** Refuses unknown and missing parameters, and strengths and shares out of range. */
function checkNames(
  convention: Convention,
  names: readonly string[],
  parameters: Record<string, number>,
): void {
  const given = Object.keys(checkObject(parameters, 'parameters'))
  if (given.length !== names.length || !names.every((name) => given.includes(name))) {
    throw new ShrinkageError(
      'unknown-name',
      `The parameters of ${convention} are ${given.join(' and ') || 'missing'}; expected ${names.join(' and ')}.`,
      { name: 'parameters', given: given.join(' and '), expected: names },
    )
  }
  names.forEach((name, k) => {
    // The first number is the strength, the second the share of it that is L1.
    if (k === 1) checkRange(parameters[name], name, 0, 1)
    else if (meansNoPenalty(name, parameters[name])) return
    else if (name === 'C') checkPositive(parameters[name], name)
    else checkRange(parameters[name], name, 0)
  })
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
