import { seededRandom } from 'shrinkage'
import type { Text } from '../../../figures/kit/figure.ts'
import { call, numbersIn } from './answer.ts'
import { rowOf, type Grader } from './grade.ts'
import { columnsOf, dot, lassoGap, residuals, type Data } from './linear.ts'

const MOST = 1e-8

interface Problem extends Data {
  on: Text
  lambda: number
}

/** Weights that minimize 1/(2n)·‖y − Xw‖² + λ‖w‖₁, by whatever route: certified by the duality gap. */
export const lassoGrader: Grader = {
  measure: { en: 'duality gap', zh: '对偶间隙' },
  grade: (answer) =>
    problems().map((problem) =>
      rowOf(problem.on, MOST, () => {
        const { X, y, lambda } = problem
        const w = numbersIn('lasso(X, y, lambda)', call('lasso', answer, X, y, lambda), X[0].length)
        const measured = gapAt(problem, w, lambda)
        return { measured, fault: measured > MOST ? mistakeIn(problem, w, measured) : undefined }
      }),
    ),
}

const gapAt = (data: Data, w: number[], lambda: number) =>
  lassoGap(
    data,
    w,
    w.map(() => lambda),
  )

/** The likely mistake in weights that are not optimal: the problem that they solve, or what they look like. */
function mistakeIn(problem: Problem, w: number[], gap: number): Text | undefined {
  const { X, y, lambda } = problem
  const n = y.length
  const squares = columnsOf(X).map((column) => dot(column, column) / n)
  const solves = (lambdas: number[]) => lassoGap(problem, w, lambdas) <= MOST
  const solvesAt = (other: number) => solves(w.map(() => other))
  // The least squares have no gap: no slope is left.
  const slopes = columnsOf(X).map((column) => dot(column, residuals(problem, w)) / n)
  const isZero = w.every((value) => value === 0)

  if (isZero) return mistakes.zero
  if (solvesAt(lambda / n)) return mistakes.sum
  if (solvesAt(lambda / (2 * n))) return mistakes.sumOfSquares
  if (solvesAt(lambda / 2)) return mistakes.meanSquare
  if (solves(squares.map((square) => lambda * square))) return mistakes.divideFirst
  if (slopes.every((slope) => Math.abs(slope) < 1e-6)) return mistakes.noPenalty
  if (slopes.every((slope, j) => Math.abs(slope - lambda * w[j]) < 1e-6)) return mistakes.ridge
  const isPositive = (slope: number, j: number) =>
    w[j] > 0 ? Math.abs(slope - lambda) < 1e-5 : w[j] === 0 && slope < lambda + 1e-5
  if (slopes.every(isPositive)) return mistakes.positive
  if (gap < 0.1 && w.every((value) => value !== 0)) return mistakes.noZeros
  return gap < 0.01 ? mistakes.early : undefined
}

const mistakes = {
  zero: {
    en: 'All weights are zero, and at this λ they should not be.',
    zh: '权重全是 0，而在这个 λ 处并不该如此。',
  },
  sum: {
    en: 'These weights are optimal for λ/n: your loss is the sum ½‖y − Xw‖², not divided by n.',
    zh: '这是 λ/n 处的最优解：损失写成了求和的 ½‖y − Xw‖²，没有除以 n。',
  },
  sumOfSquares: {
    en: 'These weights are optimal for λ/(2n): your loss is ‖y − Xw‖², not divided by 2n.',
    zh: '这是 λ/(2n) 处的最优解：损失写成了 ‖y − Xw‖²，没有除以 2n。',
  },
  meanSquare: {
    en: 'These weights are optimal for λ/2: your loss is the mean square without its ½.',
    zh: '这是 λ/2 处的最优解：损失是均方误差，少了 ½。',
  },
  divideFirst: {
    en: 'You divide by ‖x_j‖²/n before the threshold; the threshold λ belongs to the undivided product, S(z, λ)/h.',
    zh: '先除以了 ‖x_j‖²/n 再取软阈值；应该先对没有除过的内积取阈值 λ，即 S(z, λ)/h。',
  },
  noPenalty: {
    en: 'These are least-squares weights: the penalty has no effect on them.',
    zh: '这是最小二乘解：惩罚没有起作用。',
  },
  ridge: {
    en: 'These are ridge weights: the penalty is λ/2·‖w‖², not λ‖w‖₁.',
    zh: '这是岭回归的解：惩罚写成了 λ/2·‖w‖²，而不是 λ‖w‖₁。',
  },
  positive: {
    en: 'No weight is negative, as if none may be: the soft threshold keeps the sign of its argument.',
    zh: '没有一个权重为负，好像负数不被允许：软阈值要保留自变量的符号。',
  },
  noZeros: {
    en: 'Not one weight is exactly zero. A descent with λ·sign(w) hops about zero and never lands on it; a soft threshold does.',
    zh: '没有一个权重恰好为 0。用 λ·sign(w) 做下降，只会在 0 两侧来回跳，落不到 0 上；软阈值可以。',
  },
  early: {
    en: 'The weights are on their way: stop when the gap is small, not after a fixed number of rounds.',
    zh: '权重正在靠近最优解：等对偶间隙足够小再停，不要跑固定的轮数。',
  },
} as const satisfies Record<string, Text>

function problems(): Problem[] {
  return [
    { on: { en: '60 rows, 8 features', zh: '60 行 8 特征' }, ...regression(60, 8, 1), lambda: 0.2 },
    {
      on: { en: '30 rows, 50 features', zh: '30 行 50 特征' },
      ...regression(30, 50, 2),
      lambda: 0.3,
    },
    { on: { en: 'two equal columns', zh: '两列相同' }, ...twins(), lambda: 0.1 },
    { on: { en: 'λ above λmax', zh: 'λ 大于 λmax' }, ...regression(40, 6, 3), lambda: 4 },
  ]
}

/** Data with three features that matter, in columns of unequal size and some correlation. */
function regression(n: number, p: number, seed: number): Data {
  const random = seededRandom(seed)
  const sizes = Array.from({ length: p }, (_, j) => 0.7 + 0.6 * ((j * 0.37) % 1))
  const X = Array.from({ length: n }, () => {
    const common = 0.4 * random.normal()
    return sizes.map((size) => size * (common + random.normal()))
  })
  const y = X.map((row) => row[0] - 1.2 * row[1] + 0.8 * row[2] + 0.3 * random.normal())
  return { X, y }
}

/** The first test of a much-used set of problems, centred: any share of the weight between the twins is optimal. */
function twins(): Data {
  const x = [-2, -1, 0, 1, 2]
  return { X: x.map((value) => [value / 2, value / 2]), y: x.map((value) => 0.9 * value) }
}
