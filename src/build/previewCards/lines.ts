import type { Language } from '../../figures/kit/figure.ts'
import { lineParts } from '../../markdown/lineParts.ts'

/**
 * Breaks a text into as few lines as fit, of about the same width. Chinese breaks between words too.
 *
 * @param widthOf width of a text, in any unit
 * @param limit the greatest width of a line, in the same unit; a longer word stands alone
 */
export function balancedLines(
  text: string,
  language: Language,
  widthOf: (text: string) => number,
  limit: number,
): string[] {
  const words = lineParts(text, language)
  const best = filled(words, widthOf, limit)
  let [low, high] = [0, limit]
  while (high - low > limit / 100) {
    const middle = (low + high) / 2
    const lines = filled(words, widthOf, middle)
    const fits = lines.length <= best.length && lines.every((line) => widthOf(line) <= limit)
    if (fits) high = middle
    else low = middle
  }
  return high === limit ? best : filled(words, widthOf, high)
}

/** Lines that each hold as many words as fit. */
function filled(words: readonly string[], widthOf: (text: string) => number, limit: number) {
  const lines: string[] = []
  for (const word of words) {
    const longer = (lines.at(-1) ?? '') + word
    if (lines.length > 0 && widthOf(longer.trimEnd()) <= limit) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines.map((line) => line.trimEnd())
}
