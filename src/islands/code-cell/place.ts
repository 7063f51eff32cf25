/** Line and column of a program, both from 1; columns count UTF-16 units, as engines and editors do. */
export interface Place {
  line: number
  column: number
}

/** The place of a position, from 0, in a text. */
export function placeOf(text: string, position: number): Place {
  const before = text.slice(0, position)
  return { line: before.split('\n').length, column: position - before.lastIndexOf('\n') }
}

/** The place of a program at which its text on the page was clicked. */
export function placeAt(text: HTMLElement, { clientX, clientY }: MouseEvent): Place | undefined {
  const caret = document.caretPositionFromPoint?.(clientX, clientY)
  if (!caret || !text.contains(caret.offsetNode)) return undefined
  const before = document.createRange()
  before.setStart(text, 0)
  before.setEnd(caret.offsetNode, caret.offset)
  return placeOf(before.toString(), before.toString().length)
}
