import { relative, sep } from 'node:path'

/** The rules that a chapter or a figure can break, as docs/rules.md explains them. */
export const RULES = [
  'mdx-syntax',
  'frontmatter',
  'chapter-number',
  'builds-on',
  'recap',
  'heading-id',
  'unknown-component',
  'figure-state',
  'figure-not-there',
  'unused-control',
  'far-from-figure',
  'assertion',
  'guess',
  'question',
  'repeated-id',
  'unknown-claim',
  'unknown-program',
  'unknown-solver-file',
  'unknown-equation',
  'unknown-reference',
  'cell',
  'challenge',
  'katex',
  'stray-dollar',
  'stray-asterisks',
  'wide-formula',
  'glossary',
  'term',
  'chinese-copy',
  'page-missing',
  'ids-differ',
  'blocks-differ',
  'broken-link',
  'link-to-other-language',
  'unpublished',
  'broken-promise',
  'import-law',
] as const

export type Rule = (typeof RULES)[number]

/** A fault that an author has to correct: its place, and one sentence on what is expected. */
export interface Problem {
  /** Path of the file, relative to the root of the project. */
  file: string
  /** Line in that file, counted from 1. */
  line: number
  rule: Rule
  message: string
}

/** Problems that stop the build. The message has a line for each: `file:line: what is wrong`. */
export class ContentError extends Error {
  readonly problems: readonly Problem[]

  constructor(problems: readonly Problem[]) {
    const lines = problems.map((problem) => `  ${sentenceOf(problem)}`)
    const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`
    super(`${count} in the content (explained in docs/rules.md):\n${lines.join('\n')}`)
    this.name = 'ContentError'
    this.problems = problems
  }
}

/** A problem as one line: `file:line: what is wrong (rule)`. */
export function sentenceOf({ file, line, message, rule }: Problem): string {
  return `${file}:${line}: ${message} (${rule})`
}

/** Throws a `ContentError` with all problems, in the order of files and lines, if there are any. */
export function failOn(problems: readonly Problem[]): void {
  if (problems.length === 0) return
  throw new ContentError(inOrder(problems))
}

/** Problems in the order of files and lines. */
export function inOrder(problems: readonly Problem[]): Problem[] {
  return problems.toSorted((a, b) => a.file.localeCompare(b.file) || a.line - b.line)
}

/** `path` for a message: relative to the current directory, with slashes. */
export function displayPath(path: string | undefined): string {
  return path === undefined ? 'unknown file' : relative('.', path).split(sep).join('/')
}
