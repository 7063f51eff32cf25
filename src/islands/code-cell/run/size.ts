import type { Output, SvgNode } from './types.ts'

/** Roughly how many characters an output has. */
export function sizeOf(output: Output): number {
  switch (output.kind) {
    case 'print':
      return output.text.length
    case 'table':
      return lengthOf(output.columns) + output.rows.reduce((sum, row) => sum + lengthOf(row), 0)
    case 'plot':
      return sizeOfNode(output.svg)
    case 'progress':
      return output.label.length
    case 'check':
      return output.message.length
  }
}

const lengthOf = (texts: readonly string[]) => texts.reduce((sum, text) => sum + text.length + 1, 0)

function sizeOfNode({ tag, attributes, children }: SvgNode): number {
  const own = tag.length + lengthOf(Object.entries(attributes).flat())
  return children.reduce<number>(
    (sum, child) => sum + (typeof child === 'string' ? child.length : sizeOfNode(child)),
    own,
  )
}
