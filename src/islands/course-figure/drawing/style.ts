import type { Style } from '../../../figures/kit/markTypes.ts'
import type { Attributes } from './shape.ts'

/** The attributes of a style, without the colours of single data and without what SVG implies. */
export function attributesOf(style: Style): Attributes {
  const attributes: Record<string, string | number> = {}
  for (const [key, name, implied] of STYLE) {
    const value = style[key]
    if (value === undefined || value === implied || typeof value === 'object') continue
    attributes[name] = value
  }
  return attributes
}

const STYLE: readonly (readonly [key: keyof Style, name: string, implied?: string | number])[] = [
  ['fill', 'fill', 'currentColor'],
  ['fillOpacity', 'fill-opacity'],
  ['stroke', 'stroke', 'none'],
  ['strokeWidth', 'stroke-width', 1],
  ['strokeOpacity', 'stroke-opacity', 1],
  ['strokeLinejoin', 'stroke-linejoin'],
  ['strokeLinecap', 'stroke-linecap'],
  ['strokeMiterlimit', 'stroke-miterlimit'],
  ['strokeDasharray', 'stroke-dasharray'],
  ['paintOrder', 'paint-order'],
  ['pointerEvents', 'pointer-events'],
]

/** The colours of one datum. */
export const colorsOf = ({ fill, stroke }: Style, i: number): Attributes => ({
  fill: typeof fill === 'object' ? fill[i] : undefined,
  stroke: typeof stroke === 'object' ? stroke[i] : undefined,
})
