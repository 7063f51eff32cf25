import type { Point } from '../../figures/kit/figure.ts'
import { onAxis, type Answer, type Axis } from '../../figures/kit/guess.ts'

/** Number of key presses from one end of an axis to the other. */
const PRESSES = 60

/** The value one key press further on an axis; a fine press moves it by one step. */
export function nudged(axis: Axis, value: number, direction: 1 | -1, isFine: boolean): number {
  const { min, max, step } = axis
  const [travel, back] =
    axis.scale === 'log'
      ? [Math.log10, (exponent: number) => 10 ** exponent]
      : [(value: number) => value, (value: number) => value]
  const by = isFine ? step : Math.max(step, (travel(max) - travel(min)) / PRESSES)
  return onAxis(axis, back(travel(value) + direction * by))
}

/**
 * A curve after a stroke across it: the station nearest to its end, and those that it passed, lie on it.
 *
 * @param xs places of the stations
 * @param ys heights of the curve at the stations
 * @param from start of the stroke, in the same units
 * @param to its end
 */
export function sketched(xs: readonly number[], ys: Answer, from: Point, to: Point): Answer {
  const nearest = xs.reduce(
    (best, x, i) => (Math.abs(x - to[0]) < Math.abs(xs[best] - to[0]) ? i : best),
    0,
  )
  const [low, high] = [Math.min(from[0], to[0]), Math.max(from[0], to[0])]
  return ys.map((y, i) => {
    if (i === nearest) return to[1]
    if (xs[i] <= low || xs[i] >= high) return y
    return from[1] + ((to[1] - from[1]) * (xs[i] - from[0])) / (to[0] - from[0])
  })
}
