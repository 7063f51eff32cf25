import { relative, sep } from 'node:path'

/** Something an author has to mend: where it is, and one sentence that says what is wanted. */
export interface Problem {
  /** Path of the file, relative to the root of the project. */
  file: string
  /** Line in that file, counted from 1. */
  line: number
  message: string
}

/** Problems that stop a build. Its message has one line for each: `file:line: what is wrong`. */
export class ContentError extends Error {
  readonly problems: readonly Problem[]

  constructor(problems: readonly Problem[]) {
    const lines = problems.map(({ file, line, message }) => `  ${file}:${line}: ${message}`)
    const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`
    super(`${count} in the content:\n${lines.join('\n')}`)
    this.name = 'ContentError'
    this.problems = problems
  }
}

/** Throws a `ContentError` with all problems, in the order of files and lines; silent without any. */
export function failOn(problems: readonly Problem[]): void {
  if (problems.length === 0) return
  throw new ContentError(
    problems.toSorted((a, b) => a.file.localeCompare(b.file) || a.line - b.line),
  )
}

/** `path` as a reader of a message wants it: relative to the current directory, with slashes. */
export function displayPath(path: string | undefined): string {
  return path === undefined ? 'unknown file' : relative('.', path).split(sep).join('/')
}
