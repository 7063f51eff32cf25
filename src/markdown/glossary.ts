import { readFileSync } from 'node:fs'
import { z } from 'astro/zod'
import katex from 'katex'
import { isNode, LineCounter, parseDocument, type Document } from 'yaml'
import { failOn, type Problem } from './problems.ts'

const text = z.string().trim().min(1)

const definition = text.superRefine((value, context) => {
  for (const [, formula] of value.matchAll(/\$([^$]+)\$/g)) {
    try {
      katex.renderToString(formula, { strict: 'error' })
    } catch (error) {
      const { message } = error as Error
      context.addIssue({ code: 'custom', message: `KaTeX rejects “${formula}”: ${message}` })
    }
  }
})

/** A term in one language. */
const wording = z.strictObject({
  term: text,
  sort: text.optional(),
  forms: z.array(text).default([]),
  definition,
  avoid: z
    .array(
      z.strictObject({
        not: text,
        use: text.optional(),
        why: text,
        except: z.array(text).default([]),
      }),
    )
    .default([]),
})

const entry = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'expected lowercase words and hyphens'),
  see: z
    .string()
    .regex(/^[a-z0-9-]+#[a-z0-9-]+$/, 'expected page#heading')
    .optional(),
  mark: z.boolean().default(false),
  en: wording,
  zh: wording,
})

/** A term of the course, in both languages. */
export type Term = z.infer<typeof entry> & {
  /** Line of the entry in its file, counted from 1. */
  line: number
}

/** A language of the glossary. */
export type TermLanguage = 'en' | 'zh'

/** Path of the glossary, relative to the root of the project. */
export const GLOSSARY = 'content/glossary.yaml'

/**
 * Reads the glossary and checks each entry.
 *
 * @param source Text of the YAML file.
 * @param file Its path, for messages.
 * @returns The valid entries, and a problem for each fault.
 */
export function parseGlossary(source: string, file = GLOSSARY): ParsedGlossary {
  if (last?.source !== source || last.file !== file) last = { source, file, ...parse(source, file) }
  return last
}

interface ParsedGlossary {
  terms: Term[]
  problems: Problem[]
}

/** The last result, since several checks and every page ask for the same glossary. */
let last: (ParsedGlossary & { source: string; file: string }) | undefined

function parse(source: string, file: string): ParsedGlossary {
  const lines = new LineCounter()
  const document = parseDocument(source, { lineCounter: lines })
  if (document.errors.length > 0) {
    const problems = document.errors.map(({ message, pos }) => ({
      file,
      line: lines.linePos(pos[0]).line,
      rule: 'glossary' as const,
      message: `not valid YAML: ${message.split('\n')[0]}`,
    }))
    return { terms: [], problems }
  }

  const entries: unknown = document.toJS() ?? []
  if (!Array.isArray(entries)) {
    return {
      terms: [],
      problems: [{ file, line: 1, rule: 'glossary', message: 'expected a list of terms' }],
    }
  }
  const terms: Term[] = []
  const problems: Problem[] = []
  for (const [index, value] of entries.entries()) {
    const { data, error } = entry.safeParse(value)
    if (data) terms.push({ ...data, line: lineOf(document, [index], lines) })
    for (const issue of error?.issues ?? []) {
      const name = String((value as { id?: unknown } | null)?.id ?? `entry ${index + 1}`)
      problems.push({
        file,
        line: lineOf(document, [index, ...issue.path], lines),
        rule: 'glossary',
        message: `${[name, ...issue.path].join('.')}: ${issue.message}`,
      })
    }
  }
  return { terms, problems: [...problems, ...contradictions(terms, file)] }
}

/** Line of the value at `path`, or of its nearest ancestor that exists. */
function lineOf(document: Document, path: readonly PropertyKey[], lines: LineCounter): number {
  const node = document.getIn(path, true)
  if (isNode(node) && node.range) return lines.linePos(node.range[0]).line
  return path.length === 0 ? 1 : lineOf(document, path.slice(0, -1), lines)
}

/** Ids and phrases that occur in two entries, and phrases that are both right and to be avoided. */
function contradictions(terms: readonly Term[], file: string): Problem[] {
  const claims = (['en', 'zh'] as const).map((language) => ({
    language,
    right: new Map<string, Term>(),
  }))
  const ids = new Map<string, Term>()
  const problems: Problem[] = []
  const complain = ({ id, line }: Term, message: string) =>
    problems.push({ file, line, rule: 'glossary', message: `${id}: ${message}` })

  for (const term of terms) {
    const first = ids.get(term.id)
    if (first) complain(term, `the id is already taken in line ${first.line}`)
    ids.set(term.id, term)
    for (const { language, right } of claims) {
      for (const phrase of phrasesOf(term, language)) {
        const other = right.get(phrase)
        if (other) complain(term, `“${phrase}” already belongs to ${other.id}`)
        right.set(phrase, term)
      }
    }
  }
  for (const term of terms) {
    for (const { language, right } of claims) {
      for (const { not } of term[language].avoid) {
        const other = right.get(not)
        if (other) complain(term, `“${not}” is to be avoided here but right in ${other.id}`)
      }
    }
  }
  return problems
}

/** The term and its other right forms. */
export function phrasesOf(term: Term, language: TermLanguage): string[] {
  return [term[language].term, ...term[language].forms]
}

/** The glossary of the project in the current directory. Throws if it has a fault. */
export function loadGlossary(): Term[] {
  const { terms, problems } = parseGlossary(readFileSync(GLOSSARY, 'utf8'))
  failOn(problems)
  return terms
}
