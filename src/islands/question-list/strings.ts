import type { Language, Text } from '../../figures/kit/types.ts'
import { DAYS, daysUntil } from '../progress/ladder.ts'
import type { Asked } from '../progress/questions.ts'
import { waitText } from '../progress/waitText.ts'

export const strings = {
  unkept: {
    en: 'This browser keeps nothing, so the mark will go with the page.',
    zh: '这个浏览器不保存数据，关掉页面后标记就没有了。',
  },
} as const satisfies Record<string, Text>

/** How many questions are shown. */
export function countText(language: Language, count: number): string {
  if (language === 'zh') return `共 ${count} 题`
  return count === 1 ? '1 question' : `${count} questions`
}

/** The ladder of a question, its rungs up to the one on which it stands filled; nothing if it was never rated. */
export function rungsText(asked: Asked | undefined): string {
  const { rung } = asked?.standing ?? {}
  return rung === undefined ? '' : '●'.repeat(rung + 1) + '○'.repeat(DAYS.length - rung - 1)
}

/** How the last answer to a question was, where that matters, and when it is asked again. */
export function standingText(language: Language, asked: Asked | undefined, now: number): string {
  const standing = asked?.standing
  if (!standing || asked.known?.is) return ''
  const zh = language === 'zh'
  const { rating } = standing
  const was = { missed: zh ? '没答上' : 'missed', partly: zh ? '部分答对' : 'partly', knew: '' }[
    rating
  ]
  const days = daysUntil(standing, now)
  const when = `${days > 0 && !zh ? 'again ' : ''}${waitText(language, days)}`
  return [was, when].filter(Boolean).join(zh ? '，' : ', ')
}
