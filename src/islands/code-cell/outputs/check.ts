import type { Language } from '../../../figures/kit/figure.ts'
import { gap, strings } from '../strings.ts'

/** What a check of the program misses. Of checks that hold there is nothing to say. */
export function checkElement(message: string, language: Language): HTMLElement {
  const element = document.createElement('p')
  element.className = 'cell-check'
  const verdict = document.createElement('strong')
  verdict.textContent = strings.failed[language]
  element.append(verdict, gap[language], message)
  return element
}
