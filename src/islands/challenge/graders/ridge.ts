import { seededRandom } from 'shrinkage'
import type { Text } from '../../../figures/kit/figure.ts'
import { call, fieldsIn, numberIn, numbersIn } from './answer.ts'
import { rowOf, type Grader } from './grade.ts'
import { columnsOf, dot, mean, residuals, ridgeGap, type Data } from './linear.ts'

const MOST = 1e-8

interface Problem extends Data {
  on: Text
  lambda: number
}

/** A model, as an answer gives it. */
interface Model {
  w: number[]
  b: number
}

/**
 * Weights and an intercept that minimize 1/(2n)·‖y − b − Xw‖² + λ/2·‖w‖², certified by the duality gap.
 *
 * @param problems on which an answer is judged
 */
const ridgeGrader = (problems: () => Problem[]): Grader => ({
  measure: { en: 'duality gap', zh: '对偶间隙' },
  grade: (answer) =>
    problems().map((problem) =>
      rowOf(problem.on, MOST, () => {
        const { X, y, lambda } = problem
        const name = 'ridge(X, y, lambda)'
        const given = call('ridge', answer, X, y, lambda)
        const fields = fieldsIn(name, given, ['weights', 'intercept'])
        const w = numbersIn('weights', fields.weights, X[0].length)
        const b = numberIn('intercept', fields.intercept)
        const measured = ridgeGap(problem, w, b, lambda)
        const fault = measured > MOST ? mistakeIn(problem, { w, b }, measured) : undefined
        return { measured, fault }
      }),
    ),
})

/** The likely mistake in a model that is not optimal, by the problem that it solves. */
function mistakeIn(problem: Problem, model: Model, gap: number): Text | undefined {
  const { lambda } = problem
  const n = problem.y.length
  const solves = (weights: number, intercept: number) => restsAt(problem, model, weights, intercept)

  if (solves(lambda / n, 0)) return mistakes.sum
  if (solves(2 * lambda, 0)) return mistakes.noHalf
  if (solves(lambda / 2, 0)) return mistakes.meanSquare
  if (solves(0, 0)) return mistakes.noPenalty
  if ([lambda, lambda / n].some((each) => solves(each, each))) return mistakes.intercept
  const isWithout = [lambda, lambda / n].some((each) => solves(each, Infinity))
  if (isWithout) return mistakes.noIntercept
  return gap < 0.01 ? mistakes.early : undefined
}

/**
 * Whether a model minimizes 1/(2n)·‖y − b − Xw‖² + λ/2·‖w‖² + κ/2·b².
 *
 * @param lambda strength for the weights
 * @param kappa strength for the intercept; Infinity where it is zero
 */
function restsAt(data: Data, { w, b }: Model, lambda: number, kappa: number): boolean {
  const r = residuals(data, w, b)
  const slopes = columnsOf(data.X).map((column, j) => dot(column, r) / r.length - lambda * w[j])
  const size = Math.max(...columnsOf(data.X).map((column) => dot(column, column) / r.length))
  const isWeight = slopes.every((slope) => Math.abs(slope) < 1e-7 * Math.max(1, size))
  return isWeight && (kappa === Infinity ? b === 0 : Math.abs(mean(r) - kappa * b) < 1e-7)
}

const mistakes = {
  sum: {
    en: 'This is optimal for λ/n: XᵀX has to be divided by n, or λ multiplied by it.',
    zh: '这是 λ/n 处的最优解：XᵀX 要除以 n，或者 λ 要乘 n。',
  },
  noHalf: {
    en: 'This is optimal for 2λ: your penalty is λ‖w‖², without the ½.',
    zh: '这是 2λ 处的最优解：惩罚写成了 λ‖w‖²，少了 ½。',
  },
  meanSquare: {
    en: 'This is optimal for λ/2: your loss is the mean square without its ½.',
    zh: '这是 λ/2 处的最优解：损失是均方误差，少了 ½。',
  },
  noPenalty: {
    en: 'This is the least-squares model: the penalty has no effect on it.',
    zh: '这是最小二乘解：惩罚没有起作用。',
  },
  intercept: {
    en: 'The intercept is penalized: centre X and y, fit, and put the intercept back.',
    zh: '截距受到了惩罚：先把 X 和 y 中心化再拟合，最后还原截距。',
  },
  noIntercept: {
    en: 'There is no intercept, and these data are not centred.',
    zh: '没有截距，而数据并未中心化。',
  },
  early: {
    en: 'The model is on its way: the descent stops too early for the flattest direction.',
    zh: '模型正在靠近最优解：对最平缓的方向来说，下降停得太早。',
  },
} as const satisfies Record<string, Text>

/** For normal equations: among them more features than rows, and columns that are nearly equal. */
export const ridgeEquationsGrader = ridgeGrader(() => [
  { on: { en: '50 rows, 5 features', zh: '50 行 5 特征' }, ...regression(50, 5, 4), lambda: 0.1 },
  {
    on: { en: '15 rows, 30 features', zh: '15 行 30 特征' },
    ...regression(15, 30, 5),
    lambda: 0.5,
  },
  { on: { en: 'nearly equal columns', zh: '两列几乎相同' }, ...nearTwins(), lambda: 0.01 },
])

/** For gradient descent: features of unequal scale, and a curvature for which 0.01 is too long a step. */
export const ridgeDescentGrader = ridgeGrader(() => [
  { on: { en: '50 rows, 5 features', zh: '50 行 5 特征' }, ...regression(50, 5, 4), lambda: 0.1 },
  {
    on: { en: 'steep: features × 20', zh: '很陡：特征乘 20' },
    ...regression(40, 3, 6, [20, 20, 20]),
    lambda: 40,
  },
  {
    on: { en: 'a feature in small units', zh: '一个特征单位很小' },
    ...regression(40, 3, 7, [5, 1, 1]),
    lambda: 0.05,
  },
])

/** Data that are not centred; `units` multiplies columns. */
function regression(n: number, p: number, seed: number, units: readonly number[] = []): Data {
  const random = seededRandom(seed)
  const X = Array.from({ length: n }, () =>
    Array.from({ length: p }, (_, j) => (0.5 + random.normal()) * (units[j] ?? 1)),
  )
  const y = X.map((row) => 2 + (row[0] - row[1]) / (units[0] ?? 1) + 0.5 * random.normal())
  return { X, y }
}

function nearTwins(): Data {
  const { X, y } = regression(30, 2, 8)
  return { X: X.map(([first, second]) => [first, first + 1e-3 * second]), y }
}
