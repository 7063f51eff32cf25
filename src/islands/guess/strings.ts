import { fixed } from '../../figures/kit/format.ts'
import type { Answer, Axis, GuessKind } from '../../figures/kit/guess.ts'
import type { Language, Text } from '../../figures/kit/types.ts'

/** The words of a question that is answered before the figure answers it. */
export const strings = {
  guess: { en: 'Guess first', zh: '先猜一猜' },
  commit: { en: 'That is my guess', zh: '就猜这个' },
  again: { en: 'Guess again', zh: '重新猜' },
  show: { en: 'Show me', zh: '直接看答案' },
  answer: { en: 'The answer', zh: '答案' },
  mine: { en: 'your guess', zh: '你猜的' },
  exact: { en: 'exact', zh: '准确答案' },
  right: { en: 'Right.', zh: '猜对了。' },
  off: { en: 'Not quite.', zh: '不太对。' },
  zeros: { en: 'Exactly zero', zh: '恰为零' },
  isZero: { en: 'is zero', zh: '为零' },
  isNot: { en: 'is not zero', zh: '不为零' },
  markHint: {
    en: 'Drag it, or use the arrow keys, with Shift in fine steps.',
    zh: '拖动它，或者用方向键移动，按住 Shift 微调。',
  },
  sketchHint: {
    en: 'Drag across the picture to sketch. By keyboard, up and down move a point, left and right go to its neighbours.',
    zh: '在图上横向拖动即可画出曲线。用键盘时，上下键移动一个点，左右键转到相邻的点。',
  },
} as const satisfies Record<string, Text>

/** What a value is called and printed as. */
export interface Told {
  kind: GuessKind
  axes: readonly Axis[]
  /** Names of the weights, of which some are zero. */
  names: readonly string[]
}

/** A value on an axis: as exact as its steps, or two digits on a logarithmic one. */
export function valueText({ step, scale }: Axis, value: number): string {
  if (value === 0) return '0'
  if (scale === 'log') return String(Number(value.toPrecision(2)))
  return fixed(value, Math.max(0, -Math.floor(Math.log10(step) + 1e-9)))
}

/** A guess or an answer in words, without a full stop: “w₁ = 0.91, w₂ = 0”. */
export function answerText(language: Language, { kind, axes, names }: Told, answer: Answer) {
  const comma = language === 'zh' ? '，' : ', '
  if (kind === 'zeros') {
    const zeros = names.filter((_, j) => answer[j] === 0)
    return zeros.length > 0 ? zeros.join(language === 'zh' ? '、' : ', ') : noneText[language]
  }
  const parts = answer.map((value, i) => {
    const axis = axes[i] ?? axes[0]
    const text = valueText(axis, value)
    return axis.label && kind !== 'curve' ? `${axis.label} = ${text}` : text
  })
  return parts.join(comma)
}

const noneText: Text = { en: 'none', zh: '没有' }

/** The exact answer, and the guess before it if there is one, as a sentence. */
export function comparisonText(language: Language, told: Told, truth: Answer, guess?: Answer) {
  const text = (name: 'mine' | 'exact', answer: Answer) => {
    const words = strings[name][language]
    const said = answerText(language, told, answer)
    return language === 'zh'
      ? `${words}：${said}。`
      : `${words.charAt(0).toUpperCase()}${words.slice(1)}: ${said}.`
  }
  const sentences = [...(guess ? [text('mine', guess)] : []), text('exact', truth)]
  return sentences.join(language === 'zh' ? '' : ' ')
}
