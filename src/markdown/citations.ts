/** An entry of a list of references: the work that citations in the text lead to. */
export interface Reference {
  /** Its id on the page: `ref-zou-2005`. */
  id: string
  /** Surnames of the authors, in order: `Zou`, `Hastie`. */
  surnames: readonly string[]
  year: string
}

/** A citation in a text. */
export interface Citation {
  /** Its start and length in the text. */
  index: number
  length: number
  text: string
  /** The entry that it names; undefined if the list has none. */
  reference?: Reference
}

const INITIALS = /^(?:\p{Lu}\p{Ll}?\.[- ]?)+/u

/**
 * Reads the entry of a list of references, `A. Author, B. Author (2005). Title …`; undefined if the text has another
 * form, as a remark has.
 *
 * @example
 * readReference('H. Zou, T. Hastie (2005). Regularization and …')?.id // 'ref-zou-2005'
 */
export function readReference(text: string): Reference | undefined {
  const [, authors, year] = /^(\p{Lu}[^()]*?)(?: et al\.)? \(((?:19|20)\d\d)\)\./u.exec(text) ?? []
  if (!authors) return undefined
  const surnames = authors.split(/, (?:and )?/).map((author) => author.replace(INITIALS, ''))
  const name = surnames[0].normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  return { id: `ref-${name.replace(/[^a-z]+/g, '-')}-${year}`, surnames, year }
}

const NAME = /(?:(?:van|von|de|der|den) )*\p{Lu}[\p{L}-]+/u.source
const NAMES = `${NAME}(?:(?:, |、)${NAME})*(?:,? and ${NAME}| 和 ${NAME}| et al\\.| 等)?`
const YEAR = '(?:19|20)\\d\\d(?!\\d)'
/** The forms of a citation after its names: `(2005)`, `, 2005`, `2005)`, and looser, `in 2005`. */
const FIRM = ` \\(${YEAR}\\)|（${YEAR}）|(?:, |，)${YEAR}(?=[).,;，；）]| and )| ${YEAR}(?=[);])`
const CITATION = new RegExp(
  `(?<names>${NAMES})(?<firm>${FIRM})|(?<loose>${NAMES}) in ${YEAR}`,
  'gu',
)

/**
 * The citations in a text: those that name an entry of the references in whatever form, and those that have the form of
 * a citation but no entry.
 *
 * @example
 * citationsIn('proved by Zou and Hastie (2005)', references)
 */
export function citationsIn(text: string, references: readonly Reference[]): Citation[] {
  return [...text.matchAll(CITATION)].flatMap((match) => {
    const { names = match.groups!['loose'], firm } = match.groups!
    const year = new RegExp(YEAR).exec(match[0])![0]
    const others = / et al\.$| 等$/.exec(names)?.[0] ?? ''
    const surnames = names.slice(0, names.length - others.length).split(/, |、|,? and | 和 /)
    // A capitalized word before the names is none of them: “… the Lasso, Zou 2006”.
    for (const first of surnames.keys()) {
      const cited = surnames.slice(first)
      const reference = references.find(
        (entry) => entry.year === year && isCitedAs(entry, cited, others !== ''),
      )
      if (!reference) continue
      const skipped = match[0].indexOf(cited[0], first === 0 ? 0 : surnames[0].length)
      const words = match[0].slice(skipped)
      return [{ index: match.index + skipped, length: words.length, text: words, reference }]
    }
    if (!firm) return []
    return [{ index: match.index, length: match[0].length, text: match[0] }]
  })
}

function isCitedAs({ surnames }: Reference, cited: readonly string[], hasOthers: boolean): boolean {
  return (
    (hasOthers || cited.length === surnames.length) &&
    cited.every((name, i) => name === surnames[i])
  )
}
