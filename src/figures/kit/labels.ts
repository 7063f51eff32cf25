import type { Point } from './figure.ts'
import { arrow, text } from './marks.ts'

export const LOSS = 'var(--dc-loss)'
export const INK = 'var(--dc-ink)'

/** Lets words stay legible on whatever lies below. */
export const HALO = { stroke: 'var(--dc-surface)', strokeWidth: 4, paintOrder: 'stroke' } as const

/** Words beside a point, offset in pixels. */
export function label(at: Point, words: string, [dx, dy]: Point, fill: string) {
  const options = { text: () => words, dx, dy, fill, fontSize: 14, fontWeight: 600 }
  return text([at], { ...options, ...HALO })
}

/** A straight arrow from one point to another. */
export const arrowBetween = (from: Point, to: Point, stroke: string) =>
  arrowsBetween([{ from, to }], stroke)

/** Straight arrows of one colour. */
export const arrowsBetween = (pairs: { from: Point; to: Point }[], stroke: string) =>
  arrow(pairs, {
    x1: (d) => d.from[0],
    y1: (d) => d.from[1],
    x2: (d) => d.to[0],
    y2: (d) => d.to[1],
    stroke,
    strokeWidth: 2.25,
    headLength: 7,
  })

/** Words in an upper corner of a panel, one row under the other. */
export function cornerWords(
  words: string,
  row: number,
  fill: string,
  side: 'left' | 'right' = 'right',
) {
  return text([0], {
    text: () => words,
    frameAnchor: `top-${side}`,
    textAnchor: side === 'right' ? 'end' : 'start',
    dx: side === 'right' ? -4 : 4,
    dy: 8 + 18 * row,
    fill,
    fontSize: 13,
    fontWeight: 600,
    ...HALO,
  })
}
