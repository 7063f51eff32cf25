import { closest, distance } from 'fastest-levenshtein'
import { inContext, type Piece } from './excerpt.ts'
import { fillers, isChinese, patternOf, stem, wordsIn } from './words.ts'

/** What the build writes for each language: the text of the course, section by section. */
export interface SearchIndex {
  pages: readonly { title: string; path: string; weight: number }[]
  sections: readonly Section[]
  topics: readonly Topic[]
}

/** A section, or an entry of the glossary; the part above the first heading has the id ``. */
export interface Section {
  /** Its page, by position in the index. */
  page: number
  id: string
  title: string
  text: string
}

/** Phrases for one thing, and the section that explains it, by position in the index. */
export interface Topic {
  phrases: readonly string[]
  see?: number
}

export interface Found {
  /** The sections, best first. */
  results: readonly { section: Section; page: SearchIndex['pages'][number]; excerpt: Piece[] }[]
  /** What was searched for instead, if nothing has the words as they were typed. */
  instead?: string
}

/** A word or phrase of a query, with everything that counts as it. */
interface Part {
  written: string
  /** Each counts by its weight. */
  alternatives: readonly { pattern: RegExp; weight: number }[]
  see: ReadonlySet<number>
  /** It was typed in another way. */
  isCorrected?: boolean
}

/** How much a match counts: in the section that explains the topic, in a title, in an id, in the title of the page. */
const explains = 6
const inTitle = 4
const inId = 1
const inPageTitle = 0.7

/** A synonym counts less than the word itself, and so does one word of a phrase. */
const synonym = 0.7
const fraction = 0.25

/**
 * Makes the search over an index. The text of a course is short enough to be read through for every query.
 *
 * @param index what the build wrote
 * @returns the search: a query, as a reader types it, to the sections that answer it
 *
 * @example
 * const find = finder(index)
 * find('why sparse').results[0].section.title // 'Why L1 makes a weight exactly zero'
 */
export function finder(index: SearchIndex): (query: string) => Found {
  const sections = index.sections.map((section) => ({
    section,
    page: index.pages[section.page],
    // Ids are English words for what a section is about, in both languages.
    about: section.id.replaceAll('-', ' '),
  }))
  const meanLength =
    index.sections.reduce((sum, { text }) => sum + text.length, 0) / sections.length
  const phrases = index.topics.flatMap((topic) => topic.phrases)
  const topics = index.topics.map((topic) => ({
    ...topic,
    names: topic.phrases.map((phrase) => wordsIn(phrase, phrases)),
  }))
  const corpus = index.sections.map(({ title, text }) => `${title} ${text}`).join('\n')
  let vocabulary: string[] | undefined

  /** The words of a query; where topics have names of several words, these stay together. */
  function partsOf(query: string): Part[] {
    const all = joinSingles(wordsIn(query, phrases))
    const words = all.filter((word) => all.length === 1 || !fillers.has(word))
    const parts: Part[] = []
    for (let start = 0; start < words.length;) {
      const { length, named } = topicsAt(words.slice(start).map(stem))
      parts.push(partOf(words.slice(start, start + Math.max(length, 1)), named))
      start += Math.max(length, 1)
    }
    return parts
  }

  /** Puts Chinese characters that stand alone together again, where the course has them so: names such as 拉格朗日. */
  function joinSingles(words: readonly string[]): string[] {
    const joined: string[] = []
    for (const word of words) {
      const both = `${joined.at(-1)}${word}`
      const isPart =
        isChinese(both) && word.length === 1 && !fillers.has(word) && corpus.includes(both)
      const before = joined.at(-1)!
      if (isPart && !phrases.includes(before) && !fillers.has(before))
        joined[joined.length - 1] = both
      else joined.push(word)
    }
    return joined
  }

  /** The topics whose name begins a list of stems, by their longest name. */
  function topicsAt(stems: readonly string[]) {
    let length = 0
    let named: typeof topics = []
    for (const topic of topics) {
      for (const words of topic.names) {
        if (words.length < length || !words.every((word, index) => stems[index] === stem(word)))
          continue
        if (words.length > length) named = []
        length = words.length
        named.push(topic)
      }
    }
    return { length, named }
  }

  function partOf(words: readonly string[], named: typeof topics): Part {
    const others = named.flatMap(({ names }) => names)
    return {
      written: words.join(' '),
      alternatives: [
        { pattern: patternOf(words), weight: 1 },
        ...others.map((other) => ({ pattern: patternOf(other), weight: synonym })),
        ...(words.length > 1
          ? words.map((word) => ({ pattern: patternOf([word]), weight: fraction }))
          : []),
      ],
      see: new Set(named.flatMap(({ see }) => (see === undefined ? [] : [see]))),
    }
  }

  /** Whether there is anything to find: a section that explains the part, if not its words. */
  const has = ({ alternatives, see }: Part) =>
    see.size > 0 || alternatives.some(({ pattern }) => corpus.search(pattern) >= 0)

  /** What to search for in place of a part that occurs nowhere. */
  function repaired(part: Part): Part[] {
    const { written } = part
    if (isChinese(written)) {
      const pairs = Array.from({ length: written.length - 1 }, (_, at) => written.slice(at, at + 2))
      return pairs.map((pair) => partOf([pair], [])).filter(has)
    }
    const beginning = patternOf([written], true)
    if (corpus.search(beginning) >= 0) {
      return [{ ...part, alternatives: [{ pattern: beginning, weight: 1 }] }]
    }
    if (written.length < 4) return []
    vocabulary ??= [...new Set(wordsIn(corpus))].filter((word) => word.length > 3)
    const nearest = closest(written, vocabulary)
    if (distance(written, nearest) > (written.length < 7 ? 1 : 2)) return []
    return partsOf(nearest).map((other) => ({ ...other, isCorrected: true }))
  }

  return (query) => {
    const parts = partsOf(query).flatMap((part) => (has(part) ? [part] : repaired(part)))
    if (parts.length === 0) return { results: [] }

    const scores = parts.map((part) => sections.map((_, position) => scoreOf(part, position)))
    const rarity = scores.map((score) => {
      const hits = score.filter((value) => value > 0).length
      return Math.log(1 + (sections.length - hits + 0.5) / (hits + 0.5))
    })
    const whole = rarity.reduce((sum, value) => sum + value, 0)
    const ranked = sections
      .map((each, position) => {
        let score = 0
        let covered = 0
        for (const [index, rare] of rarity.entries()) {
          const value = scores[index][position]
          score += rare * value
          if (value > 0) covered += rare / whole
        }
        return { ...each, score: score * covered * each.page.weight, covered }
      })
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score)
    const best = Math.max(...ranked.map(({ covered }) => covered))
    const patterns = parts.flatMap(({ alternatives }) => alternatives.map(({ pattern }) => pattern))
    const instead = parts.map(({ written }) => written).join(' ')
    return {
      results: ranked
        .filter(({ covered }) => covered >= best / 2)
        .map(({ section, page }) => ({
          section,
          page,
          excerpt: inContext(section.text, patterns),
        })),
      ...(parts.some(({ isCorrected }) => isCorrected) && { instead }),
    }
  }

  /** How well a section matches one part of a query: 0 if it lacks it. */
  function scoreOf(part: Part, position: number): number {
    const { section, page, about } = sections[position]
    let best = 0
    for (const { pattern, weight } of part.alternatives) {
      const times = section.text.match(new RegExp(pattern, 'giu'))?.length ?? 0
      const titled = section.title.search(pattern) >= 0
      if (times === 0 && !titled) continue
      const score =
        (titled ? inTitle : 0) +
        (about.search(pattern) >= 0 ? inId : 0) +
        (page.title.search(pattern) >= 0 ? inPageTitle : 0) +
        times / (times + 0.5 + section.text.length / meanLength)
      best = Math.max(best, weight * score)
    }
    return best + (part.see.has(position) ? explains : 0)
  }
}
