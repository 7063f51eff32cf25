/** How long a chapter takes, in minutes. */
export interface ReadingTime {
  /** To read it, without what is folded and without its challenges. */
  reading: number
  /** To solve its challenges. */
  challenges: number
}

/** Words per minute of English prose that holds formulas; characters per minute of Chinese prose. */
const WORDS = 180
const CHARACTERS = 300

/** Minutes for what is looked at rather than read: a displayed formula, a figure to play with, one panel of it, a challenge. */
const FORMULA = 1 / 3
const FIGURE = 1
const PANEL = 1 / 4
const CHALLENGE = 5

/**
 * How long a chapter takes: from its words and characters, its displayed formulas, its figures and its challenges. Code,
 * references and folded parts (derivations, hints) are not counted.
 *
 * @param chapter the body of its file
 *
 * @example
 * readingTime('Drag it.\n\n<Figure name="geometry" />') // { reading: 1, challenges: 0 }
 */
export function readingTime(chapter: string): ReadingTime {
  const count = (pattern: RegExp) => chapter.match(pattern)?.length ?? 0
  const formulas = count(/^\$\$\n/gm) / 2
  const panels = count(/<Figure\b[^>]*\bpanel=/g)
  const figures = count(/<Figure\b/g) - panels
  const prose = chapter
    .replace(/^## [^\n]*\{#references\}[^]*/m, '')
    .replace(/^(`{3,})[^]*?^\1$/gm, '')
    .replace(/<(Derivation|Hint)\b[^]*?<\/\1>/g, '')
    .replace(/^\$\$\n[^]*?^\$\$$/gm, '')
    .replace(/\$[^$]*\$|<Value\b[^]*?\/>/g, ' x ')
    .replace(/<Holds\b[^]*?\/>|<[^>]*>|\{#[\w-]+\}|\]\([^)]*\)/g, ' ')
  const characters = prose.match(/\p{Script=Han}/gu)?.length ?? 0
  const others = prose.replace(/\p{Script=Han}/gu, ' ').match(/\S*[\p{L}\p{N}]\S*/gu)?.length ?? 0
  const minutes =
    others / WORDS +
    characters / CHARACTERS +
    formulas * FORMULA +
    figures * FIGURE +
    panels * PANEL
  return { reading: Math.ceil(minutes), challenges: count(/^<Challenge\b/gm) * CHALLENGE }
}
