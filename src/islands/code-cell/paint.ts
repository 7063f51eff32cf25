/*
 * Colours code after the page: lines of a program that follows its figure, and parts that were folded. Word by word,
 * without a parser: that of the editor is a hundred times as large, and the editor has the last word anyway.
 */
import { codeColor, type CodePart } from '../../styles/codeTheme.ts'

const keywords = new Set(
  'as async await break case catch class const continue debugger default delete do else export extends finally for from function if import in instanceof interface let new of readonly return static super switch this throw try type typeof var void while yield'.split(
    ' ',
  ),
)
const literals = new Set(['true', 'false', 'null'])

/** The parts of code: a comment, a string, a number, a word, other signs. */
const word =
  /(?<comment>\/\/.*|\/\*[^]*?\*\/)|(?<string>'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`)|(?<number>\b\d[\w.]*(?:(?<=e)[-+]\d+)?)|(?<name>[\p{L}_$][\p{L}\p{N}_$]*)|(?<signs>[^\s\p{L}\p{N}_$'"`])/gu

/**
 * The coloured parts of code, in order, and the plain text between them.
 *
 * @param code a program or lines of one, without what began before them: no middle of a comment
 */
export function paintedParts(code: string): { text: string; part?: CodePart }[] {
  const parts: { text: string; part?: CodePart }[] = []
  const add = (text: string, part?: CodePart) => {
    const last = parts.at(-1)
    if (last && last.part === part) last.text += text
    else if (text) parts.push({ text, ...(part && { part }) })
  }
  let end = 0
  for (const match of code.matchAll(word)) {
    add(code.slice(end, match.index))
    const { comment, string, number, name, signs } = match.groups!
    const isMember = code[match.index - 1] === '.' && code[match.index - 2] !== '.'
    if (comment) add(comment, 'comment')
    else if (string) add(string, 'literal')
    else if (number || (literals.has(name) && !isMember)) add(match[0], 'literal')
    else if (
      keywords.has(name) &&
      !isMember &&
      !/^\s*:/.test(code.slice(match.index + name.length))
    ) {
      add(name, 'keyword')
    } else add(match[0], signs ? 'punctuation' : undefined)
    end = match.index + match[0].length
  }
  add(code.slice(end))
  return parts
}

/**
 * Puts a line of code into an element, in its colours.
 *
 * @param element the element of the line
 * @param line its text
 */
export function paintLine(element: HTMLElement, line: string): void {
  paint(element, paintedParts(line))
}

/** Colours the lines of a block that the build has left without colours. */
export function paintBlock(block: HTMLElement): void {
  block.removeAttribute('data-plain')
  for (const line of block.querySelectorAll<HTMLElement>('.line')) paintLine(line, line.textContent)
}

/**
 * Fetches a long listing and puts it into its box, without line numbers and with punctuation in ink, which takes a third
 * of the elements.
 *
 * @param box an empty element with `data-label`, the accessible name
 * @param address of the code as plain text
 */
export async function fetchListing(box: HTMLElement, address: string): Promise<void> {
  const answer = await fetch(address)
  if (!answer.ok) throw new Error(`${answer.status} for ${address}`)
  const parts = paintedParts(await answer.text())
  const block = document.createElement('pre')
  const code = document.createElement('code')
  block.className = 'code-block'
  block.tabIndex = 0
  block.role = 'group'
  block.ariaLabel = box.dataset.label!
  block.dataset.language = 'ts'
  paint(
    code,
    parts.map(({ text, part }) => (part === 'punctuation' ? { text } : { text, part })),
  )
  block.append(code)
  box.replaceChildren(block)
  box.removeAttribute('data-code-from')
}

function paint(element: HTMLElement, parts: ReturnType<typeof paintedParts>): void {
  element.replaceChildren(
    ...parts.map(({ text, part }) => {
      if (!part) return text
      const span = element.ownerDocument.createElement('span')
      span.textContent = text
      span.style.color = codeColor(part)
      return span
    }),
  )
}
