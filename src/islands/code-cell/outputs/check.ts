import type { Language } from '../../../figures/kit/figure.ts'
import { gap, strings } from '../strings.ts'
import { type Fields, Malformed, type Meter } from './meter.ts'

/** One of the hidden checks of a challenge. */
export interface Check {
  kind: 'check'
  passed: boolean
  /** What is not so yet. */
  message: string
}

export function readCheck({ passed, message }: Fields, meter: Meter): Check {
  if (typeof passed !== 'boolean') throw new Malformed()
  return { kind: 'check', passed, message: meter.text(message) }
}

/** What a check of the program misses; undefined for a check that holds. */
export function checkElement(
  { passed, message }: Check,
  language: Language,
): HTMLElement | undefined {
  if (passed) return undefined
  const element = document.createElement('p')
  element.className = 'cell-check'
  const verdict = document.createElement('strong')
  verdict.textContent = strings.failed[language]
  element.append(verdict, gap[language], message)
  return element
}
