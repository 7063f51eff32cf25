import type { Point } from './figure.ts'
import { arrow, dot, text, type TextOptions } from './marks.ts'

/*
 * The colours of the course and the marks shared by all figures. A colour has one meaning everywhere: see
 * src/styles/tokens.css.
 */

export const L1 = 'var(--dc-l1)'
export const L2 = 'var(--dc-l2)'
export const ELASTIC = 'var(--dc-elastic)'
export const LOSS = 'var(--dc-loss)'
export const DATA = 'var(--dc-data)'
export const INK = 'var(--dc-ink)'
export const MUTED = 'var(--dc-muted)'
export const SURFACE = 'var(--dc-surface)'

/** The colour of a penalty; the norm that is not squared and other powers have none. */
export const penaltyColor = (penalty: 'l1' | 'l2' | 'norm' | 'elastic-net' | 'lq') =>
  ({ l1: L1, l2: L2, norm: INK, 'elastic-net': ELASTIC, lq: INK })[penalty]

/** Keeps words legible on any background. */
export const HALO = { stroke: SURFACE, strokeWidth: 4, paintOrder: 'stroke' } as const

/** Sets a dot off from any background. */
export const OUTLINE = { stroke: SURFACE, strokeWidth: 1.25 } as const

type WordOptions<D> = Omit<TextOptions<D>, 'text'>

/** The name of a drawn object: bold, in its colour. */
export const boldText = <D>(data: readonly D[], words: string, options: WordOptions<NoInfer<D>>) =>
  text(data, { text: () => words, fontSize: 13, fontWeight: 600, ...HALO, ...options })

/** Smaller words, for remarks. */
export const smallText = <D>(data: readonly D[], words: string, options: WordOptions<NoInfer<D>>) =>
  text(data, { text: () => words, fontSize: 11.5, ...HALO, ...options })

/** Words beside a point, offset in pixels. */
export const label = (at: Point, words: string, [dx, dy]: Point, fill: string) =>
  boldText([at], words, { dx, dy, fill, fontSize: 14 })

/** Words in an upper corner of a panel, in rows. */
export const cornerWords = (
  words: string,
  row: number,
  fill: string,
  side: 'left' | 'right' = 'right',
) =>
  boldText([0], words, {
    frameAnchor: `top-${side}`,
    textAnchor: side === 'right' ? 'end' : 'start',
    dx: side === 'right' ? -4 : 4,
    dy: 8 + 18 * row,
    fill,
  })

/** Dots that stand out from the lines below them. */
export const outlinedDot = (points: readonly Point[], fill: string, r = 4.5, outline = 1.25) =>
  dot(points, { r, fill, stroke: SURFACE, strokeWidth: outline })

/** A straight arrow from one point to another. */
export const arrowBetween = (from: Point, to: Point, stroke: string) =>
  arrowsBetween([{ from, to }], stroke)

/** Straight arrows of one colour. */
export const arrowsBetween = (pairs: { from: Point; to: Point }[], stroke: string) =>
  arrow(pairs, { stroke, strokeWidth: 2.25, headLength: 7 })
