import type { Language } from '../../../figures/figure.ts'
import type { Output } from '../run/protocol.ts'
import { strings } from '../strings.ts'

/** What a check of the program found. */
export function checkElement(
  { passed, message }: Extract<Output, { kind: 'check' }>,
  language: Language,
): HTMLElement {
  const element = document.createElement('p')
  element.className = 'cell-check'
  element.toggleAttribute('data-passed', passed)
  const verdict = document.createElement('strong')
  verdict.textContent = strings[passed ? 'passed' : 'failed'][language]
  element.append(verdict, ' ', message)
  return element
}
