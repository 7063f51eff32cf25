import type { Text } from '../../../figures/kit/figure.ts'
import { call, fieldsIn, numberIn, numbersIn } from './answer.ts'
import { rowOf, type Grader } from './grade.ts'

const MOST = 1e-12
/** After one step, and after enough for a wrong state to show. */
const LENGTHS = [1, 20]

const START = [1, -2, 0.5, 3]

/** The gradient of a loss with unequal curvatures, whose minimum is not at zero. */
const gradientAt = (w: readonly number[]) =>
  w.map((value, j) => [0.5, 2, 0.1, 8][j] * (value - [1, 1, -1, 0.2][j]))

/** One step of an optimizer: from a state and the gradient there to the next state. */
type Step<S> = (state: S, gradient: number[]) => S

/** A wrong step that is often written, and what to say of it. */
type Mistake<S> = readonly [step: Step<S>, text: Text]

interface Rule<S extends { w: number[] }> {
  start: S
  right: Step<S>
  mistakes: readonly Mistake<S>[]
  /** The step of the reader's function. */
  read(answer: unknown, state: S, gradient: number[]): S
}

/** A step by hand: run several times, its weights are those of the definition. */
function stepGraderOf<S extends { w: number[] }>({
  start,
  right,
  mistakes,
  read,
}: Rule<S>): Grader {
  const run = (step: Step<S>, count: number) => {
    let state = start
    for (let k = 0; k < count; k++) state = step(state, gradientAt(state.w))
    return state.w
  }
  return {
    measure: { en: 'largest deviation of a weight', zh: '权重的最大偏差' },
    grade: (answer) =>
      LENGTHS.map((count) => {
        const on = {
          en: count === 1 ? 'after 1 step' : `after ${count} steps`,
          zh: `${count} 步之后`,
        }
        return rowOf(on, MOST, () => {
          const w = run((state, gradient) => read(answer, state, gradient), count)
          const far = (step: Step<S>) =>
            Math.max(...run(step, count).map((value, j) => Math.abs(value - w[j])))
          const measured = far(right)
          const mistake = mistakes.find(([step]) => far(step) < MOST)?.[1]
          return { measured, fault: measured > MOST ? mistake : undefined }
        })
      }),
  }
}

interface Momentum {
  w: number[]
  velocity: number[]
}

const SGD = { alpha: 0.1, momentum: 0.9, lambda: 0.2 }

/** A step of momentum in which the penalty enters as it may. */
const momentumStep =
  ({
    inGradient = 0,
    before = 0,
    after = 0,
    damping = 1,
  }: {
    inGradient?: number
    before?: number
    after?: number
    damping?: number
  }): Step<Momentum> =>
  ({ w, velocity }, gradient) => {
    const next = velocity.map(
      (value, j) => SGD.momentum * value + damping * (gradient[j] + inGradient * w[j]),
    )
    return {
      velocity: next,
      w: w.map((value, j) => ((1 - before) * value - SGD.alpha * next[j]) * (1 - after)),
    }
  }

const inLoss = {
  en: 'λw went into the gradient: that is L2 in the loss, which the momentum carries on. Decoupled decay takes αλw off the weights themselves.',
  zh: 'λw 加进了梯度：这是损失里的 L2，会被动量一直带下去。解耦的权重衰减直接从权重里减去 αλw。',
}
const withoutRate = {
  en: 'The decay lacks the learning rate: the factor is 1 − αλ, not 1 − λ.',
  zh: '衰减漏了学习率：系数应是 1 − αλ，不是 1 − λ。',
}
const afterStep = {
  en: 'The weights decay after the step, and the step with them; here the old weights decay: w − αλw − α(…).',
  zh: '先走一步再衰减，这一步也跟着缩小了；本题衰减的是旧的权重：w − αλw − α(…)。',
}
const noDecay = { en: 'Nothing decays: λ has no effect.', zh: '没有衰减：λ 不起作用。' }

/** Stochastic gradient descent with momentum and decoupled weight decay. */
export const decayGrader = stepGraderOf<Momentum>({
  start: { w: START, velocity: START.map(() => 0) },
  right: momentumStep({ before: SGD.alpha * SGD.lambda }),
  mistakes: [
    [momentumStep({ inGradient: SGD.lambda }), inLoss],
    [momentumStep({ before: SGD.lambda }), withoutRate],
    [momentumStep({ after: SGD.alpha * SGD.lambda }), afterStep],
    [momentumStep({}), noDecay],
    [
      momentumStep({ before: 2 * SGD.alpha * SGD.lambda }),
      {
        en: 'The decay is twice too strong: the gradient of λ/2·‖w‖² is λw.',
        zh: '衰减强了一倍：λ/2·‖w‖² 的梯度是 λw。',
      },
    ],
    [
      momentumStep({ before: SGD.alpha * SGD.lambda, damping: 1 - SGD.momentum }),
      {
        en: 'The gradient enters the velocity with the factor 1 − μ; in this task v ← μv + g.',
        zh: '梯度乘了 1 − μ 才进入速度；本题是 v ← μv + g。',
      },
    ],
  ],
  read(answer, state, gradient) {
    const name = 'sgdStep(state, gradient, settings)'
    const given = call('sgdStep', answer, state, gradient, SGD)
    const fields = fieldsIn(name, given, ['w', 'velocity'])
    return {
      w: numbersIn('w', fields.w, START.length),
      velocity: numbersIn('velocity', fields.velocity, START.length),
    }
  },
})

interface Adam {
  w: number[]
  m: number[]
  v: number[]
  t: number
}

const ADAM = { alpha: 0.05, beta1: 0.9, beta2: 0.99, epsilon: 1e-3, lambda: 0.3 }

/** A step of Adam in which the penalty enters as it may. */
const adamStep =
  ({
    inGradient = 0,
    before = 0,
    after = 0,
    isCorrected = true,
    isEpsilonInside = false,
    first = 1,
  }: {
    inGradient?: number
    before?: number
    after?: number
    isCorrected?: boolean
    isEpsilonInside?: boolean
    /** The number of the first step in the corrections. */
    first?: number
  }): Step<Adam> =>
  ({ w, m, v, t }, gradient) => {
    const { alpha, beta1, beta2, epsilon } = ADAM
    const g = gradient.map((value, j) => value + inGradient * w[j])
    const means = m.map((value, j) => beta1 * value + (1 - beta1) * g[j])
    const squares = v.map((value, j) => beta2 * value + (1 - beta2) * g[j] ** 2)
    const power = t + first
    const [c1, c2] = isCorrected ? [1 - beta1 ** power, 1 - beta2 ** power] : [1, 1]
    const root = (value: number) =>
      isEpsilonInside ? Math.sqrt(value + epsilon) : Math.sqrt(value) + epsilon
    return {
      w: w.map(
        (value, j) =>
          ((1 - before) * value - (alpha * means[j]) / c1 / root(squares[j] / c2)) * (1 - after),
      ),
      m: means,
      v: squares,
      t: t + 1,
    }
  }

const decay = { before: ADAM.alpha * ADAM.lambda }

/** A step of AdamW. */
export const adamWGrader = stepGraderOf<Adam>({
  start: { w: START, m: START.map(() => 0), v: START.map(() => 0), t: 0 },
  right: adamStep(decay),
  mistakes: [
    [
      adamStep({ inGradient: ADAM.lambda }),
      {
        en: 'λw went into the gradient: that is Adam with L2 in the loss, and the root divides the penalty too. AdamW takes αλw off the weights themselves.',
        zh: 'λw 加进了梯度：这是损失里带 L2 的 Adam，惩罚也被根号除掉了。AdamW 直接从权重里减去 αλw。',
      },
    ],
    [adamStep({ before: ADAM.lambda }), withoutRate],
    [adamStep({ after: ADAM.alpha * ADAM.lambda }), afterStep],
    [adamStep({}), noDecay],
    [
      adamStep({ ...decay, isCorrected: false }),
      {
        en: 'The means are not corrected for their start at zero: divide by 1 − β₁ᵗ and 1 − β₂ᵗ.',
        zh: '滑动平均从 0 开始，却没有修正：应除以 1 − β₁ᵗ 和 1 − β₂ᵗ。',
      },
    ],
    [
      adamStep({ ...decay, isEpsilonInside: true }),
      {
        en: 'ε stands under the root; here it is added to the root.',
        zh: 'ε 写进了根号里；本题加在根号外。',
      },
    ],
    [
      adamStep({ ...decay, first: 2 }),
      {
        en: 'The corrections are one step ahead: at the first step t is 1.',
        zh: '修正多算了一步：第一步时 t 是 1。',
      },
    ],
  ],
  read(answer, state, gradient) {
    const name = 'adamwStep(state, gradient, settings)'
    const given = call('adamwStep', answer, state, gradient, ADAM)
    const fields = fieldsIn(name, given, ['w', 'm', 'v', 't'])
    return {
      w: numbersIn('w', fields.w, START.length),
      m: numbersIn('m', fields.m, START.length),
      v: numbersIn('v', fields.v, START.length),
      t: numberIn('t', fields.t),
    }
  },
})
