import type { Language } from '../../../figures/kit/figure.ts'
import { gap, strings } from '../strings.ts'
import { clipped, type Fields, Malformed, type Meter } from './meter.ts'

/** One of the hidden checks of a challenge. */
export interface Check {
  kind: 'check'
  passed: boolean
  /** What is not so yet. */
  message: string
}

const LONGEST_MESSAGE = 1000

export function readCheck({ passed, message }: Fields, meter: Meter): Check {
  if (typeof passed !== 'boolean') throw new Malformed()
  return { kind: 'check', passed, message: meter.text(clipped(message, LONGEST_MESSAGE)) }
}

/** What a check of the program misses; nothing for a check that holds. */
export function* checkElements(
  { passed, message }: Check,
  language: Language,
): Generator<HTMLElement> {
  if (passed) return
  const element = document.createElement('p')
  element.className = 'cell-check'
  const verdict = document.createElement('strong')
  verdict.textContent = strings.failed[language]
  element.append(verdict, gap[language], message)
  yield element
}
