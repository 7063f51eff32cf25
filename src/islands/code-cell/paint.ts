/*
 * Colours lines of code that have come after the page, such as those of a program that follows its figure. Word by word,
 * without a parser: that of the editor is a hundred times as large, and the editor has the last word anyway.
 */
import { codeColor, type CodePart } from '../../styles/codeTheme.ts'

const keywords = new Set(
  'as async await break case catch class const continue debugger default delete do else export extends finally for from function if import in instanceof interface let new of readonly return static super switch this throw try type typeof var void while yield'.split(
    ' ',
  ),
)
const literals = new Set(['true', 'false', 'null'])

/** The parts of a line: a comment, a string, a number, a word, other signs. */
const word =
  /(?<comment>\/\/.*|\/\*.*?\*\/)|(?<string>'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`(?:\\.|[^`\\])*`)|(?<number>\b\d[\w.]*(?:(?<=e)[-+]\d+)?)|(?<name>[\p{L}_$][\p{L}\p{N}_$]*)|(?<signs>[^\s\p{L}\p{N}_$'"`])/gu

/**
 * The coloured parts of a line, in order, and the plain text between them.
 *
 * @param line one line of a program, without what began before it: no middle of a comment
 */
export function coloredParts(line: string): { text: string; part?: CodePart }[] {
  const parts: { text: string; part?: CodePart }[] = []
  const add = (text: string, part?: CodePart) => {
    const last = parts.at(-1)
    if (last && last.part === part) last.text += text
    else if (text) parts.push({ text, ...(part && { part }) })
  }
  let end = 0
  for (const match of line.matchAll(word)) {
    add(line.slice(end, match.index))
    const { comment, string, number, name, signs } = match.groups!
    const isMember = line[match.index - 1] === '.' && line[match.index - 2] !== '.'
    if (comment) add(comment, 'comment')
    else if (string) add(string, 'literal')
    else if (number || (literals.has(name) && !isMember)) add(match[0], 'literal')
    else if (
      keywords.has(name) &&
      !isMember &&
      !/^\s*:/.test(line.slice(match.index + name.length))
    ) {
      add(name, 'keyword')
    } else add(match[0], signs ? 'punctuation' : undefined)
    end = match.index + match[0].length
  }
  add(line.slice(end))
  return parts
}

/**
 * Puts a line of code into an element, in its colours.
 *
 * @param element the element of the line
 * @param line its text
 */
export function paintLine(element: HTMLElement, line: string): void {
  element.replaceChildren(
    ...coloredParts(line).map(({ text, part }) => {
      if (!part) return text
      const span = element.ownerDocument.createElement('span')
      span.textContent = text
      span.style.color = codeColor(part)
      return span
    }),
  )
}
