import type { Language } from '../../../figures/kit/figure.ts'
import type { Place } from '../place.ts'
import { CODE_MARKS } from '../run/proseMark.ts'
import type { Failure, FailureCode } from '../run/types.ts'
import { failures, gap, placeText, proseMarkText } from '../strings.ts'

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
  if (line) {
    const place = document.createElement('button')
    place.type = 'button'
    place.textContent = placeText(language, line, column)
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
