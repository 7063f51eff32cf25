import type { Fields, Meter } from './meter.ts'

/** What `print` and the methods of `console` show. */
export interface Print {
  kind: 'print'
  text: string
}

export const readPrint = ({ text }: Fields, meter: Meter): Print => ({
  kind: 'print',
  text: meter.text(text),
})

/** Longer blocks are continued in another one: each is laid out as a whole. */
const LONGEST_BLOCK = 1000

/** The blocks of a text, cut at the ends of lines where that is possible. */
export function* printBlocks(text: string): Generator<HTMLElement> {
  let start = 0
  do {
    const whole = start + LONGEST_BLOCK >= text.length
    const lastLine = whole ? text.length : text.lastIndexOf('\n', start + LONGEST_BLOCK)
    const end = lastLine > start ? lastLine : wholeCharacter(text, start + LONGEST_BLOCK)
    const block = document.createElement('pre')
    block.className = 'cell-print'
    block.textContent = `${text.slice(start, end)}\n`
    yield block
    start = text[end] === '\n' ? end + 1 : end
  } while (start < text.length)
}

/** The position, or the one before if a pair of surrogates would be parted there. */
const wholeCharacter = (text: string, position: number) =>
  /^[\udc00-\udfff]/.test(text.slice(position, position + 1)) ? position - 1 : position

/** Continues the block before with a further one, as on a console; false if it is not one, or has no room. */
export function continued(before: Element | null, block: HTMLElement): boolean {
  if (!before?.matches('.cell-print')) return false
  if (before.textContent!.length + block.textContent!.length > LONGEST_BLOCK) return false
  before.append(block.textContent!)
  return true
}
