import { loadGlossary, phrasesOf } from './glossary.ts'
import { phraseFinder } from './phrases.ts'

/** What may not begin a line, and what may not end one. */
const CLOSING = /^[\p{Pe}\p{Pf}，。：；？！、…—,.:;?!]/u
const OPENING = /[\p{Ps}\p{Pi}]\s*$/u

/** Chinese words of one character: they belong to the word before them, except those that lead on. */
const SINGLE = /^\p{Script=Han}$/u
const TRAILING = /^[的了吗呢吧么着过里中上下内外时后前项法解性化者]$/u
const LEADING =
  /^[而和与或在是有能会不没用对把被给从让带取做要将向最更很再又都也只就才怎哪某每各先若当为以由写画加]$/u

/** A part of so many characters takes no more words but those that never begin one. */
const LONG = 5

/** Signs between the two sides of a formula. */
const RELATION = /^[=→−<>≤≥]\s*$/u

/** Letters and signs other than Chinese: what is made of them, such as x₁ or 1-SE, stays in one line. */
const FOREIGN = String.raw`[!-~…\p{Script=Greek}₀-₉⁰-⁹]`
const ENDS_FOREIGN = new RegExp(`${FOREIGN}$`, 'u')
const BEGINS_FOREIGN = new RegExp(`^${FOREIGN}`, 'u')

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })

/**
 * The parts of a title between which a line may end, spaces included: the words of English, and in Chinese what is read
 * in one breath, terms of the glossary whole.
 *
 * @example
 * lineParts('L1 正则化能产生稀疏解，而 L2 不能？', 'zh') // ['L1 ', '正则化', '能产生', '稀疏解，', '而 L2 ', '不能？']
 */
export function lineParts(text: string, language: 'en' | 'zh'): string[] {
  if (language === 'en') return text.split(/(?<= )/)
  const parts: string[] = []
  let last = ''
  for (const word of chineseWords(text)) {
    const joins =
      last !== '' &&
      (CLOSING.test(word) ||
        OPENING.test(last) ||
        word.trim() === '' ||
        LEADING.test(last.trim()) ||
        RELATION.test(word) ||
        RELATION.test(last) ||
        (SINGLE.test(word) &&
          !LEADING.test(word) &&
          !CLOSING.test(last) &&
          (TRAILING.test(word) || SINGLE.test(last) || parts.at(-1)!.length < LONG)) ||
        // Of two words, one of which is so short that it would stand alone.
        (SINGLE.test(last) && parts.at(-1) === last) ||
        (ENDS_FOREIGN.test(last) && BEGINS_FOREIGN.test(word)))
    if (joins) parts[parts.length - 1] += word
    else parts.push(word)
    // A space does not end what a leading word has begun.
    last = word.trim() === '' ? last + word : word
  }
  return parts
}

/** HTML of a Chinese title whose lines may end between its parts only; to be set with `word-break: keep-all`. */
export const unbrokenWords = (title: string): string =>
  lineParts(title, 'zh')
    .map((part) => part.replaceAll('&', '&amp;').replaceAll('<', '&lt;'))
    .join('<wbr>')

/** The words of a Chinese text and what stands between them, the terms of the glossary whole. */
function chineseWords(text: string): string[] {
  const words: string[] = []
  const cut = (between: string) => {
    for (const { segment } of segmenter.segment(between)) words.push(segment)
  }
  let end = 0
  for (const { index, length } of findTerms(text)) {
    cut(text.slice(end, index))
    words.push(text.slice(index, index + length))
    end = index + length
  }
  cut(text.slice(end))
  return words
}

let terms: ReturnType<typeof phraseFinder<true>> | undefined

const findTerms: ReturnType<typeof phraseFinder<true>> = (text) =>
  (terms ??= phraseFinder(
    loadGlossary()
      .flatMap((term) => phrasesOf(term, 'zh'))
      .map((phrase) => [phrase, true]),
  ))(text)
