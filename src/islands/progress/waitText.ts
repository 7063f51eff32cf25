import type { Language } from '../../figures/kit/types.ts'

/**
 * When a question is asked again.
 *
 * @param days in how many days
 */
export function waitText(language: Language, days: number): string {
  if (days <= 0) return language === 'zh' ? '今天到期' : 'due today'
  if (days === 1) return language === 'zh' ? '明天再问' : 'tomorrow'
  return language === 'zh' ? `${days} 天后再问` : `in ${days} days`
}
