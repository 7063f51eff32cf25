import { closest } from 'fastest-levenshtein'
import { GLOSSARY, parseGlossary, phrasesOf, type Term } from '../../markdown/glossary.ts'
import { phraseFinder, type Match } from '../../markdown/phrases.ts'
import type { Problem } from '../../markdown/problems.ts'
import { lineAt, proseIn, type Prose, type SourceFile } from './prose.ts'

/** A variant that the glossary rejects. */
interface Ruled {
  not: string
  use: string
  why: string
}

/**
 * Disagreements between the glossary and the texts: faults of the glossary itself, headings that it names and no
 * chapter has, rejected variants in a text, and unknown ids.
 *
 * @param files The glossary, and all files with texts for readers: chapters, figures, data.
 *
 * @example
 * failOn(glossaryProblems(await readTexts('.')))
 */
export function glossaryProblems(files: readonly SourceFile[]): Problem[] {
  const glossary = files.find(({ file }) => file === GLOSSARY)
  if (!glossary) {
    const message = 'expected the glossary in this file'
    return [{ file: GLOSSARY, line: 1, rule: 'glossary', message }]
  }

  const { terms, problems } = parseGlossary(glossary.text, glossary.file)
  const find = {
    en: phraseFinder(ruledPhrases(terms, 'en')),
    zh: phraseFinder(ruledPhrases(terms, 'zh')),
  }
  const texts = files.filter((file) => file !== glossary)
  return [
    ...problems,
    ...missingHeadings(terms, texts),
    ...texts.flatMap((source) => [
      ...proseIn(source).flatMap((prose) => variants(source, prose, find[prose.language])),
      ...unknownIds(source, new Set(terms.map(({ id }) => id))),
    ]),
  ]
}

/** Right phrases (without a value) together with those to be avoided: the longest match at a place decides. */
function ruledPhrases(
  terms: readonly Term[],
  language: Prose['language'],
): Map<string, Ruled | undefined> {
  const phrases = new Map<string, Ruled | undefined>()
  for (const term of terms) {
    for (const phrase of phrasesOf(term, language)) phrases.set(phrase, undefined)
    for (const { except } of term[language].avoid) {
      for (const phrase of except) phrases.set(phrase, undefined)
    }
  }
  for (const term of terms) {
    for (const { not, use = term[language].term, why } of term[language].avoid) {
      phrases.set(not, { not, use, why })
    }
  }
  return phrases
}

function variants(
  { file, text }: SourceFile,
  prose: Prose,
  find: (text: string) => Match<Ruled | undefined>[],
): Problem[] {
  return find(prose.text).flatMap(({ index, value }) => {
    if (!value) return []
    const { not, use, why } = value
    const message = `write “${use}” instead of “${not}”: ${why}`
    return [{ file, line: lineAt(text, index), rule: 'term' as const, message }]
  })
}

/** Unknown terms in the links and the front matter of chapters. */
function unknownIds({ file, text }: SourceFile, ids: ReadonlySet<string>): Problem[] {
  if (!/\.mdx?$/.test(file)) return []
  const links = text.matchAll(/(?<=\/glossary\/#)[\w-]+/g)
  const listed = [...text.matchAll(/(?<=^unmarkedTerms:[ \t]*\[)[^\]]*/gm)].flatMap((list) =>
    [...list[0].matchAll(/[\w-]+/g)].map((id) => ({ 0: id[0], index: list.index + id.index })),
  )
  return [...links, ...listed]
    .filter(({ 0: id }) => !ids.has(id))
    .map(({ 0: id, index }) => ({
      file,
      line: lineAt(text, index),
      rule: 'glossary' as const,
      message: `${GLOSSARY} has no term “${id}”; did you mean “${closest(id, [...ids])}”?`,
    }))
}

function missingHeadings(terms: readonly Term[], sources: readonly SourceFile[]): Problem[] {
  return terms.flatMap(({ id, see, line }) => {
    if (see === undefined) return []
    const [page, heading] = see.split('#')
    return (['en', 'zh'] as const).flatMap((language) => {
      const path = `content/docs/${language}/${page}.mdx`
      const chapter = sources.find(({ file }) => file === path)
      if (chapter?.text.includes(`{#${heading}}`)) return []
      const missing = chapter ? `${path} has no heading {#${heading}}` : `there is no ${path}`
      return [{ file: GLOSSARY, line, rule: 'glossary' as const, message: `${id}.see: ${missing}` }]
    })
  })
}
