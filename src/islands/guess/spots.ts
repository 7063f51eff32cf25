import type { Point } from '../../figures/kit/figure.ts'
import type { Answer } from '../../figures/kit/guess.ts'
import { toShare } from '../course-figure/position.ts'
import type { Frame, GuessData } from './data.ts'

/** What tells where the values of a guess are marked. */
type Placed = Pick<GuessData, 'kind' | 'along' | 'stations'> & { frame: Frame }

/** A frame as the panel whose it is. */
export const panelOf = ({ x, y, ...size }: Frame) => ({ ...size, x: () => x, y: () => y })

/** The places of some values in the picture, in its units. */
export function spotsOf({ kind, along, stations, frame }: Placed, values: Answer): Point[] {
  const place = (point: Point): Point => {
    const [left, top] = toShare(panelOf(frame), undefined, point)
    return [left * frame.width, top * frame.height]
  }
  if (kind === 'point') return [place([values[0], values[1]])]
  if (kind === 'curve') return values.map((value, i) => place([stations[i], value]))
  const { width, height, margin, x, y } = frame
  const [value, beside] = [values[0], stations[0]]
  if (along === 'x') {
    const [left, top] = place([value, beside ?? y.domain[0]])
    return [[left, beside === undefined ? (margin.top + height - margin.bottom) / 2 : top]]
  }
  const [left, top] = place([beside ?? x.domain[0], value])
  return [[beside === undefined ? (margin.left + width - margin.right) / 2 : left, top]]
}

/** The discs at some places, as a path: a segment of zero length with round caps is a disc. */
export const discsAt = (spots: readonly Point[]): string =>
  spots.map((spot) => `M${at(spot)}h0`).join('')

/** The lines between pairs of places, as a path. */
export const gapsBetween = (from: readonly Point[], to: readonly Point[]): string =>
  from.map((spot, i) => `M${at(spot)}L${at(to[i])}`).join('')

/** The line on which marks lie, as a path: a curve through them, or what a number is all along. */
export function lineThrough({ kind, along, stations, frame }: Placed, spots: readonly Point[]) {
  const { width, height, margin } = frame
  if (kind === 'curve') return `M${spots.map(at).join('L')}`
  if (kind === 'point' || stations.length > 0) return ''
  const [[x, y]] = spots
  return along === 'x'
    ? `M${at([x, margin.top])}V${height - margin.bottom}`
    : `M${at([margin.left, y])}H${width - margin.right}`
}

const at = ([x, y]: Point) => `${x.toFixed(1)},${y.toFixed(1)}`
