import type { GradientDescentState } from 'shrinkage'
import type { Readout, Table, Text } from '../kit/figure.ts'
import { fixed, listed, percent, readout, same, scientific, unbounded } from '../kit/format.ts'
import type { DecayModel } from './model.ts'
import { STEPS } from './parameters.ts'

/** The length of the weights, without θ₀. */
const normOf = ({ parameters }: GradientDescentState) => Math.hypot(parameters[1], parameters[2])

export function readouts(model: DecayModel): Readout[] {
  const { values, penalized, plain, factor, stability, kept, decay, goal } = model
  const { step } = values
  const both = (value: (state: GradientDescentState) => number): Text => {
    const [withPenalty, without] = [penalized, plain].map((run) => unbounded(value(run[step])))
    return listed(withPenalty, without)
  }
  return [
    readout('factor', 'Factor 1 − αλ/m', '因子 1 − αλ/m', fixed(factor, 3)),
    readout(
      'stability',
      'α(hmax + λ/m), limit 2',
      'α(hmax + λ/m)，上限 2',
      fixed(stability.penalized, 3),
    ),
    readout('norm', '‖θ‖ with, without', '‖θ‖：有 / 无惩罚', both(normOf)),
    readout(
      'intercept',
      'θ₀ with, without',
      'θ₀：有 / 无惩罚',
      normOf(penalized[step]) < LOST
        ? both(({ parameters }) => parameters[0])
        : { en: 'lost in rounding', zh: '淹没在舍入误差里' },
    ),
    readout('kept', 'Kept: h/(h + λ/m)', '保留比例 h/(h + λ/m)', listed(...kept.map(percent))),
    readout(
      'decay',
      'Penalty alone: L2, L1',
      '只有惩罚：L2，L1',
      listed(unbounded(decay.l2[step]), fixed(decay.l1[step])),
    ),
    readout('gap', 'Duality gap of θ*', 'θ* 的对偶间隙', scientific(Math.max(goal.dualityGap, 0))),
  ]
}

/** Length of the weights from which no digit of θ₀ is correct. */
const LOST = 1e9

export function describe(model: DecayModel): Text {
  const [update, alone] = [updateText(model), aloneText(model)]
  return { en: `${update.en} ${alone.en}`, zh: `${update.zh}${alone.zh}` }
}

/** Rounding error of a product that is exactly 2. */
const EDGE = 1e-9

function updateText({ values, penalized, factor, stability }: DecayModel): Text {
  const { step, lambda } = values
  const product = fixed(stability.penalized, 2)
  if (stability.penalized > 2 + EDGE) {
    const plain: Text =
      stability.plain < 2 - EDGE && lambda > 0
        ? { en: ' Without the penalty it would converge.', zh: '去掉惩罚，梯度下降本来是收敛的。' }
        : same('')
    return {
      en: `α(hmax + λ/m) = ${product} is above 2: an error along the steepest direction changes sign and grows at every step.${plain.en}`,
      zh: `α(hmax + λ/m) = ${product}，超过了 2：沿最陡方向的误差每一步都变号，而且越来越大。${plain.zh}`,
    }
  }
  if (stability.penalized >= 2 - EDGE) {
    return {
      en: 'α(hmax + λ/m) is exactly 2: an error along the steepest direction changes sign at every step and never fades.',
      zh: 'α(hmax + λ/m) 恰好是 2：沿最陡方向的误差每一步都变号，大小却不变。',
    }
  }
  if (factor < 0) {
    return {
      en: `αλ/m = ${fixed(1 - factor)} is above 1: the factor ${fixed(factor)} turns the sign of every weight. The run still converges, as α(hmax + λ/m) = ${product} is below 2.`,
      zh: `αλ/m = ${fixed(1 - factor)}，超过了 1：因子 ${fixed(factor)} 让每个权重变号。但 α(hmax + λ/m) = ${product}，小于 2，所以梯度下降仍然收敛。`,
    }
  }
  const [from, to] = [penalized[step], penalized[step + 1]].map(normOf)
  const change: Text =
    to > from + EDGE
      ? { en: 'the weights grow', zh: '权重变大' }
      : to < from - EDGE
        ? { en: 'the weights shrink', zh: '权重变小' }
        : { en: 'the weights keep their length', zh: '权重大小不变' }
  const lengths = `${fixed(from, 3)} → ${fixed(to, 3)}`
  return {
    en: `Step ${step + 1} multiplies both weights by ${fixed(factor, 3)}, not θ₀, and adds the data step; altogether ${change.en}, ‖θ‖ = ${lengths}.`,
    zh: `第 ${step + 1} 步把两个权重乘以 ${fixed(factor, 3)}（θ₀ 不乘），再加上梯度步；合起来${change.zh}，‖θ‖ ${lengths}。`,
  }
}

function aloneText({ values, factor, decay }: DecayModel): Text {
  const { step, lambda } = values
  if (lambda === 0) {
    return {
      en: 'At λ = 0 both runs are the same.',
      zh: 'λ = 0 时，加不加惩罚，结果完全相同。',
    }
  }
  const arrives: Text =
    decay.l1Steps === undefined
      ? {
          en: `L1’s constant pull is not at zero after ${STEPS} steps`,
          zh: `L1 的恒定拉力走了 ${STEPS} 步还没有到零`,
        }
      : {
          en: `L1’s constant pull reaches zero at step ${decay.l1Steps}`,
          zh: `L1 的恒定拉力到第 ${decay.l1Steps} 步就到零`,
        }
  if (factor <= 0) {
    return {
      en: `Left to the penalty alone, ${arrives.en}.`,
      zh: `如果只有惩罚，${arrives.zh}。`,
    }
  }
  const left = decay.l2[step] < 0.005 ? scientific(decay.l2[step]) : fixed(decay.l2[step])
  return {
    en: `Left to the penalty alone, a weight of 1 is ${left} under L2 after ${step} ${step === 1 ? 'step' : 'steps'} and never zero; ${arrives.en}.`,
    zh: `如果只有惩罚，大小为 1 的权重在 L2 下过了 ${step} 步还有 ${left}，永远不会是零；${arrives.zh}。`,
  }
}

/** All steps of both runs and of the penalty alone. */
export function table({ penalized, plain, decay }: DecayModel): Table {
  const without = (name: string): Text => ({ en: `${name}, no penalty`, zh: `${name}（无惩罚）` })
  return {
    columns: [
      same('k'),
      same('θ₀'),
      same('θ₁'),
      same('θ₂'),
      same('‖θ‖'),
      without('θ₁'),
      without('θ₂'),
      { en: 'L2 alone', zh: '只有 L2' },
      { en: 'L1 alone', zh: '只有 L1' },
    ],
    rows: decay.l2.map((l2, k) => [
      k,
      ...penalized[k].parameters,
      normOf(penalized[k]),
      ...plain[k].parameters.slice(1),
      l2,
      decay.l1[k],
    ]),
  }
}

export function numbers(model: DecayModel) {
  const { values, penalized, plain, goal, factor, stability, kept, decay } = model
  const { parameters, shrinkStep, dataStep } = penalized[values.step]
  return {
    theta: [...parameters],
    shrinkStep: [...shrinkStep],
    dataStep: [...dataStep],
    next: [...penalized[values.step + 1].parameters],
    norms: [penalized[values.step], penalized[values.step + 1], plain[values.step]].map(normOf),
    plain: [...plain[values.step].parameters],
    ridge: [goal.intercept, ...goal.coefficients],
    factor,
    stability: [stability.penalized, stability.plain],
    kept,
    alone: [decay.l2[values.step], decay.l1[values.step]],
    l1Steps: decay.l1Steps ?? [],
  }
}
