import type { Readout, Table, Text } from '../kit/figure.ts'
import { fixed, listed, readout, same, scientific, weight } from '../kit/format.ts'
import type { DerivativeModel, Run } from './model.ts'
import { STEPS } from './parameters.ts'

export function readouts(model: DerivativeModel): Readout[] {
  const { values, l1, l2, subgradient, proximal, landing, crossings } = model
  const { slope, lambda, step } = values
  const size = Math.abs(slope)
  const holds: Text =
    size <= lambda
      ? {
          en: `${fixed(size)} ≤ ${fixed(lambda)}: yes`,
          zh: `${fixed(size)} ≤ ${fixed(lambda)}：是`,
        }
      : { en: `${fixed(size)} > ${fixed(lambda)}: no`, zh: `${fixed(size)} > ${fixed(lambda)}：否` }
  const slopes = [slope - lambda, slope + lambda].map((value) => fixed(value))
  const off: Text = { en: 'off', zh: '未打开' }
  return [
    readout('condition', 'Is |d₀| ≤ λ?', '|d₀| ≤ λ？', holds),
    readout('slopes-l1', 'Slopes at 0, L1', '0 处左右斜率，L1', listed(...slopes)),
    readout('slope-l2', 'Slope at 0, L2', '0 处斜率，L2', fixed(slope)),
    readout('minima', 'Minimum L1, L2', '最小值点 L1，L2', listed(weight(l1.w), weight(l2.w))),
    readout(
      'subgradient',
      'Subgradient: w, sign changes',
      '次梯度：w，变号次数',
      subgradient ? listed(weight(subgradient[step]), crossings) : off,
    ),
    readout(
      'proximal',
      'Proximal: w, 0 from step',
      '近端：w，从第几步起为 0',
      proximal
        ? {
            en: `${weight(proximal[step])}, ${landing ?? 'never'}`,
            zh: `${weight(proximal[step])}，${landing ?? '未到'}`,
          }
        : off,
    ),
    readout('gap', 'Duality gap', '对偶间隙', scientific(Math.max(l1.gap, l2.gap))),
  ]
}

export function describe(model: DerivativeModel): Text {
  const sentences = [atZero(model), lowest(model), runs(model)]
  return {
    en: sentences
      .map(({ en }) => en)
      .filter(Boolean)
      .join(' '),
    zh: sentences.map(({ zh }) => zh).join(''),
  }
}

/** Sentence on the slopes at 0. */
function atZero({ values: { slope, lambda } }: DerivativeModel): Text {
  const [left, right] = [slope - lambda, slope + lambda].map((value) => fixed(value))
  if (lambda === 0) {
    return {
      en: `Without a penalty the slope at 0 is d₀ = ${fixed(slope)} on both sides.`,
      zh: `不加惩罚时，0 的左右两边斜率都是 d₀ = ${fixed(slope)}。`,
    }
  }
  if (Math.abs(slope) < lambda) {
    return {
      en: `The slope of L + λ|w| changes sign at 0, from ${left} to ${right}, so 0 is a minimum.`,
      zh: `L + λ|w| 的斜率在 0 处从 ${left} 跳到 ${right}，变了号，所以 0 是极小值点。`,
    }
  }
  if (Math.abs(slope) === lambda) {
    return {
      en: `|d₀| = λ: one of the two slopes of L + λ|w| at 0, ${left} and ${right}, is 0. The sign does not change, and 0 is still a minimum.`,
      zh: `|d₀| = λ：L + λ|w| 在 0 处的左右斜率是 ${left} 和 ${right}，其中一个为 0。没有变号，但 0 仍是极小值点。`,
    }
  }
  return {
    en: `The slope of L + λ|w| jumps at 0 from ${left} to ${right} without changing sign, so 0 is no minimum.`,
    zh: `L + λ|w| 的斜率在 0 处从 ${left} 跳到 ${right}，没有变号，所以 0 不是极小值点。`,
  }
}

/** Sentence on the minima. */
function lowest({ values, l1, l2 }: DerivativeModel): Text {
  const { slope, lambda, valley } = values
  const [first, second] = [weight(l1.w), weight(l2.w)]
  const ridge: Text =
    slope === 0
      ? same('')
      : {
          en: ` L + λw² keeps the slope ${fixed(slope)} at 0, and its minimum is at ${second}.`,
          zh: `L + λw² 在 0 处的斜率仍是 ${fixed(slope)}，最小值点是 ${second}。`,
        }
  if (lambda === 0) {
    return { en: `The lowest point is at ${first}.`, zh: `最小值点是 ${first}。` }
  }
  if (valley && l1.w !== 0 && Math.abs(slope) <= lambda) {
    return {
      en: `But only a local one: the second valley is lower, and the global minimum is at ${first}.${ridge.en}`,
      zh: `但只是局部的：第二个谷更低，全局最小值点是 ${first}。${ridge.zh}`,
    }
  }
  if (slope === 0 && !valley) {
    return { en: 'It is one of L + λw² too, as d₀ = 0.', zh: '因为 d₀ = 0，L + λw² 也一样。' }
  }
  return l1.w === 0
    ? { en: `It is the lowest point of all.${ridge.en}`, zh: `它就是全局最小值点。${ridge.zh}` }
    : {
        en: `The global minimum is at ${first}.${ridge.en}`,
        zh: `全局最小值点是 ${first}。${ridge.zh}`,
      }
}

/** Sentence on the two methods. */
function runs({ values, subgradient, proximal, landing, crossings }: DerivativeModel): Text {
  const { step } = values
  const near: Text | undefined = proximal && {
    en:
      landing === undefined
        ? `Proximal descent is at ${weight(proximal[step])} after step ${step}`
        : `Proximal descent is exactly 0 from step ${landing} on`,
    zh:
      landing === undefined
        ? `近端梯度下降到第 ${step} 步时在 ${weight(proximal[step])}`
        : `近端梯度下降从第 ${landing} 步起恰为 0`,
  }
  const jumps = subgradient && jumpsText(subgradient, crossings)
  if (near && jumps) return { en: `${near.en}; ${jumps.en}.`, zh: `${near.zh}；${jumps.zh}。` }
  if (jumps) return { en: `S${jumps.en.slice(1)}.`, zh: `${jumps.zh}。` }
  return near ? { en: `${near.en}.`, zh: `${near.zh}。` } : same('')
}

function jumpsText(run: Run, crossings: number): Text {
  const zeros = run.filter((w) => w === 0).length
  const never: Text =
    zeros === 0
      ? { en: 'and is never 0', zh: '没有一处是 0' }
      : {
          en: `and is 0 at ${zeros} of its ${STEPS + 1} places`,
          zh: `${STEPS + 1} 处中有 ${zeros} 处为 0`,
        }
  if (crossings === 0) {
    return {
      en: `subgradient descent never changes sign in ${STEPS} steps ${never.en}`,
      zh: `次梯度法 ${STEPS} 步里没有变号，${zeros === 0 ? '也' : ''}${never.zh}`,
    }
  }
  const times = crossings === 1 ? 'once' : `${crossings} times`
  return {
    en: `subgradient descent changes sign ${times} in ${STEPS} steps ${never.en}`,
    zh: `次梯度法 ${STEPS} 步里变号 ${crossings} 次，${never.zh}`,
  }
}

/** Both runs, step by step. */
export function table({ subgradient, proximal }: DerivativeModel): Table {
  const runs = [
    { name: { en: 'Subgradient', zh: '次梯度' }, run: subgradient },
    { name: { en: 'Proximal', zh: '近端' }, run: proximal },
  ].filter(({ run }) => run)
  const steps = runs[0]?.run ?? []
  return {
    columns: [same('k'), ...runs.map(({ name }) => name)],
    rows: steps.map((_, k) => [k, ...runs.map(({ run }) => run![k])]),
  }
}

export function numbers(model: DerivativeModel) {
  const { values, l1, l2, subgradient, proximal, landing, crossings } = model
  const { slope, lambda, step } = values
  return {
    slopesL1: [slope - lambda, slope + lambda],
    slopeL2: slope,
    l1: l1.w,
    l2: l2.w,
    objectives: [l1.objective, l2.objective],
    subgradient: subgradient ? subgradient[step] : [],
    proximal: proximal ? proximal[step] : [],
    crossings,
    landing: landing ?? [],
  }
}
