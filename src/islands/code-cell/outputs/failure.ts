import type { Language } from '../../../figures/kit/figure.ts'
import type { Place } from '../place.ts'
import { CODE_MARKS } from '../run/proseMark.ts'
import { failures, gap, placeText, proseMarkText } from '../strings.ts'
import { clipped, countIn, fieldsOf, Malformed } from './meter.ts'

/** Why a program did not come to its end, as its worker tells it. */
const OF_WORKERS = [
  'syntax',
  'error',
  'unknown-import',
  'out-of-memory',
  'too-much-output',
] as const

export type FailureCode =
  | (typeof OF_WORKERS)[number]
  | 'time-limit'
  /** The code was not compiled in time. */
  | 'too-complex'
  | 'stopped'
  /** The browser could not start the sandbox at all. */
  | 'unavailable'

/** A failure, and where in `Program.code` it happened, if that is known. */
export interface Failure extends Partial<Place> {
  code: FailureCode
  /** As the engine or `shrinkage` puts it; the page adds its own words for the codes that are its own. */
  message: string
  /** The code of an error of `shrinkage`, such as 'length-mismatch'. */
  shrinkage?: string
  /** The mark of prose, such as “（”, at which the code slips. */
  proseMark?: string
}

const LONGEST_MESSAGE = 2000
const LONGEST_CODE = 50

/** @throws Malformed */
export function readFailure(value: unknown): Failure {
  const { code, message, shrinkage, line, column } = fieldsOf(value)
  const known = OF_WORKERS.find((each) => each === code)
  if (!known) throw new Malformed()
  return {
    code: known,
    message: clipped(message, LONGEST_MESSAGE),
    ...(shrinkage !== undefined && { shrinkage: clipped(shrinkage, LONGEST_CODE) }),
    ...(line !== undefined && { line: countIn(line), column: countIn(column) }),
  }
}

/** Failures whose message tells something that our own words do not. */
const TELLING: readonly FailureCode[] = ['syntax', 'error', 'unknown-import', 'unavailable']

/** Why a program failed, in the reader's words and in the engine's, and a way to the place where it did. */
export function failureElement(
  { code, message, proseMark, line, column }: Failure,
  language: Language,
  goTo: (place: Place) => void,
): HTMLElement {
  const box = document.createElement('div')
  box.className = 'cell-failure'
  const words = document.createElement('p')
  words.append(failures[code][language])
  box.append(words)
  if (line && column) {
    const place = document.createElement('button')
    place.type = 'button'
    place.textContent = placeText(language, { line, column })
    place.addEventListener('click', () => goTo({ line, column }))
    words.append(gap[language], place)
  }
  if (proseMark) {
    const hint = document.createElement('p')
    hint.textContent = proseMarkText(language, proseMark, CODE_MARKS[proseMark])
    box.append(hint)
  } else if (TELLING.includes(code)) {
    const verbatim = document.createElement('pre')
    verbatim.textContent = message
    box.append(verbatim)
  }
  return box
}
