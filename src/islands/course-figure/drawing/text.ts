import type { TextMark } from '../../../figures/kit/markTypes.ts'
import type { Attributes, Shape } from './shape.ts'

/**
 * Words in lines.
 *
 * @param anchor the part of the lines that is at the place
 * @param lineHeight in em
 */
export function textShape(
  lines: readonly string[],
  x: number,
  y: number,
  anchor: TextMark['lineAnchor'],
  lineHeight = 1,
  own: Attributes = {},
): Shape {
  const start = { top: 0.71, middle: (164 - 100 * lines.length) / 200, bottom: 1 - lines.length }[
    anchor
  ]
  const drop = (i: number) => `${(start + i) * lineHeight}em`
  const transform = `translate(${x},${y})`
  if (lines.length === 1) {
    return {
      tag: 'text',
      attributes: { y: start ? drop(0) : undefined, transform, ...own },
      text: lines[0],
    }
  }
  const row = (text: string, i: number): Shape => ({
    tag: 'tspan',
    attributes: { x: 0, ...(i === 0 ? { y: drop(0) } : { dy: `${lineHeight}em` }) },
    text,
  })
  return { tag: 'text', attributes: { transform, ...own }, children: lines.map(row) }
}
