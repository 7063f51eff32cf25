/** A place in a program, both from 1. */
export interface Place {
  line: number
  column?: number
}

/** The place of a program at which its text on the page was clicked. */
export function placeAt(text: HTMLElement, { clientX, clientY }: MouseEvent): Place | undefined {
  const caret = document.caretPositionFromPoint?.(clientX, clientY)
  if (!caret || !text.contains(caret.offsetNode)) return undefined
  const before = document.createRange()
  before.setStart(text, 0)
  before.setEnd(caret.offsetNode, caret.offset)
  const lines = before.toString().split('\n')
  return { line: lines.length, column: lines.at(-1)!.length + 1 }
}
