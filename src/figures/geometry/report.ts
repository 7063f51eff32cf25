import type { Point, Readout, Table, Text } from '../kit/figure.ts'
import { fixed, outOf, pair, percent, readout, same, scientific } from '../kit/format.ts'
import { descentAt, type Loss } from '../kit/quadraticLoss.ts'
import type { GeometryModel } from './model.ts'
import { budget, budgetSymbol, type Penalty } from './penalty.ts'

const place = (w: readonly number[]) => pair(w, (weight) => fixed(weight, 3))

const zerosOf = (w: readonly number[]) => w.filter((weight) => weight === 0).length

/** The slope of the loss in each weight: at the solution of L1, −λ times the sign, or at most λ in size at a zero. */
const slopesAt = (loss: Loss, w: Point) => descentAt(loss, w).map((value) => -value)

const shapes: Record<Penalty['kind'], Text> = {
  l1: { en: 'diamond', zh: '菱形' },
  l2: { en: 'circle', zh: '圆' },
  norm: { en: 'circle', zh: '圆' },
  'elastic-net': { en: 'rounded diamond of the elastic net', zh: '弹性网的圆角菱形' },
  lq: { en: 'ball of Lq', zh: ' Lq 球' },
}

export function readouts(model: GeometryModel): Readout[] {
  const { solution, penalty, loss, lambdaMax } = model
  const gap: Text = solution.proved
    ? same(scientific(solution.gap))
    : { en: 'none: not convex', zh: '无：问题非凸' }
  const measure: Text =
    penalty.kind === 'lq' || penalty.kind === 'norm'
      ? { en: 'Optimality residual', zh: '最优性残差' }
      : { en: 'Duality gap', zh: '对偶间隙' }
  const symbol = budgetSymbol(penalty)
  return [
    readout('optimum', 'Optimum ŵ', '最优点 ŵ', place(loss.optimum)),
    readout('w', 'Solution w*', '解 w*', place(solution.w)),
    readout(
      'lambda',
      'λ (λmax)',
      'λ（λmax）',
      `${fixed(solution.lambda)} (${lambdaMax < Infinity ? fixed(lambdaMax) : '∞'})`,
    ),
    readout('budget', symbol, symbol, fixed(budget(penalty, solution.w), 3)),
    readout('zeros', 'Weights at zero', '为零的权重', outOf(zerosOf(solution.w), 2)),
    readout(
      'slopes',
      'Slopes of the loss at w*',
      'w* 处损失的斜率',
      place(slopesAt(loss, solution.w)),
    ),
    readout('gap', measure.en, measure.zh, gap),
  ]
}

export function describe(model: GeometryModel): Text {
  const { throwsL1, throwsL2 } = model
  const [, one, both] = throwsL1.shares.map(percent)
  const l2 = percent(throwsL2.shares[1] + throwsL2.shares[2])
  const touch = touching(model)
  return {
    en: `${touch.en} Of 500 random losses at this λ, L1 brings one weight to zero for ${one} and both for ${both}; L2 brings any to zero for ${l2}.`,
    zh: `${touch.zh}在这个 λ 下，500 个随机损失中，L1 使一个权重为零的占 ${one}，两个都为零的占 ${both}；L2 使权重为零的占 ${l2}。`,
  }
}

function touching({ solution: { w, lambda, proved }, penalty, lambdaMax }: GeometryModel): Text {
  const at = place(w)
  const shape = shapes[penalty.kind]
  if (lambda === 0) {
    return {
      en: `Without a penalty the solution is the optimum of the loss itself, w* = ${at}.`,
      zh: `不加惩罚时，解就是损失自己的最优点：w* = ${at}。`,
    }
  }
  if (zerosOf(w) === 2) {
    return lambdaMax < Infinity
      ? {
          en: `From λmax = ${fixed(lambdaMax)} on the ${shape.en} has shrunk to a point: both weights are exactly zero.`,
          zh: `λ 到了 λmax = ${fixed(lambdaMax)}，${shape.zh}缩成一点：两个权重都恰为零。`,
        }
      : {
          en: `The ${shape.en} has shrunk to a point: both weights are exactly zero.`,
          zh: `${shape.zh}缩成了一点：两个权重都恰为零。`,
        }
  }
  const found: Text = proved
    ? same('')
    : {
        en: ' (This ball is not convex: the point is the best of a fine search.)',
        zh: '（这个球非凸，该点由精细搜索得到。）',
      }
  if (zerosOf(w) === 1) {
    const name = w[0] === 0 ? 'w₁' : 'w₂'
    return {
      en: `The contour first meets the ${shape.en} at a point on an axis, w* = ${at}: ${name} is exactly zero.${found.en}`,
      zh: `等高线与${shape.zh}首次相遇在坐标轴上：w* = ${at}，${name} 恰为零。${found.zh}`,
    }
  }
  const where: Text =
    penalty.kind === 'l1' ? { en: 'an edge of the ', zh: '的边' } : { en: 'the ', zh: '' }
  return {
    en: `The contour first meets ${where.en}${shape.en} off the axes, at w* = ${at}: no weight is zero.${found.en}`,
    zh: `等高线与${shape.zh}${where.zh}首次相遇在坐标轴之外：w* = ${at}，没有权重为零。${found.zh}`,
  }
}

/** The path, at its knots or at sixteen strengths, and the row of the current λ. */
export function table({ path, solution, loss }: GeometryModel): Table {
  const every = Math.max(1, Math.floor(path.length / 16))
  const rows = [...path.filter((_, i) => i % every === 0 || i === path.length - 1), solution]
  rows.sort((a, b) => a.lambda - b.lambda)
  const digits = (value: number) => Number(value.toPrecision(12))
  return {
    columns: [same('λ'), same(loss.names[0]), same(loss.names[1]), same('J₀(w*)'), same('P(w*)')],
    rows: rows
      .filter((row, i) => row.lambda !== rows[i - 1]?.lambda)
      .map(({ lambda, w, loss: height, penalty }) =>
        [lambda, w[0], w[1], height, penalty].map(digits),
      ),
  }
}

export function numbers(model: GeometryModel) {
  const { loss, solution, penalty } = model
  return {
    optimum: loss.optimum,
    w: solution.w,
    lambda: solution.lambda,
    t: budget(penalty, solution.w),
    zeros: zerosOf(solution.w),
    slopes: slopesAt(loss, solution.w),
    gap: solution.gap,
    // A thousand solutions each: computed when asked for.
    get throwsL1() {
      return model.throwsL1.shares
    },
    get throwsL2() {
      return model.throwsL2.shares
    },
  }
}
