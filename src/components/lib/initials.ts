import type { Locale } from './languages.ts'

/** For each initial letter in Pinyin, the first character that a dictionary lists under it. */
const FIRST_OF_LETTER = '阿八擦哒婀发旮哈击咔拉妈拿喔趴七然仨他挖夕丫匝'
const LETTERS = 'ABCDEFGHJKLMNOPQRSTWXYZ'

const collators = {
  en: new Intl.Collator('en', { sensitivity: 'base', ignorePunctuation: true }),
  zh: new Intl.Collator('zh-CN-u-co-pinyin'),
}

/** The letter that a word is listed under: in Chinese, the first letter of its Pinyin. */
export function initialOf(word: string): string {
  if (!/^\p{Script=Han}/u.test(word)) return word[0].toUpperCase()
  const index = [...FIRST_OF_LETTER].findLastIndex(
    (character) => collators.zh.compare(character, word) <= 0,
  )
  return LETTERS[index]
}

/**
 * Sorts items alphabetically, in Chinese by Pinyin, and groups them by initial.
 *
 * @param wordOf The word by which an item is sorted.
 */
export function byInitials<T>(
  things: readonly T[],
  locale: Locale,
  wordOf: (thing: T) => string,
): [initial: string, things: T[]][] {
  const groups = new Map<string, T[]>()
  for (const thing of things.toSorted((a, b) => collators[locale].compare(wordOf(a), wordOf(b)))) {
    const initial = initialOf(wordOf(thing))
    groups.set(initial, [...(groups.get(initial) ?? []), thing])
  }
  return [...groups].sort(([a], [b]) => a.localeCompare(b, 'en'))
}
