import type { Problem } from '../../markdown/problems.ts'
import { lineAt, MARKUP, OBJECT, proseIn, type SourceFile } from './prose.ts'

const HAN = '\\p{Script=Han}'
/** Parts that need a space between them and Chinese: Latin words, numbers, formulas, code. */
const WORD = `[\\p{Script=Latin}\\p{Script=Greek}\\p{Nd}${OBJECT}]`
const FULL = '，。；：！？、（）“”‘’《》〈〉【】'

/** Faults of typesetting. The patterns apply to the text without markup. */
const RULES: [pattern: RegExp, message: (found: string) => string][] = [
  [
    new RegExp(`${HAN}${WORD}|${WORD}${HAN}`, 'gu'),
    (found) => `put a space between Chinese and what is not: ${shown(found)}`,
  ],
  [
    new RegExp(`${HAN}[,;:!?](?!\\w)|${HAN}\\.(?![\\w.])|[,;:!?]${HAN}`, 'gu'),
    (found) => `use full-width punctuation in Chinese: ${shown(found)}`,
  ],
  [
    new RegExp(`${HAN}\\(|\\)${HAN}|\\(${HAN}|${HAN}\\)`, 'gu'),
    (found) => `use full-width brackets （） in Chinese: ${shown(found)}`,
  ],
  [
    new RegExp(`${HAN}["']|["']${HAN}|[「」『』]`, 'gu'),
    (found) => `use the quotation marks “” in Chinese: ${shown(found)}`,
  ],
  [
    new RegExp(`[${FULL}] +${HAN}|${HAN} +[${FULL}]`, 'gu'),
    (found) => `no space stands beside full-width punctuation: ${shown(found)}`,
  ],
  [
    new RegExp(`${HAN} +${HAN}`, 'gu'),
    (found) => `no space stands within Chinese: ${shown(found)}`,
  ],
  [
    /[\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A]+/g,
    (found) => `write it half-width: ${shown(found)}`,
  ],
  [
    new RegExp(`${HAN}(?:\\.{3}|…(?!…)|--|—(?!—)(?=${HAN}))`, 'gu'),
    (found) => `write …… and —— in Chinese: ${shown(found)}`,
  ],
]

/** Programs have punctuation of their own. */
const isProgram = (file: string) => /\/(code|program)\.ts$/.test(file)

/**
 * Faults of typesetting in the Chinese texts: a missing space between Chinese and Latin letters,
 * digits or formulas, half-width punctuation, quotation marks other than “”.
 *
 * @param files Chapters, and files whose strings are texts for readers.
 */
export function chineseCopyProblems(files: readonly SourceFile[]): Problem[] {
  return files
    .filter(({ file }) => !isProgram(file))
    .flatMap(({ file, text }) =>
      proseIn({ file, text })
        .filter(({ language }) => language === 'zh')
        .flatMap((prose) => {
          const { line, places } = visible(prose.text)
          return RULES.flatMap(([pattern, message]) =>
            [...line.matchAll(pattern)].map(({ 0: found, index }) => ({
              file,
              line: lineAt(text, places[index]),
              rule: 'chinese-copy' as const,
              message: message(found),
            })),
          )
        }),
    )
}

/** The text that readers see, and the place of each of its characters in the file. */
function visible(text: string): { line: string; places: number[] } {
  const places = [...text.matchAll(new RegExp(`[^${MARKUP}]`, 'g'))].map(({ index }) => index)
  return { line: places.map((place) => text[place]).join(''), places }
}

function shown(found: string): string {
  return `“${found.replaceAll(OBJECT, '…')}”`
}
