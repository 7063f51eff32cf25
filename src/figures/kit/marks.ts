import type {
  AreaYOptions,
  ArrowOptions,
  Data,
  DotOptions,
  LineOptions,
  RuleXOptions,
  RuleYOptions,
  TextOptions,
} from '@observablehq/plot'
import type { Point } from './figure.ts'

/**
 * A mark as data: the name of an Observable Plot mark with its data and options, or one of the two marks that Plot
 * lacks. The renderer turns it into SVG, so that computing a figure needs neither Plot nor DOM.
 */
export type Mark = PlotMark | EllipseMark | SpecksMark

interface PlotOptions {
  line: LineOptions
  dot: DotOptions
  text: TextOptions
  arrow: ArrowOptions
  areaY: AreaYOptions
  ruleX: RuleXOptions
  ruleY: RuleYOptions
}

export type PlotMark = {
  [K in keyof PlotOptions]: { mark: K; data: Data; options: PlotOptions[K] }
}[keyof PlotOptions]

interface Stroke {
  stroke: string
  strokeWidth?: number
  strokeOpacity?: number
  strokeDasharray?: string
}

/** An exact ellipse: no grid, no polyline. Both scales of the panel must have the same unit. */
export interface EllipseMark {
  mark: 'ellipse'
  center: Point
  /** Half axes in data units. */
  radii: Point
  /** Angle of the first half axis, radians, counterclockwise. */
  angle: number
  options: Stroke & { fill?: string; fillOpacity?: number }
}

/** Many equal round specks in one path: hundreds of points at the cost of one element. */
export interface SpecksMark {
  mark: 'specks'
  points: readonly Point[]
  options: Stroke
}

export const line = (data: Data, options: LineOptions): Mark => ({ mark: 'line', data, options })
export const dot = (data: Data, options: DotOptions): Mark => ({ mark: 'dot', data, options })
export const text = (data: Data, options: TextOptions): Mark => ({ mark: 'text', data, options })
export const arrow = (data: Data, options: ArrowOptions): Mark => ({ mark: 'arrow', data, options })
export const areaY = (data: Data, options: AreaYOptions): Mark => ({ mark: 'areaY', data, options })
export const ruleX = (data: Data, options: RuleXOptions): Mark => ({ mark: 'ruleX', data, options })
export const ruleY = (data: Data, options: RuleYOptions): Mark => ({ mark: 'ruleY', data, options })

/** A closed polygon through the points. */
export const polygon = (points: readonly Point[], options: LineOptions): Mark =>
  line(points as Point[], { curve: 'linear-closed', ...options })

export const ellipse = (
  center: Point,
  radii: Point,
  angle: number,
  options: EllipseMark['options'],
): Mark => ({ mark: 'ellipse', center, radii, angle, options })

export const specks = (points: readonly Point[], options: Stroke): Mark => ({
  mark: 'specks',
  points,
  options,
})
