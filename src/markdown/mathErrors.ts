import type { VFile } from 'vfile'
import { displayPath, failOn } from './problems.ts'

/**
 * Rehype plugin: a formula that KaTeX rejects stops the build.
 *
 * `rehype-katex` only adds a message to the file, which nobody reads, and shows the source in red on the page. Runs
 * after `rehype-katex`.
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

/** A display formula has lost its position; its parent still has one. */
function lineOf(message: VFile['messages'][number]): number {
  const around = message.ancestors?.findLast((node) => node.position)
  return message.line ?? around?.position?.start.line ?? 1
}

/** KaTeX's error message for a formula, in plain text. */
export function reasonOf(cause: unknown): string {
  const text = cause instanceof Error ? cause.message : String(cause)
  const underline = /\u0332/g // KaTeX marks the place of the error with combining characters
  return text.replace(/^KaTeX parse error: /, '').replace(underline, '')
}
