import type { Anchor } from './anchor.ts'
import type { Point } from './types.ts'

/*
 * Marks as data. A figure names what it draws in units of its data, with the vocabulary of Observable Plot; a renderer
 * turns that into SVG, so that computing a figure needs no DOM.
 */

export type Mark =
  LineMark | AreaMark | DotMark | TextMark | ArrowMark | RuleMark | EllipseMark | SpecksMark

/** The look of a mark, as SVG attributes in camel case. A colour or a width may differ from datum to datum. */
export interface Style {
  fill?: string | readonly string[]
  fillOpacity?: number
  stroke?: string | readonly string[]
  strokeWidth?: number
  strokeOpacity?: number
  strokeLinejoin?: 'round'
  strokeLinecap?: 'butt' | 'round'
  strokeMiterlimit?: number
  strokeDasharray?: string
  paintOrder?: 'stroke'
  pointerEvents?: 'stroke'
}

export interface Moved {
  /** Offset in pixels, to the right and down. */
  dx?: number
  dy?: number
}

export interface LineMark {
  mark: 'line'
  /** A NaN is a gap. */
  lines: readonly (readonly Point[])[]
  curve: Curve
  /** Words that a pointer brings up, for each line. */
  titles?: readonly string[]
  style: Style
}
export type Curve = 'linear' | 'linear-closed' | 'catmull-rom'

/** The area between two lines over the same x. */
export interface AreaMark {
  mark: 'area'
  x: readonly number[]
  y1: readonly number[]
  y2: readonly number[]
  style: Style
}

/** Data at places in the plane. */
export interface Placed extends Moved {
  count: number
  x?: readonly number[]
  y?: readonly number[]
  anchor?: Anchor
}

export interface DotMark extends Placed {
  mark: 'dot'
  symbol: DotSymbol
  /** Radii in pixels. */
  r: readonly number[]
  /** Degrees, clockwise. */
  rotate: number
  titles?: readonly string[]
  style: Style
}
export type DotSymbol = 'circle' | 'diamond' | 'times' | 'triangle'

export interface TextMark extends Placed {
  mark: 'text'
  words: readonly string[]
  textAnchor: 'start' | 'middle' | 'end'
  lineAnchor: 'top' | 'middle' | 'bottom'
  /** In em. */
  lineHeight: number
  fontSize?: number
  fontWeight?: number
  style: Style
}

export interface ArrowMark {
  mark: 'arrow'
  pairs: readonly { from: Point; to: Point }[]
  /** Length of the head at a width of 1.5. */
  headLength: number
  style: Style
}

/** Straight lines in the direction of an axis, across the frame or from one place to another. */
export interface RuleMark {
  mark: 'rule'
  /** The axis on which their places are. */
  axis: 'x' | 'y'
  at: readonly number[]
  from?: readonly number[]
  to?: readonly number[]
  style: Style
}

/** An exact ellipse: no grid, no polyline. Both scales of the panel must have the same unit. */
export interface EllipseMark {
  mark: 'ellipse'
  center: Point
  /** Half axes in data units. */
  radii: Point
  /** Angle of the first half axis, radians, counterclockwise. */
  angle: number
  style: Style
}

/** Many equal round specks in one path: hundreds of points at the cost of one element. */
export interface SpecksMark {
  mark: 'specks'
  points: readonly Point[]
  style: Style
}
