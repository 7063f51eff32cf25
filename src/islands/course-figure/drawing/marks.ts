import { sidesOf } from '../../../figures/kit/anchor.ts'
import type {
  AreaMark,
  ArrowMark,
  DotMark,
  EllipseMark,
  LineMark,
  Mark,
  Placed,
  RuleMark,
  SpecksMark,
  Style,
  TextMark,
} from '../../../figures/kit/markTypes.ts'
import type { Point } from '../../../figures/kit/types.ts'
import { isPlace, pathOf, symbolPath } from './paths.ts'
import type { Frame } from './scale.ts'
import type { Attributes, Shape } from './shape.ts'
import { attributesOf, colorsOf } from './style.ts'
import { textShape } from './text.ts'

/** The element of a mark; undefined if there is nothing to draw. */
export function shapeOf(mark: Mark, frame: Frame): Shape | undefined {
  const shape = draw(mark, frame)
  return shape.children?.length === 0 ? undefined : shape
}

function draw(mark: Mark, frame: Frame): Shape {
  switch (mark.mark) {
    case 'line':
      return lines(mark, frame)
    case 'area':
      return area(mark, frame)
    case 'dot':
      return dots(mark, frame)
    case 'text':
      return words(mark, frame)
    case 'arrow':
      return arrows(mark, frame)
    case 'rule':
      return rules(mark, frame)
    case 'ellipse':
      return ellipse(mark, frame)
    case 'specks':
      return specks(mark, frame)
  }
}

const placeOf = ([x, y]: Point, frame: Frame): Point => [frame.x(x), frame.y(y)]

function lines({ lines, curve, titles, style }: LineMark, frame: Frame): Shape {
  return {
    ...group(style.stroke === 'none' ? style : { ...LINE, ...style }),
    children: lines.map((points, i) => ({
      tag: 'path',
      attributes: {
        d: pathOf(
          points.map((point) => placeOf(point, frame)),
          curve,
        ),
      },
      children: titleOf(titles?.[i]),
    })),
  }
}

const LINE: Style = {
  fill: 'none',
  strokeWidth: 1.5,
  strokeLinejoin: 'round',
  strokeLinecap: 'round',
}

function area({ x, y1, y2, style }: AreaMark, frame: Frame): Shape {
  const along = (heights: readonly number[]) => x.map((at, i) => placeOf([at, heights[i]], frame))
  const d = pathOf([...along(y2), ...along(y1).reverse()], 'linear-closed')
  return { ...group(style), children: d ? [{ tag: 'path', attributes: { d } }] : [] }
}

function dots({ symbol, r, rotate, titles, style, ...placed }: DotMark, frame: Frame): Shape {
  const places = placesOf(placed, frame)
  // A small dot is not hidden by a large one.
  const order = [...places.keys()].filter((i) => isPlace(places[i])).sort((a, b) => r[b] - r[a])
  return {
    ...group({ fill: 'none', strokeWidth: style.stroke ? 1.5 : undefined, ...style }, placed),
    children: order.map((i) => {
      const [x, y] = places[i]
      const children = titleOf(titles?.[i])
      const own = colorsOf(style, i)
      if (symbol === 'circle')
        return { tag: 'circle', attributes: { cx: x, cy: y, r: r[i], ...own }, children }
      const transform = `translate(${x},${y})${rotate ? ` rotate(${rotate})` : ''}`
      return {
        tag: 'path',
        attributes: { transform, d: symbolPath(symbol, r[i]), ...own },
        children,
      }
    }),
  }
}

function words(mark: TextMark, frame: Frame): Shape {
  const { style, textAnchor, lineAnchor, lineHeight, fontSize, fontWeight } = mark
  const places = placesOf(mark, frame)
  const outline: Style = style.stroke ? { strokeLinejoin: 'round' } : {}
  const font = {
    'text-anchor': textAnchor === 'middle' ? undefined : textAnchor,
    'font-size': fontSize,
    'font-weight': fontWeight,
  }
  return {
    ...group({ ...outline, ...style }, mark, font),
    children: mark.words.flatMap((said, i) =>
      said && isPlace(places[i])
        ? [textShape(said.split('\n'), ...places[i], lineAnchor, lineHeight, colorsOf(style, i))]
        : [],
    ),
  }
}

/** Angle between the shaft of an arrow and each side of its head, in radians. */
const WING = Math.PI / 6

const ARROW: Style = { fill: 'none', strokeWidth: 1.5, strokeLinecap: 'round', strokeMiterlimit: 1 }

function arrows({ pairs, headLength, style }: ArrowMark, frame: Frame): Shape {
  const longest = (headLength / 1.5) * (style.strokeWidth ?? 1.5)
  return {
    ...group({ ...ARROW, ...style }),
    children: pairs.flatMap(({ from, to }) => {
      const [[x1, y1], [x2, y2]] = [placeOf(from, frame), placeOf(to, frame)]
      const length = Math.hypot(x2 - x1, y2 - y1)
      if (!(length > 0)) return []
      const angle = Math.atan2(y2 - y1, x2 - x1)
      const head = Math.min(longest, length / 3)
      const [left, right] = [angle + WING, angle - WING].map(
        (wing) => `${x2 - head * Math.cos(wing)},${y2 - head * Math.sin(wing)}`,
      )
      const d = `M${x1},${y1}L${x2},${y2}M${left}L${x2},${y2}L${right}`
      return [{ tag: 'path', attributes: { d } }]
    }),
  }
}

function rules({ axis, at, from, to, style }: RuleMark, frame: Frame): Shape {
  const [along, across] = axis === 'x' ? [frame.x, frame.y] : [frame.y, frame.x]
  const [start, end] = axis === 'x' ? [frame.top, frame.bottom] : [frame.left, frame.right]
  return {
    ...group(style),
    children: at.map((value, i) => {
      const place = along(value)
      const [first, last] = [from ? across(from[i]) : start, to ? across(to[i]) : end]
      const ends =
        axis === 'x'
          ? { x1: place, x2: place, y1: first, y2: last }
          : { x1: first, x2: last, y1: place, y2: place }
      return { tag: 'line', attributes: { ...ends, ...colorsOf(style, i) } }
    }),
  }
}

function ellipse({ center, radii, angle, style }: EllipseMark, frame: Frame): Shape {
  const unit = frame.x(1) - frame.x(0)
  const [x, y] = placeOf(center, frame).map((place) => place.toFixed(2))
  // The screen's y axis points down, so the angle changes its sign.
  const turn = ((-angle * 180) / Math.PI).toFixed(3)
  return {
    tag: 'ellipse',
    attributes: {
      rx: (radii[0] * unit).toFixed(2),
      ry: (radii[1] * unit).toFixed(2),
      transform: `translate(${x} ${y}) rotate(${turn})`,
      ...attributesOf({ fill: 'none', ...style }),
    },
  }
}

function specks({ points, style }: SpecksMark, frame: Frame): Shape {
  // A segment of zero length with round caps is a disc.
  const d = points.map((p) => `M${frame.x(p[0]).toFixed(1)},${frame.y(p[1]).toFixed(1)}h0`).join('')
  return { tag: 'path', attributes: { d, ...attributesOf({ strokeLinecap: 'round', ...style }) } }
}

/** The places of a mark's data: where they have no position, at its anchor in the frame. */
function placesOf({ count, x, y, anchor }: Placed, frame: Frame): Point[] {
  const { left, right, top, bottom } = frame
  const sides = sidesOf(anchor)
  const across = { left, middle: (left + right) / 2, right }[sides.across]
  const down = { top, middle: (top + bottom) / 2, bottom }[sides.down]
  return Array.from({ length: count }, (_, i): Point => [
    x ? frame.x(x[i]) : across,
    y ? frame.y(y[i]) : down,
  ])
}

const titleOf = (title: string | undefined): Shape[] =>
  title === undefined ? [] : [{ tag: 'title', attributes: {}, text: title }]

/** What the elements of a mark have in common; what differs between them, they have themselves. */
function group(
  style: Style,
  { dx = 0, dy = 0 }: { dx?: number; dy?: number } = {},
  font: Attributes = {},
): Shape {
  const transform = dx || dy ? `translate(${dx},${dy})` : undefined
  return { tag: 'g', attributes: { ...attributesOf(style), ...font, transform } }
}
