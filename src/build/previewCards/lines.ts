import type { Language } from '../../figures/kit/figure.ts'

/** What may not begin a line, and what may not end one: brackets that open, and short words that lead on. */
const CLOSING = /^[\p{Pe}\p{Pf}，。：；？！、…—,.:;?!]/u
const OPENING = /[\p{Ps}\p{Pi}]\s*$|^[而和与或在]\s*$/u

/** Letters and signs other than Chinese: what is made of them, such as x₁ or 1-SE, stays in one line. */
const FOREIGN = String.raw`[!-~\p{Script=Greek}₀-₉⁰-⁹]`
const ENDS_FOREIGN = new RegExp(`${FOREIGN}$`, 'u')
const BEGINS_FOREIGN = new RegExp(`^${FOREIGN}`, 'u')

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
  const words = wordsOf(text, language)
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

/** The parts of a text between which a line may end, spaces included. */
function wordsOf(text: string, language: Language): string[] {
  const segments =
    language === 'zh'
      ? [...new Intl.Segmenter('zh', { granularity: 'word' }).segment(text)].map((s) => s.segment)
      : text.split(/(?<= )/)
  const words: string[] = []
  for (const segment of segments) {
    const last = words.at(-1)
    const joins =
      last !== undefined &&
      (CLOSING.test(segment) ||
        OPENING.test(last) ||
        segment.trim() === '' ||
        (ENDS_FOREIGN.test(last) && BEGINS_FOREIGN.test(segment)))
    if (joins) words[words.length - 1] += segment
    else words.push(segment)
  }
  return words
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
