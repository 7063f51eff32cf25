/**
 * Inserts a block at the end of a section of a chapter.
 *
 * @param chapter the text of the chapter
 * @param section id of the section's heading
 * @param block the block, with a line break at its end
 * @returns The new text, or undefined if there is no such section.
 */
export function withInserted(chapter: string, section: string, block: string): string | undefined {
  const lines = chapter.trimEnd().split('\n')
  let isCode = false
  let depth = 0
  let end = lines.length
  for (const [i, line] of lines.entries()) {
    if (/^\s*(`{3,}|~{3,})/.test(line)) isCode = !isCode
    const heading = isCode ? null : /^(#{2,6}) .*\{#([\w-]+)\}\s*$/.exec(line)
    if (!heading) continue
    if (depth > 0 && heading[1].length <= depth) {
      end = i
      break
    }
    if (depth === 0 && heading[2] === section) depth = heading[1].length
  }
  if (depth === 0) return undefined
  const before = lines.slice(0, end).join('\n').trimEnd()
  const after = lines.slice(end).join('\n')
  return `${before}\n\n${block}${after === '' ? '' : `\n${after}\n`}`
}
