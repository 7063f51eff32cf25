import { crossValidate, lasso, seededRandom, standardize } from 'shrinkage'
import type { Text } from '../../../figures/kit/figure.ts'
import { call, fieldsIn, numberIn, numbersIn } from './answer.ts'
import { rowOf, type Grader } from './grade.ts'
import { dot, mean } from './linear.ts'

const MOST = 1e-4

interface Problem {
  on: Text
  X: number[][]
  y: number[]
  lambdas: number[]
  folds: number[]
}

/** What cross-validation finds. */
interface Found {
  errors: number[]
  standardErrors: number[]
  smallest: number
  chosen: number
}

/** Errors, standard errors and both choices of λ, beside those of certified fits. */
export const crossValidationGrader: Grader = {
  measure: { en: 'largest relative deviation of an error', zh: '误差的最大相对偏差' },
  grade: (answer) =>
    problems().map((problem) =>
      rowOf(problem.on, MOST, () => {
        const { X, y, lambdas, folds } = problem
        const given = call('crossValidate', answer, X, y, lambdas, folds)
        const fields = fieldsIn('crossValidate(…)', given, [
          'errors',
          'standardErrors',
          'smallest',
          'chosen',
        ])
        const theirs = {
          errors: numbersIn('errors', fields.errors, lambdas.length),
          standardErrors: numbersIn('standardErrors', fields.standardErrors, lambdas.length),
          smallest: numberIn('smallest', fields.smallest),
          chosen: numberIn('chosen', fields.chosen),
        }
        const ours = certified(problem)
        const measured = Math.max(
          apart(theirs.errors, ours.errors),
          apart(theirs.standardErrors, ours.standardErrors),
        )
        return { measured, fault: mistakeIn(problem, theirs, ours) }
      }),
    ),
}

/** The answer of the course: every fit has a duality gap within its tolerance. */
function certified({ X, y, lambdas, folds }: Problem): Found {
  const found = crossValidate(X, y, { lambdas, folds, standardize: true })
  return {
    errors: [...found.errors],
    standardErrors: [...found.standardErrors],
    smallest: found.minimum.lambda,
    chosen: found.oneStandardError.lambda,
  }
}

/** What is wrong with an answer, as far as it can be told; undefined for a right one too. */
function mistakeIn(problem: Problem, theirs: Found, ours: Found): Text | undefined {
  const count = new Set(problem.folds).size
  const { X, y, lambdas, folds } = problem
  const isNear = (theirs: number[], ours: number[], factor = 1) =>
    apart(
      theirs,
      ours.map((value) => value * factor),
    ) <= MOST

  if (!isNear(theirs.errors, ours.errors)) {
    const scaled = rowsOf(standardize(X).X.data, X.length)
    const leaked = crossValidate(scaled, y, { lambdas, folds, standardize: false })
    if (isNear(theirs.errors, [...leaked.errors])) return mistakes.leak
    const raw = crossValidate(X, y, { lambdas, folds, standardize: false })
    if (isNear(theirs.errors, [...raw.errors])) return mistakes.unscaled
    if (isNear(theirs.errors, ours.errors, count)) return mistakes.sum
    if (isNear(theirs.errors, ours.errors, 0.5)) return mistakes.half
    if (isNear(theirs.errors, trainingErrors(problem))) return mistakes.training
    return mistakes.errors
  }
  if (!isNear(theirs.standardErrors, ours.standardErrors)) {
    if (isNear(theirs.standardErrors, ours.standardErrors, Math.sqrt(count)))
      return mistakes.deviation
    if (isNear(theirs.standardErrors, ours.standardErrors, Math.sqrt((count - 1) / count)))
      return mistakes.population
    if (isNear(theirs.standardErrors, ours.standardErrors, Math.sqrt(count - 1)))
      return mistakes.populationDeviation
    return mistakes.standardErrors
  }
  if (theirs.smallest !== ours.smallest) return mistakes.smallest
  if (theirs.chosen === ours.chosen) return undefined
  if (!lambdas.includes(theirs.chosen)) return mistakes.notOne
  if (theirs.chosen === ours.smallest) return mistakes.noRule
  return theirs.chosen < ours.smallest ? mistakes.wrongSide : mistakes.bound
}

/** The mean squared error of each λ on the rows that its model was fitted to. */
function trainingErrors({ X, y, lambdas, folds }: Problem): number[] {
  const numbers = [...new Set(folds)]
  return lambdas.map((lambda) =>
    mean(
      numbers.map((fold) => {
        const seen = [...y.keys()].filter((i) => folds[i] !== fold)
        const [rows, targets] = [seen.map((i) => X[i]), seen.map((i) => y[i])]
        const { coefficients, intercept } = lasso(rows, targets, lambda, { standardize: true })
        const w = [...coefficients]
        return mean(rows.map((row, i) => (targets[i] - intercept - dot(row, w)) ** 2))
      }),
    ),
  )
}

/** The largest relative difference between two lists. */
const apart = (theirs: number[], ours: number[]) =>
  Math.max(...theirs.map((value, i) => Math.abs(value / ours[i] - 1)))

/** The rows of a matrix that holds its columns one after the other. */
const rowsOf = (data: Float64Array, n: number): number[][] =>
  Array.from({ length: n }, (_, i) => Array.from(data).filter((_, k) => k % n === i))

const mistakes = {
  leak: {
    en: 'The features have been standardized on all rows, before the folds were made: each fold has seen the rows that it is tested on.',
    zh: '特征在分折之前就用全部的行做了标准化：每一折都看到了用来检验它的行。',
  },
  unscaled: {
    en: 'The features have not been standardized, so the penalty depends on their units.',
    zh: '特征没有标准化，惩罚因此取决于单位。',
  },
  sum: {
    en: 'The errors are sums over the folds; expected their means.',
    zh: 'errors 是各折之和，应取平均。',
  },
  half: {
    en: 'The errors are halved, as in the loss; an error of prediction is the mean square.',
    zh: 'errors 像损失函数那样取了一半；预测误差就是均方误差。',
  },
  training: {
    en: 'These are errors on the rows that a model was fitted to; expected those on the rows of the fold left out.',
    zh: '这是模型在拟合所用的行上的误差，应取留出的那一折上的误差。',
  },
  errors: {
    en: 'errors are not those of optimal fits. Is your lasso accurate enough, and does it predict with its intercept?',
    zh: 'errors 与最优解的误差不符。你的 Lasso 够精确吗？预测时加截距了吗？',
  },
  deviation: {
    en: 'standardErrors are the standard deviations of the folds; the standard error of their mean is smaller by √K.',
    zh: 'standardErrors 是各折的标准差；均值的标准误还要除以 √K。',
  },
  population: {
    en: 'standardErrors divide the squares by K; with only K folds, divide by K − 1.',
    zh: 'standardErrors 的平方和除以了 K；只有 K 折时应除以 K − 1。',
  },
  populationDeviation: {
    en: 'standardErrors are the standard deviations of the folds, with squares divided by K: divide by K − 1, and the root by √K.',
    zh: 'standardErrors 是平方和除以 K 的标准差：应除以 K − 1，开方后再除以 √K。',
  },
  standardErrors: {
    en: 'errors are right, standardErrors are not.',
    zh: 'errors 正确，standardErrors 不对。',
  },
  smallest: {
    en: 'errors are right, but smallest is not the λ with the smallest of them.',
    zh: 'errors 正确，但 smallest 不是误差最小的 λ。',
  },
  notOne: { en: 'chosen is not one of lambdas.', zh: 'chosen 不在 lambdas 里。' },
  noRule: {
    en: 'chosen is the λ with the smallest error; the rule takes the largest λ within one standard error of it.',
    zh: 'chosen 取了误差最小的 λ；按一倍标准误准则，应取误差在界内的最大的 λ。',
  },
  wrongSide: {
    en: 'chosen is smaller than smallest: of the λ within one standard error the rule takes the largest, the simplest model.',
    zh: 'chosen 比 smallest 还小：在一个标准误以内的 λ 中应取最大的，即最简单的模型。',
  },
  bound: {
    en: 'chosen is not the largest λ within the bound: the smallest error plus the standard error at that same λ.',
    zh: 'chosen 不是界内最大的 λ：界是最小误差加上同一个 λ 处的标准误。',
  },
} as const satisfies Record<string, Text>

function problems(): Problem[] {
  return [
    { on: { en: '60 rows, 5 folds', zh: '60 行，5 折' }, ...regression(60, 5, 21) },
    { on: { en: '40 rows, 8 folds', zh: '40 行，8 折' }, ...regression(40, 8, 22) },
  ]
}

/** Features of unequal units, with a few rows far out, and folds of equal size. */
function regression(n: number, count: number, seed: number): Omit<Problem, 'on'> {
  const random = seededRandom(seed)
  const X = Array.from({ length: n }, (_, i) =>
    [1, 3, 0.5, 1, 2, 1].map((unit) => unit * (1 + (i % 9 === 0 ? 3 : 1) * random.normal())),
  )
  const y = X.map((row) => 1 + row[0] + 0.5 * row[1] - row[2] + 1.5 * random.normal())
  const lambdas = Array.from({ length: 12 }, (_, l) => 2 * 0.6 ** l)
  return { X, y, lambdas, folds: y.map((_, i) => i % count) }
}
