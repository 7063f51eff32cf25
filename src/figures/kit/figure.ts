import type { Mark } from './marks.ts'

/** The languages of the course. A text that lacks one of them does not compile. */
export type Language = 'en' | 'zh'
export type Text = Readonly<Record<Language, string>>

export type Point = readonly [x: number, y: number]

/** A number that the reader sets with a slider and a number field. */
export interface NumberParameter {
  kind: 'number'
  label: Text
  min: number
  max: number
  /** Values are `min` plus whole multiples of this; on a log scale, a decimal exponent's step. */
  step: number
  default: number
  scale?: 'linear' | 'log'
  /** Time-like: offers a play button that runs the value from `min` to `max`. */
  play?: boolean
}

/** One of a few named options. */
export interface ChoiceParameter {
  kind: 'choice'
  label: Text
  options: readonly { value: string; label: Text }[]
  default: string
}

/** A point of the plane, dragged in a panel or set by two number fields. */
export interface PointParameter {
  kind: 'point'
  label: Text
  /** Labels of the two coordinates. */
  axes: readonly [Text, Text]
  min: number
  max: number
  step: number
  default: Point
}

/** A set of points of the plane, in the reader's hands: dragged, added and removed in a panel or by number fields. */
export interface PointsParameter {
  kind: 'points'
  label: Text
  /** Labels of the two coordinates. */
  axes: readonly [Text, Text]
  min: number
  max: number
  step: number
  /** How few points may be left, ≥ 1, and how many there may be. */
  fewest: number
  most: number
  default: readonly Point[]
}

export interface ToggleParameter {
  kind: 'toggle'
  label: Text
  default: boolean
}

export type Parameter =
  NumberParameter | ChoiceParameter | PointParameter | PointsParameter | ToggleParameter
export type Parameters = Readonly<Record<string, Parameter>>

export type Value = number | string | boolean | Point | readonly Point[]

/** The value that a parameter of each kind takes. */
export type ValueOf<P extends Parameter> = P extends NumberParameter
  ? number
  : P extends ChoiceParameter
    ? P['options'][number]['value']
    : P extends PointParameter
      ? Point
      : P extends PointsParameter
        ? readonly Point[]
        : boolean

/** One state of a figure: a value for each of its parameters. */
export type Values<S extends Parameters = Parameters> = { readonly [K in keyof S]: ValueOf<S[K]> }

/** A position scale: its domain in data units, and the label at its end. */
export interface Scale {
  domain: Point
  label: Text
  type?: 'linear' | 'log'
  /** How many ticks to aim for. 0 draws none. */
  ticks?: number
  tickFormat?: (value: number) => string
}

/**
 * Marks that change together. `of` names the parts of the model they show: while each part is the identical value, the
 * layer is neither computed nor drawn again.
 */
export interface Layer<M> {
  name: string
  of(model: M): readonly unknown[]
  marks(model: M, language: Language): readonly Mark[]
  /** Marks may leave the frame, as labels beside it do. Default false. */
  overflow?: boolean
  /** Computed and drawn once the reader pauses, as it costs more than a frame allows. */
  deferred?: boolean
}

/** One picture of a figure, in a coordinate system of its own. */
export interface Panel<M> {
  name: string
  title: Text
  /** How much of the figure's width the panel takes where there is room; beside a 'main' one stand two thirds. */
  size: 'large' | 'main' | 'half' | 'third' | 'small'
  /** Size in CSS pixels at which lettering has its nominal size; the picture scales from there. */
  width: number
  height: number
  margin: { top: number; right: number; bottom: number; left: number }
  x(model: M): Scale
  y(model: M): Scale
  layers: readonly Layer<M>[]
  /** The same for all its layers. */
  deferred?: boolean
}

/** A grip in a panel that drags a point parameter, or one for each point of a set. */
export interface Handle {
  parameter: string
  panel: string
  /** The colour's meaning, a custom property of the style sheet such as '--dc-loss'. */
  color: string
}

/** A button that moves the figure to another state. */
export interface Action<S extends Parameters> {
  name: string
  label: Text
  apply(values: Values<S>): Values<S>
}

/** A number shown beside the picture. */
export interface Readout {
  name: string
  label: Text
  value: Text
}

/** The numbers behind a picture. Cells are numbers or short words. */
export interface Table {
  columns: readonly Text[]
  rows: readonly (readonly (number | string)[])[]
}

/** The proof that a state's solutions are exact: the largest duality gap among them, relative to J at zero. */
export interface Certificate {
  relativeGap: number
  /** False where no proof exists, as for a search in a non-convex problem. */
  proved: boolean
}

/**
 * Controls that belong together. An item is a parameter's name, or several lists of names of which at most one has an
 * effect at a time: they share one place, so that nothing moves when another takes it.
 */
export interface Group {
  label: Text
  items: readonly (string | readonly (readonly string[])[])[]
}

/**
 * A figure of the course as one declaration without DOM: what the reader sets, what the solver computes, what is drawn
 * and what is said. The same declaration is drawn at build time, drawn live and tested.
 */
export interface Figure<S extends Parameters = Parameters, M = unknown> {
  name: string
  title: Text
  parameters: S
  /** Every parameter, in the order of the controls. */
  groups: readonly Group[]
  /** Where the controls stand on a wide screen. */
  layout: 'beside' | 'below'
  /** Fetches what `compute` needs for these values; undefined when it is at hand. */
  load?(values: Values<S>): Promise<void> | undefined
  /** Mends a combination of valid values that makes no sense, such as one feature chosen twice. */
  settle?(values: Values<S>): Values<S>
  /** Whether a parameter has an effect in this state; its control is disabled when not. */
  enabled?(name: keyof S & string, values: Values<S>): boolean
  /** Which options of a choice can be taken in this state. Default all. */
  offers?(name: keyof S & string, option: string, values: Values<S>): boolean
  compute(values: Values<S>): M
  certificate(model: M): Certificate
  /** The numbers of this state by name: what the program of `code` prints, as one object. */
  numbers(model: M): Readonly<Record<string, number | readonly number[]>>
  panels: readonly Panel<M>[]
  handles?: readonly Handle[]
  actions?: readonly Action<S>[]
  readouts(model: M): readonly Readout[]
  /** The takeaway in one or two sentences: caption, text alternative and live region. */
  describe(model: M): Text
  table(model: M): Table
  /** A short program on `shrinkage` that prints the `numbers` of this state. */
  code(values: Values<S>): string
}

/** Gives a declaration its type without repeating it, and keeps the literal types of its options. */
export function defineFigure<const S extends Parameters, M>(figure: Figure<S, M>): Figure<S, M> {
  return figure
}
