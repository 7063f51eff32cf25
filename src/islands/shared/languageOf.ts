import type { Language } from '../../figures/kit/figure.ts'

/** The language of the course that a part of the page is written in. */
export function languageOf(element: Element): Language {
  return element.closest('[lang]')?.getAttribute('lang')?.startsWith('zh') ? 'zh' : 'en'
}
