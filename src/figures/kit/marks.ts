import { sidesOf, type Anchor } from './anchor.ts'
import type {
  ArrowMark,
  Curve,
  DotSymbol,
  Mark,
  Moved,
  Placed,
  Style,
  TextMark,
} from './markTypes.ts'
import type { Point } from './types.ts'

/* Makes the marks of a figure from its data: the vocabulary in which a panel says what it draws. */

/** A style in which a colour may be a function of the datum. */
type StyleOf<D> = Omit<Style, 'fill' | 'stroke'> & {
  [K in 'fill' | 'stroke']?: string | ((datum: D) => string)
}

/** A number for each datum: always the same, that of a field, the result of a function, or the next of a list. */
type Numbers<D> =
  number | (keyof D & string) | ((datum: D, index: number) => number) | readonly number[]

/** Words for each datum: those of a field, the result of a function, or the next of a list. */
type Words<D> = (keyof D & string) | ((datum: D) => string) | readonly string[]

interface LineOptions<D> extends StyleOf<D> {
  x?: Numbers<D>
  y?: Numbers<D>
  /** Data of the same value here form one line. Default: all do. */
  z?: Numbers<D>
  curve?: Curve
  title?: (datum: D) => string
}

/** A line through data, which are points unless the options say where they are. */
export function line<D>(data: readonly D[], options: LineOptions<NoInfer<D>>): Mark {
  const { x = first, y = second, z = 0, curve = 'linear', title, ...style } = options
  const [xs, ys, zs] = [x, y, z].map((channel) => numbers(data, channel))
  const lines = new Map<number, Point[]>()
  const heads: D[] = []
  data.forEach((datum, i) => {
    const points = lines.get(zs[i])
    if (points) return void points.push([xs[i], ys[i]])
    lines.set(zs[i], [[xs[i], ys[i]]])
    heads.push(datum)
  })
  const titles = title && heads.map(title)
  return { mark: 'line', lines: [...lines.values()], curve, titles, style: styleOf(data, style) }
}

interface AreaOptions<D> extends StyleOf<D> {
  x: Numbers<D>
  y1: Numbers<D>
  y2: Numbers<D>
}

export function areaY<D>(
  data: readonly D[],
  { x, y1, y2, ...style }: AreaOptions<NoInfer<D>>,
): Mark {
  return {
    mark: 'area',
    x: numbers(data, x),
    y1: numbers(data, y1),
    y2: numbers(data, y2),
    style: styleOf(data, style),
  }
}

interface PlacedOptions<D> extends StyleOf<D>, Moved {
  x?: Numbers<D>
  y?: Numbers<D>
  frameAnchor?: Anchor
}

interface DotOptions<D> extends PlacedOptions<D> {
  r?: Numbers<D>
  symbol?: DotSymbol
  rotate?: number
  title?: (datum: D) => string
}

/** Dots at data, which are points unless the options say where they are. */
export function dot<D>(data: readonly D[], options: DotOptions<NoInfer<D>>): Mark {
  const {
    x,
    y,
    frameAnchor,
    dx,
    dy,
    r = 3,
    symbol = 'circle',
    rotate = 0,
    title,
    ...style
  } = options
  return {
    mark: 'dot',
    ...placed(data, { x, y, frameAnchor, dx, dy }),
    ...{ symbol, r: numbers(data, r), rotate, titles: title && data.map(title) },
    style: styleOf(data, style),
  }
}

export interface TextOptions<D> extends PlacedOptions<D> {
  text: Words<D>
  textAnchor?: TextMark['textAnchor']
  lineAnchor?: TextMark['lineAnchor']
  lineHeight?: number
  fontSize?: number
  fontWeight?: number
}

/** Words at data, which are points unless the options say where they are. */
export function text<D>(data: readonly D[], options: TextOptions<NoInfer<D>>): Mark {
  const {
    x,
    y,
    frameAnchor,
    dx,
    dy,
    text: said,
    lineHeight = 1,
    fontSize,
    fontWeight,
    ...rest
  } = options
  const { across, down } = sidesOf(frameAnchor)
  const { textAnchor = TEXT_ANCHORS[across], lineAnchor = down, ...style } = rest
  return {
    mark: 'text',
    ...placed(data, { x, y, frameAnchor, dx, dy }),
    ...{ words: words(data, said), textAnchor, lineAnchor, lineHeight, fontSize, fontWeight },
    style: styleOf(data, style),
  }
}

const TEXT_ANCHORS = { left: 'start', middle: 'middle', right: 'end' } as const

/** Straight arrows of one look. */
export const arrow = (
  pairs: ArrowMark['pairs'],
  { headLength, ...style }: Style & { headLength: number },
): Mark => ({ mark: 'arrow', pairs, headLength, style })

interface RuleXOptions<D> extends StyleOf<D> {
  x?: Numbers<D>
  y1?: Numbers<D>
  y2?: Numbers<D>
}

/** Vertical lines at data, which are numbers unless the options say where they are. */
export function ruleX<D>(
  data: readonly D[],
  { x, y1, y2, ...style }: RuleXOptions<NoInfer<D>>,
): Mark {
  return rule('x', data, [x, y1, y2], style)
}

interface RuleYOptions<D> extends StyleOf<D> {
  y?: Numbers<D>
  x1?: Numbers<D>
  x2?: Numbers<D>
}

/** Horizontal lines at data, which are numbers unless the options say where they are. */
export function ruleY<D>(
  data: readonly D[],
  { y, x1, x2, ...style }: RuleYOptions<NoInfer<D>>,
): Mark {
  return rule('y', data, [y, x1, x2], style)
}

function rule<D>(
  axis: 'x' | 'y',
  data: readonly D[],
  [at = Number, from, to]: (Numbers<D> | undefined)[],
  style: StyleOf<D>,
): Mark {
  return {
    ...{ mark: 'rule', axis, at: numbers(data, at) },
    from: numbersIf(data, from),
    to: numbersIf(data, to),
    style: styleOf(data, style),
  }
}

/** A closed polygon through the points. */
export const polygon = (points: readonly Point[], options: LineOptions<Point>): Mark =>
  line(points, { curve: 'linear-closed', ...options })

export const ellipse = (center: Point, radii: Point, angle: number, style: Style): Mark => ({
  mark: 'ellipse',
  center,
  radii,
  angle,
  style,
})

export const specks = (points: readonly Point[], style: Style): Mark => ({
  mark: 'specks',
  points,
  style,
})

const first = <D>(datum: D) => (datum as unknown as Point)[0]
const second = <D>(datum: D) => (datum as unknown as Point)[1]

function numbers<D>(data: readonly D[], channel: Numbers<D>): readonly number[] {
  if (typeof channel === 'number') return data.map(() => channel)
  if (typeof channel === 'string') return data.map((datum) => Number(datum[channel]))
  return typeof channel === 'function' ? data.map(channel) : channel
}

const numbersIf = <D>(data: readonly D[], channel: Numbers<D> | undefined) =>
  channel === undefined ? undefined : numbers(data, channel)

function words<D>(data: readonly D[], channel: Words<D>): readonly string[] {
  if (typeof channel === 'string') return data.map((datum) => String(datum[channel]))
  return typeof channel === 'function' ? data.map(channel) : channel
}

/** Where data are. Points have both positions; at an anchor of the frame, none but those that are given. */
function placed<D>(
  data: readonly D[],
  { x, y, frameAnchor, dx, dy }: Pick<PlacedOptions<D>, 'x' | 'y' | 'frameAnchor' | 'dx' | 'dy'>,
): Placed {
  const isPoint = x === undefined && y === undefined && frameAnchor === undefined
  return {
    ...{ count: data.length, anchor: frameAnchor, dx, dy },
    x: numbersIf(data, isPoint ? first : x),
    y: numbersIf(data, isPoint ? second : y),
  }
}

function styleOf<D>(data: readonly D[], { fill, stroke, ...others }: StyleOf<D>): Style {
  const each = (color: NonNullable<typeof fill>) =>
    typeof color === 'function' ? data.map(color) : color
  return { ...(fill && { fill: each(fill) }), ...(stroke && { stroke: each(stroke) }), ...others }
}
