/* Colours code without the editor, which is several times larger than its parser. */
import { highlightTree, tagHighlighter, tags, type Tag } from '@lezer/highlight'
import { parser } from '@lezer/javascript'
import { codeColor, type CodePart } from '../../../styles/codeTheme.ts'

/** Lezer's tags of each part of code that has a colour. */
export const parts: readonly { part: CodePart; tag: readonly Tag[] }[] = [
  {
    part: 'keyword',
    tag: [tags.keyword, tags.operatorKeyword, tags.modifier, tags.self, tags.definitionKeyword],
  },
  {
    part: 'literal',
    tag: [tags.string, tags.special(tags.string), tags.regexp, tags.number, tags.bool, tags.null],
  },
  { part: 'literal', tag: [tags.escape] },
  { part: 'comment', tag: [tags.comment] },
  { part: 'punctuation', tag: [tags.operator, tags.punctuation] },
]

/** The same for classes, which are the colours themselves where no style sheet of the editor is at hand. */
export const highlightColors = tagHighlighter(
  parts.map(({ part, tag }) => ({ tag, class: codeColor(part) })),
)

const typescript = parser.configure({ dialect: 'ts' })

/** Colours the lines of a block that have no colours yet, as the editor would. */
export function paint(text: HTMLElement): void {
  const code = text.textContent!
  const colors = colorsOf(code)
  let start = 0
  for (const line of text.querySelectorAll('.line')) {
    const content = line.textContent!
    if (!line.firstElementChild) line.replaceChildren(...runs(content, colors, start))
    start += content.length + 1
  }
}

/** The colour of each character; undefined for that of the block. */
function colorsOf(code: string): (string | undefined)[] {
  const colors = Array<string | undefined>(code.length).fill(undefined)
  highlightTree(typescript.parse(code), highlightColors, (from, to, names) => {
    colors.fill(names.split(' ').at(-1), from, to)
  })
  return colors
}

/** A line in parts of one colour; the code's colours for it begin at `start`. */
function runs(line: string, colors: readonly (string | undefined)[], start: number) {
  const parts: HTMLElement[] = []
  for (let from = 0; from < line.length;) {
    const color = colors[start + from]
    let to = from + 1
    while (to < line.length && colors[start + to] === color) to++
    const part = document.createElement('span')
    part.textContent = line.slice(from, to)
    part.style.color = color ?? ''
    parts.push(part)
    from = to
  }
  return parts
}
