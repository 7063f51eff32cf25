import type { Point } from './figure.ts'
import { isTrue, type Lookup } from './expression.ts'
import { snap, type Steps } from './parameters.ts'

/**
 * What a reader marks before the answer is shown: a point of a panel, a number on one of its axes, which of some weights
 * are zero, or a curve by its heights at some stations.
 */
export type GuessKind = 'point' | 'number' | 'zeros' | 'curve'

/** The values that a coordinate of a guess can take, and its name in the language of the page. */
export interface Axis extends Steps {
  label: string
}

/** A guess or an answer: two coordinates, one number, one number for each weight, or the heights of a curve. */
export type Answer = readonly number[]

/** Everything that tells which explanation answers a guess. */
export interface Question {
  kind: GuessKind
  truth: Answer
  /** The axes on which its values are marked: two for a point, one for a number or a curve, none for weights. */
  axes: readonly Axis[]
  /** Numbers of the figure, by the names that the conditions use. */
  facts: Readonly<Record<string, number | readonly number[]>>
}

/** The names that conditions may use besides the numbers of the figure. */
const OWN_NAMES = ['guess', 'truth', 'distance']

export const isOwnName = (name: string): boolean => OWN_NAMES.includes(name)

/** The nearest value of a guess on an axis. */
export function onAxis(axis: Axis, value: number): number {
  const nearest = snap(axis, value)
  // Steps from an end that is not a whole number miss zero by rounding.
  return axis.scale !== 'log' && Math.abs(nearest) < axis.step / 2 ? 0 : nearest
}

/**
 * The index of the explanation that answers a guess: the first whose condition holds. One without a condition always
 * does.
 *
 * @throws {Error} If a condition cannot be read or names something unknown.
 */
export function replyTo(
  conditions: readonly (string | undefined)[],
  guess: Answer,
  question: Question,
): number {
  const lookup = lookupFor(guess, question)
  return conditions.findIndex((condition) => condition === undefined || isTrue(condition, lookup))
}

/** What the names of a condition stand for. */
export function lookupFor(guess: Answer, { kind, truth, axes, facts }: Question): Lookup {
  const isOne = kind === 'number'
  const known: Question['facts'] = {
    ...facts,
    guess: isOne ? guess[0] : guess,
    truth: isOne ? truth[0] : truth,
    distance: distanceOf(kind, guess, truth, axes),
  }
  return (name) => {
    if (Object.hasOwn(known, name)) return known[name]
    const names = Object.keys(known).join(', ')
    throw new Error(`There is no number “${name}”; expected one of ${names}.`)
  }
}

/**
 * How far a guess is off: the distance of two points or numbers, the largest one between two curves, or the number of
 * weights that are zero in one and not in the other. On a logarithmic axis it is in powers of ten.
 */
function distanceOf(kind: GuessKind, guess: Answer, truth: Answer, axes: readonly Axis[]): number {
  if (kind === 'zeros') return truth.filter((w, j) => (w === 0) !== (guess[j] === 0)).length
  const differences = truth.map((value, i) => {
    const { scale } = axes[i] ?? axes[0]
    return Math.abs(scale === 'log' ? Math.log10(guess[i] / value) : guess[i] - value)
  })
  return kind === 'point' ? Math.hypot(...differences) : Math.max(...differences)
}

/** Guesses of all sorts, the exact answer among them, to see which explanations readers can come to. */
export function sampleGuesses({ kind, truth, axes }: Question): Answer[] {
  const levels = (axis: Axis, count: number): number[] =>
    Array.from({ length: count }, (_, i) => onAxis(axis, travelled(axis, i / (count - 1))))
  switch (kind) {
    case 'point':
      return [
        truth,
        ...levels(axes[0], 41).flatMap((x) => levels(axes[1], 41).map((y): Point => [x, y])),
      ]
    case 'number':
      return [truth, ...levels(axes[0], 401).map((value) => [value])]
    case 'zeros':
      return Array.from({ length: 2 ** truth.length }, (_, bits) =>
        truth.map((_, j) => (bits >> j) & 1),
      )
    case 'curve': {
      const heights = levels(axes[0], 7)
      const last = truth.length - 1
      // Every course in at most two straight stretches.
      const bends = Array.from({ length: last }, (_, bend) => bend + 1).flatMap((bend) =>
        heights.flatMap((start) =>
          heights.flatMap((middle) =>
            heights.map((end) =>
              truth.map((_, i) =>
                i < bend
                  ? start + ((middle - start) * i) / bend
                  : middle + ((end - middle) * (i - bend)) / Math.max(1, last - bend),
              ),
            ),
          ),
        ),
      )
      return [truth, ...bends]
    }
  }
}

/** The value at a share of an axis from its lower end. */
export function travelled({ min, max, scale }: Steps, share: number): number {
  return scale === 'log' ? min * (max / min) ** share : min + (max - min) * share
}
