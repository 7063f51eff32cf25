import type { Panel, Point, Scale } from '../../../figures/kit/figure.ts'
import { fixed } from '../../../figures/kit/format.ts'

/** Where the values of a scale are in a picture, in pixels. */
export type Place = (value: number) => number

/** The frame of a panel in pixels, and where values are in it. */
export interface Frame {
  left: number
  right: number
  top: number
  bottom: number
  x: Place
  y: Place
}

export function frameOf<M>(panel: Panel<M>, { x, y }: { x: Scale; y: Scale }): Frame {
  const { width, height, margin } = panel
  const [left, right] = [margin.left, width - margin.right]
  const [top, bottom] = [margin.top, height - margin.bottom]
  return { left, right, top, bottom, x: placeOf(x, [left, right]), y: placeOf(y, [bottom, top]) }
}

function placeOf({ domain, type }: Scale, [start, end]: Point): Place {
  const travel = type === 'log' ? Math.log : (value: number) => value
  const [low, high] = domain.map(travel)
  return (value) => {
    const share = (travel(value) - low) / (high - low)
    return start * (1 - share) + end * share
  }
}

/** The ticks of a scale, from its start to its end, each with its label; some have none. */
export function ticksOf(scale: Scale): { value: number; label: string }[] {
  const { domain, type, ticks: count = 5, decimals, tickFormat = String } = scale
  const [low, high] = domain.toSorted((a, b) => a - b)
  const values = type === 'log' ? logTicks(low, high, count) : roundTicks(low, high, count)
  const print = decimals === undefined ? tickFormat : (value: number) => fixed(value, decimals)
  const isNamed = type === 'log' ? sparse(count, logTicks(low, high, 10).length) : () => true
  if (domain[0] > domain[1]) values.reverse()
  return values.map((value) => ({ value, label: isNamed(value) ? print(value) : '' }))
}

/** About as many round values as asked for: multiples of 1, 2 or 5 times a power of ten. */
function roundTicks(low: number, high: number, count: number): number[] {
  if (count === 0) return []
  const rough = (high - low) / count
  const power = Math.floor(Math.log10(rough))
  const excess = rough / 10 ** power
  const factor =
    excess >= Math.sqrt(50) ? 10 : excess >= Math.sqrt(10) ? 5 : excess >= Math.SQRT2 ? 2 : 1
  // Of a step below one the inverse is whole, and values are exact quotients.
  const inverse = 10 ** -power / factor
  const [step, perUnit] = power < 0 ? [1, inverse] : [10 ** power * factor, 1]
  const first = Math.ceil((low * perUnit) / step - ROUNDING)
  const last = Math.floor((high * perUnit) / step + ROUNDING)
  return Array.from({ length: last - first + 1 }, (_, i) => ((first + i) * step) / perUnit)
}

const ROUNDING = 1e-9

/** The powers of ten and their multiples; of many decades, about as many powers as asked for. */
function logTicks(low: number, high: number, count: number): number[] {
  const [from, to] = [Math.log10(low), Math.log10(high)]
  const isWide = to - from >= count
  const powers = isWide
    ? roundTicks(from, to, Math.min(to - from, count))
    : Array.from({ length: Math.ceil(to) - Math.floor(from) + 1 }, (_, i) => Math.floor(from) + i)
  if (isWide) return powers.map((power) => 10 ** power)
  const all = powers.flatMap((power) =>
    [1, 2, 3, 4, 5, 6, 7, 8, 9].map((digit) =>
      power < 0 ? digit / 10 ** -power : digit * 10 ** power,
    ),
  )
  return all.filter((value) => value >= low && value <= high)
}

/**
 * Which ticks of a log scale have labels: as many of the first multiples of each power as there is room for.
 *
 * @param count how many labels there may be
 * @param all how many multiples there are
 */
function sparse(count: number, all: number) {
  const most = Math.max(1, (10 * count) / all)
  return (value: number) => {
    let digit = value / 10 ** Math.round(Math.log10(value))
    if (digit * 10 < 9.5) digit *= 10
    return digit <= most
  }
}
