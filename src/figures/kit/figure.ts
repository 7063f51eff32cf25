import type { Mark } from './markTypes.ts'
import type { Language, Point, Text } from './types.ts'

export type { Language, Mark, Point, Text }

interface BaseParameter {
  label: Text
  /**
   * Condition for the parameter to have an effect: values required of other parameters. Of several conditions one has
   * to hold. Otherwise its control is disabled. Default: always.
   */
  when?: Condition | readonly Condition[]
}

/** Values of other parameters, by name: each must be in its list, or pass its test. */
export type Condition = Readonly<
  Record<string, readonly (string | number | boolean)[] | ((value: never) => boolean)>
>

/** A number, set with a slider and a number field. */
export interface NumberParameter extends BaseParameter {
  kind: 'number'
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
export interface ChoiceParameter extends BaseParameter {
  kind: 'choice'
  options: readonly { value: string; label: Text }[]
  default: string
}

/** A point of the plane, dragged in a panel or set with two number fields. */
export interface PointParameter extends BaseParameter {
  kind: 'point'
  /** Labels of the two coordinates. */
  axes: readonly [Text, Text]
  min: number
  max: number
  step: number
  default: Point
}

/** A set of points of the plane: dragged, added and removed in a panel or with number fields. */
export interface PointsParameter extends BaseParameter {
  kind: 'points'
  /** Labels of the two coordinates. */
  axes: readonly [Text, Text]
  min: number
  max: number
  step: number
  /** Minimum (≥ 1) and maximum number of points. */
  fewest: number
  most: number
  default: readonly Point[]
  /** Sets that a state may name instead of writing them out, in a chapter and in an address. */
  named?: Readonly<Record<string, readonly Point[]>>
}

export interface ToggleParameter extends BaseParameter {
  kind: 'toggle'
  default: boolean
}

export type Parameter =
  NumberParameter | ChoiceParameter | PointParameter | PointsParameter | ToggleParameter
export type Parameters = Readonly<Record<string, Parameter>>

export type Value = number | string | boolean | Point | readonly Point[]

/** The type of the value of each kind of parameter. */
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

/** The names of a figure's parameters. */
export type Name<S extends Parameters> = keyof S & string

type PointNames<S extends Parameters> = Parameters extends S
  ? string
  : { [K in Name<S>]: S[K] extends PointParameter | PointsParameter ? K : never }[Name<S>]

/** A position scale: its domain in data units, and the label at its end. */
export interface Scale {
  domain: Point
  label: Text
  type?: 'linear' | 'log'
  /** Approximate number of ticks. 0 draws none. */
  ticks?: number
  /** Decimals of the tick labels. */
  decimals?: number
  /** Format of the tick labels, if `decimals` is not enough. */
  tickFormat?: (value: number) => string
}

/**
 * Marks that change together. `of` lists the parts of the model that they show: as long as every part is identical, the
 * layer is neither recomputed nor redrawn.
 */
export interface Layer<M> {
  name: string
  of(model: M): readonly unknown[]
  marks(model: M, language: Language): readonly Mark[]
  /** Marks may extend beyond the frame, such as labels beside it. Default false. */
  overflow?: boolean
  /** Computed and drawn once the reader pauses, because it takes longer than a frame. */
  deferred?: boolean
}

/** One picture of a figure, in a coordinate system of its own. */
export interface Panel<M> {
  name: string
  title: Text
  /** The share of the figure's width that the panel takes if there is room; a 'main' panel has two thirds beside it. */
  size: 'large' | 'main' | 'half' | 'third' | 'small'
  /** Size in CSS pixels at which lettering has its nominal size; the picture scales relative to it. */
  width: number
  height: number
  margin: { top: number; right: number; bottom: number; left: number }
  x(model: M): Scale
  y(model: M): Scale
  layers: readonly Layer<M>[]
  /** The scales of all its layers. */
  deferred?: boolean
}

/** A grip in a panel that drags a point parameter, or one for each point of a set. */
export interface Handle<N extends string, M> {
  parameter: N
  panel: Panel<M>
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

/** The proof that the solutions of a state are exact: their largest duality gap, relative to J at zero. */
export interface Certificate {
  relativeGap: number
  /** False without a proof, as for a search in a non-convex problem. */
  proved: boolean
}

/** Controls that belong together. */
export interface Group<N extends string = string> {
  label: Text
  items: readonly (N | Alternatives<N>)[]
}

/**
 * Lists of parameters of which at most one has an effect at a time: they share one place, so that nothing moves on a
 * change.
 */
export interface Alternatives<N extends string = string> {
  oneOf: readonly (readonly N[])[]
}

/**
 * A figure of the course as one declaration without DOM: parameters, model, panels and texts. The same declaration is
 * drawn at build time, drawn live and tested.
 */
export interface Figure<S extends Parameters = Parameters, M = unknown> {
  name: string
  title: Text
  parameters: S
  /** Every parameter, in the order of the controls. */
  groups: readonly Group<Name<S>>[]
  /** Position of the controls on a wide screen. */
  layout: 'beside' | 'below'
  /** Loads the data that `compute` needs for these values; undefined if they are loaded. */
  load?(values: Values<S>): Promise<void> | undefined
  /** Repairs a combination of valid values that makes no sense, such as one feature chosen twice. */
  settle?(values: Values<S>): Values<S>
  /** The options of a choice that are available in this state. Default: all. */
  offers?(name: Name<S>, option: string, values: Values<S>): boolean
  compute(values: Values<S>): M
  /**
   * Parts of `compute` that take long, each of which remembers its last result: in a movement each has a turn of its own,
   * so that no frame waits for all of them.
   */
  stages?: readonly ((values: Values<S>) => unknown)[]
  certificate(model: M): Certificate
  /** The numbers of this state by name: what its program prints, as one object. */
  numbers(model: M): Readonly<Record<string, number | readonly number[]>>
  panels: readonly Panel<M>[]
  handles?: readonly Handle<PointNames<S>, M>[]
  actions?: readonly Action<S>[]
  /**
   * Two or more representative states, by name: the visual record contains their pictures besides that of the declared
   * one.
   */
  pictures: Readonly<Record<string, Partial<Values<S>>>>
  readouts(model: M): readonly Readout[]
  /** The takeaway in one or two sentences: caption, text alternative and live region. */
  describe(model: M): Text
  table(model: M): Table
  /** A short program on `shrinkage` that prints the `numbers` of this state. */
  program(values: Values<S>): string
  /** The Chinese translations of the comments in that program, by the English comment. */
  comments: Readonly<Record<string, string>>
}

/** In a condition, the name of an unknown parameter, or a value that the parameter never has, does not compile. */
type Checked<S extends Parameters> = {
  [K in keyof S]: S[K] extends { when: infer W }
    ? {
        when: W extends readonly Condition[]
          ? readonly CheckedCondition<S, W[number]>[]
          : CheckedCondition<S, W>
      }
    : unknown
}
type CheckedCondition<S extends Parameters, C> = {
  [K in keyof C]: K extends keyof S
    ? readonly ValueOf<S[K]>[] | ((value: ValueOf<S[K]>) => boolean)
    : never
}

/** Infers the type of a declaration, preserving the literal types of its options. */
export function defineFigure<const S extends Parameters, M>(
  figure: Figure<S, M> & { parameters: Checked<S> },
): Figure<S, M> {
  return figure
}
