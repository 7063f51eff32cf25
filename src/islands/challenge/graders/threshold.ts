import { seededRandom } from 'shrinkage'
import type { Text } from '../../../figures/kit/figure.ts'
import { call, numberIn, numbersIn } from './answer.ts'
import { rowOf, type Grader } from './grade.ts'
import { columnsOf, dot, mean } from './linear.ts'

const MOST = 1e-10

const soft = (z: number, tau: number) => Math.sign(z) * Math.max(Math.abs(z) - tau, 0)

/** The distance of zero from the slopes of h/2·w² − z·w + λ|w| at w: zero at the minimum, and there alone. */
function distance(h: number, z: number, lambda: number, w: number): number {
  if (w === 0) return Math.max(0, Math.abs(z) - lambda)
  return Math.abs(h * w - z + lambda * Math.sign(w))
}

/** A wrong answer that is often given, as a function of the same arguments, and what to say of it. */
type Mistake<F> = readonly [answer: F, text: Text]

type Minimum = (h: number, z: number, lambda: number) => number

const minimumMistakes: readonly Mistake<Minimum>[] = [
  [
    (h, z, lambda) => soft(z / h, lambda),
    {
      en: 'You divide before the threshold: S(z/h, λ). The slope at zero is z, not z/h, so it is S(z, λ)/h.',
      zh: '先除后取阈值，成了 S(z/h, λ)。零点处的斜率是 z 而不是 z/h，所以应是 S(z, λ)/h。',
    },
  ],
  [
    (_, z, lambda) => soft(z, lambda),
    {
      en: 'The curvature h is missing: what the threshold leaves is divided by it.',
      zh: '漏了曲率 h：软阈值的结果还要除以它。',
    },
  ],
  [
    (h, z, lambda) => Math.max(z - lambda, 0) / h,
    {
      en: 'A negative z has to move up toward zero; here it is cut off.',
      zh: 'z 为负时应该向上移向 0，这里却被直接截成了 0。',
    },
  ],
  [
    (h, z, lambda) => (Math.abs(z) > lambda ? z / h : 0),
    {
      en: 'This is the hard threshold: what survives has to shrink by λ, too.',
      zh: '这是硬阈值：没有变成 0 的也要缩小 λ。',
    },
  ],
  [
    (h, z, lambda) => soft(z, lambda / 2) / h,
    {
      en: 'The threshold is λ/2: that is right for h·w² − 2z·w + λ|w|, which has no ½ before h.',
      zh: '阈值成了 λ/2：只有二次项不带 ½ 时，即 h·w² − 2z·w + λ|w|，才是这样。',
    },
  ],
  [
    (h, z, lambda) => z / (h + lambda),
    {
      en: 'This is the minimum with λ/2·w², ridge: a factor, and never zero.',
      zh: '这是惩罚为 λ/2·w² 时的最小值点，即岭回归：乘一个系数，永远到不了 0。',
    },
  ],
]

/** The minimum of one weight of the lasso: certified by the slopes there. */
export const minimumGrader: Grader = {
  measure: { en: 'distance of 0 from the subdifferential', zh: '0 到次微分的距离' },
  grade: (answer) =>
    (
      [
        [1, 3, 1],
        [2, 3, 1],
        [4, -6, 1],
        [0.5, 0.4, 1],
        [2, -1, 1],
        [3, 2, 0],
      ] as const
    ).map(([h, z, lambda]) => {
      const at = `h = ${h}, z = ${z}, λ = ${lambda}`.replace('-', '−')
      return rowOf({ en: at, zh: at }, MOST, () => {
        const name = `minimum(${h}, ${z}, ${lambda})`
        const w = numberIn(name, call('minimum', answer, h, z, lambda))
        const measured = distance(h, z, lambda, w)
        const mistake = minimumMistakes.find(
          ([wrong]) => Math.abs(wrong(h, z, lambda) - w) < MOST,
        )?.[1]
        return { measured, fault: measured > MOST ? mistake : undefined }
      })
    }),
}

type Step = (w: number, g: number, alpha: number, lambda: number, rho: number) => number

const stepMistakes: readonly Mistake<Step>[] = [
  [
    (w, g, alpha, lambda, rho) =>
      w - alpha * (g + lambda * rho * Math.sign(w) + lambda * (1 - rho) * w),
    {
      en: 'This is a step down a slope of the penalty: it hops over zero. Step down the loss, and apply the proximal operator to where that leads.',
      zh: '这是沿惩罚的次梯度走一步，会跳过 0。应先沿损失走一步，再对走到的点施加近端算子。',
    },
  ],
  [
    (w, g, alpha, lambda, rho) => soft(w - alpha * g, lambda * rho) / (1 + lambda * (1 - rho)),
    {
      en: 'The learning rate is missing from the penalty: in one step of length α it may take off αλρ alone.',
      zh: '惩罚里漏了学习率：步长为 α 的一步最多只能减去 αλρ。',
    },
  ],
  [
    (w, g, alpha, lambda, rho) => soft(w - alpha * g, alpha * lambda * rho),
    {
      en: 'The L2 part is missing: what the threshold leaves is divided by 1 + αλ(1 − ρ).',
      zh: '漏了 L2 部分：软阈值的结果还要除以 1 + αλ(1 − ρ)。',
    },
  ],
  [
    (w, g, alpha, lambda, rho) =>
      soft((w - alpha * g) / (1 + alpha * lambda * (1 - rho)), alpha * lambda * rho),
    {
      en: 'You divide before the threshold; the threshold αλρ belongs to the undivided point.',
      zh: '先除后取了阈值；阈值 αλρ 应作用在没有除过的点上。',
    },
  ],
  [
    (w, g, alpha, lambda, rho) =>
      soft(w - alpha * g, alpha * lambda * rho) * (1 - alpha * lambda * (1 - rho)),
    {
      en: 'You multiply by 1 − αλ(1 − ρ), which is a gradient step of the L2 part; its proximal operator divides by 1 + αλ(1 − ρ).',
      zh: '乘了 1 − αλ(1 − ρ)，这是对 L2 部分走一步梯度；它的近端算子是除以 1 + αλ(1 − ρ)。',
    },
  ],
  [
    (w, g, alpha, lambda, rho) =>
      soft(w - alpha * (g + lambda * (1 - rho) * w), alpha * lambda * rho),
    {
      en: 'The L2 part went into the gradient. That is a step of another method, with the same end; here it is part of the proximal operator.',
      zh: 'L2 部分放进了梯度。那是另一种方法的一步，终点相同；本题要求把它放在近端算子里。',
    },
  ],
]

/** A proximal gradient step of the elastic net, certified by the optimality of its end. */
export const stepGrader: Grader = {
  measure: { en: 'distance of 0 from the subdifferential', zh: '0 到次微分的距离' },
  grade: (answer) =>
    [
      [0.5, 1, 1],
      [0.1, 2, 0.5],
      [0.2, 1.5, 0],
    ].map(([alpha, lambda, rho]) => {
      const at = `α = ${alpha}, λ = ${lambda}, ρ = ${rho}`
      const w = [0, 1, -1, 0.3, -0.05, 2]
      const gradient = [0.4, -1, 3, 1, 0.2, -6]
      return rowOf({ en: at, zh: at }, MOST, () => {
        const name = 'proximalStep(…)'
        const given = call('proximalStep', answer, w, gradient, alpha, lambda, rho)
        const u = numbersIn(name, given, w.length)
        const z = w.map((value, j) => value - alpha * gradient[j])
        const curvature = 1 + alpha * lambda * (1 - rho)
        const measured = Math.max(
          ...u.map((value, j) => distance(curvature, z[j], alpha * lambda * rho, value)),
        )
        const mistake = stepMistakes.find(([wrong]) =>
          u.every(
            (value, j) => Math.abs(wrong(w[j], gradient[j], alpha, lambda, rho) - value) < MOST,
          ),
        )?.[1]
        return { measured, fault: measured > MOST ? mistake : undefined }
      })
    }),
}

type Largest = (columns: number[][], y: number[], rho: number) => number

const products = (columns: number[][], y: number[], size = Math.abs) =>
  columns.map((column) => size(dot(column, y)))
const centred = (y: number[]) => y.map((value) => value - mean(y))

const largestMistakes: readonly Mistake<Largest>[] = [
  [
    (columns, y, rho) => Math.max(...products(columns, y)) / (y.length * rho),
    {
      en: 'y is not centred: with all weights at zero the intercept is the mean of y, and the residuals are y − ȳ.',
      zh: 'y 没有中心化：权重全为 0 时截距是 y 的均值，残差是 y − ȳ。',
    },
  ],
  [
    (columns, y, rho) => Math.max(...products(columns, centred(y))) / rho,
    {
      en: 'It is n times too large: the loss is divided by 2n, so its slopes are divided by n.',
      zh: '大了 n 倍：损失除以 2n，所以斜率要除以 n。',
    },
  ],
  [
    (columns, y, rho) => Math.max(...products(columns, centred(y))) / (2 * y.length * rho),
    {
      en: 'It is half of what it should be: the ½ of the loss goes when it is differentiated.',
      zh: '小了一半：求导时损失里的 ½ 会消掉。',
    },
  ],
  [
    (columns, y) => Math.max(...products(columns, centred(y))) / y.length,
    {
      en: 'ρ is missing: of the slope of the penalty at zero, only λρ holds a weight there.',
      zh: '漏了 ρ：在零点处能把权重留住的只有 λρ。',
    },
  ],
  [
    (columns, y, rho) =>
      Math.max(...products(columns, centred(y), (value) => value)) / (y.length * rho),
    {
      en: 'The largest slope is negative here: compare their sizes.',
      zh: '这里最大的斜率是负的：应该比较绝对值。',
    },
  ],
]

/** The smallest λ with an empty model, certified by the largest slope there. */
export const largestGrader: Grader = {
  measure: { en: 'relative distance of the largest slope from λρ', zh: '最大斜率与 λρ 的相对差' },
  grade: (answer) =>
    [
      { seed: 1, sign: 1, shift: 0, rho: 1 },
      { seed: 2, sign: 1, shift: 4, rho: 1 },
      { seed: 3, sign: -1, shift: 4, rho: 0.8 },
    ].map(({ seed, sign, shift, rho }) => {
      const random = seededRandom(seed)
      const X = Array.from({ length: 25 }, () => [1, 2, 3, 4].map(() => 0.5 + random.normal()))
      const y = X.map((row) => shift + sign * 2 * row[2] + 0.3 * random.normal())
      const on = {
        en: `mean of y ${shift === 0 ? 'small' : 'large'}, ρ = ${rho}`,
        zh: `y 的均值${shift === 0 ? '小' : '大'}，ρ = ${rho}`,
      }
      return rowOf(on, MOST, () => {
        const lambda = numberIn('lambdaMax(X, y, rho)', call('lambdaMax', answer, X, y, rho))
        const columns = columnsOf(X)
        const slope = Math.max(...products(columns, centred(y))) / y.length
        const measured = Math.abs(lambda * rho - slope) / slope
        const mistake = largestMistakes.find(
          ([wrong]) => Math.abs(wrong(columns, y, rho) / lambda - 1) < MOST,
        )?.[1]
        return { measured, fault: measured > MOST ? mistake : undefined }
      })
    }),
}
