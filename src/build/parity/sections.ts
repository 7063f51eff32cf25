import { createHash } from 'node:crypto'

/** Name of the part before the first heading, frontmatter included. */
export const TOP = 'top'

/**
 * The text of each section of a chapter by the id of its heading; subsections are separate.
 *
 * @param chapter the text of a chapter
 * @returns A short hash of each, insensitive to white space, so that a reflow is no change.
 */
export function sectionHashes(chapter: string): Map<string, string> {
  const sections = new Map<string, string[]>()
  let current: string[] = []
  let isCode = false
  sections.set(TOP, current)
  for (const line of chapter.split('\n')) {
    if (/^\s*(`{3,}|~{3,})/.test(line)) isCode = !isCode
    const id = isCode ? undefined : /^#{2,6} .*\{#([\w-]+)\}\s*$/.exec(line)?.[1]
    if (id !== undefined) {
      current = []
      sections.set(id, current)
    }
    current.push(line)
  }
  return new Map([...sections].map(([id, lines]) => [id, hash(lines.join(' '))]))
}

function hash(text: string): string {
  return createHash('sha256').update(text.replace(/\s+/g, ' ').trim()).digest('hex').slice(0, 12)
}
