import type { VFile } from 'vfile'
import { displayPath, failOn } from './problems.ts'

/**
 * Rehype plugin: a formula that KaTeX rejects stops the build.
 *
 * `rehype-katex` only notes such a formula in the messages of the file, which nobody reads, and
 * puts its red source text into the page. Runs after `rehype-katex`.
 */
export function mathErrors() {
  return (_tree: unknown, file: VFile): void => {
    failOn(
      file.messages
        .filter((message) => message.source === 'rehype-katex')
        .map((message) => ({
          file: displayPath(file.path),
          line: lineOf(message),
          rule: 'katex',
          message: `KaTeX rejects a formula: ${reasonOf(message.cause)}`,
        })),
    )
  }
}

/** A formula of its own paragraph has lost its position; the element around it still has one. */
function lineOf(message: VFile['messages'][number]): number {
  const around = message.ancestors?.findLast((node) => node.position)
  return message.line ?? around?.position?.start.line ?? 1
}

/** What KaTeX says is wrong with a formula, in plain text. */
export function reasonOf(cause: unknown): string {
  const text = cause instanceof Error ? cause.message : String(cause)
  const underline = /\u0332/g // KaTeX marks the place of the error with combining characters
  return text.replace(/^KaTeX parse error: /, '').replace(underline, '')
}
