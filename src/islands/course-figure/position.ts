import type { Panel, Point, Scale } from '../../figures/kit/figure.ts'

type Extent = Pick<Scale, 'domain' | 'type'>

/** The part of a panel that says where its points are. */
type Framed<M> = Pick<Panel<M>, 'width' | 'height' | 'margin'> & {
  x(model: M): Extent
  y(model: M): Extent
}

/** Position of a data point in a panel, as fractions of its width and height from the top left. */
export function toShare<M>(panel: Framed<M>, model: M, [x, y]: Point): Point {
  const { width, height, margin } = panel
  const innerWidth = width - margin.left - margin.right
  const innerHeight = height - margin.top - margin.bottom
  return [
    (margin.left + innerWidth * along(panel.x(model), x)) / width,
    (margin.top + innerHeight * (1 - along(panel.y(model), y))) / height,
  ]
}

/** The data point at the given fractions of a panel's width and height: the inverse of {@link toShare}. */
export function fromShare<M>(panel: Framed<M>, model: M, [left, top]: Point): Point {
  const { width, height, margin } = panel
  const innerWidth = width - margin.left - margin.right
  const innerHeight = height - margin.top - margin.bottom
  return [
    at(panel.x(model), (left * width - margin.left) / innerWidth),
    at(panel.y(model), 1 - (top * height - margin.top) / innerHeight),
  ]
}

function along({ domain: [low, high], type }: Extent, value: number): number {
  return type === 'log'
    ? Math.log(value / low) / Math.log(high / low)
    : (value - low) / (high - low)
}

function at({ domain: [low, high], type }: Extent, share: number): number {
  return type === 'log' ? low * (high / low) ** share : low + (high - low) * share
}
