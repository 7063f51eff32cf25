import type { Language } from '../../figures/kit/figure.ts'

/** The course language of a part of the page. */
export function languageOf(element: Element): Language {
  return element.closest('[lang]')?.getAttribute('lang')?.startsWith('zh') ? 'zh' : 'en'
}
