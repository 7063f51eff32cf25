/*
 * The state of the converter, and its address: `?from=sklearn-ridge&alpha=5&n=50`. The names, the ids of conventions and
 * the defaults are promises, as those of figures are: readers have linked to them.
 */
import { convertPenalty, ShrinkageError, type LossName } from 'shrinkage'
import type { Text } from '../../figures/kit/figure.ts'
import { rowOf, rows, type NumberOf, type Row } from './conventions.ts'
import { strings } from './strings.ts'

export interface State {
  from: string
  /** The numbers of that convention. */
  values: Record<string, number>
  n: number
  loss: LossName
  standardized: boolean
  /** Standard deviations of the target and of the noise. */
  deviation: number
  noise: number
}

export const start: State = {
  from: 'sklearn-ridge',
  values: { alpha: 5 },
  n: 50,
  loss: 'squared',
  standardized: false,
  deviation: 1,
  noise: 1,
}

/** The numbers around the penalty, as the form and the address have them. */
export const around: Readonly<Record<'n' | 'deviation' | 'noise', NumberOf>> = {
  n: { name: 'n', label: 'n', start: start.n, open: true },
  deviation: { name: 'deviation', label: 's', start: start.deviation, open: true },
  noise: { name: 'noise', label: 'σ', start: start.noise, open: true },
}

/** The numbers with which a convention starts. */
export const startOf = ({ numbers }: Row): Record<string, number> =>
  Object.fromEntries(numbers.map(({ name, start }) => [name, start]))

/** A loss that a convention has, preferably the one given. */
export const lossOf = ({ objective }: Row, loss: LossName): LossName =>
  objective[loss] ? loss : (Object.keys(objective)[0] as LossName)

/**
 * A number as readers type it.
 *
 * @returns the number, or in both languages why it is none that fits
 */
export function readNumber(text: string, { name, label, most, open }: NumberOf): number | Text {
  const typed = text.trim().replace('−', '-')
  const isEndless = /^(np\.)?inf(inity)?$|^∞$/i.test(typed)
  const value = isEndless ? Infinity : typed === '' ? NaN : Number(typed)
  const isWhole = name === 'n'
  const fits =
    (isEndless ? open && name !== 'n' && !Object.hasOwn(around, name) : Number.isFinite(value)) &&
    (open ? value > 0 : value >= 0) &&
    value <= (most ?? Infinity) &&
    (!isWhole || Number.isInteger(value))
  if (fits) return value
  const expected = isWhole
    ? strings.whole
    : most !== undefined
      ? strings.upTo
      : open
        ? strings.positive
        : strings.notNegative
  const fill = (sentence: string, none: string) =>
    sentence.replace('NAME', label).replace('GIVEN', typed === '' ? none : typed)
  return {
    en: fill(strings.wrong.en, 'empty') + expected.en,
    zh: fill(strings.wrong.zh, '空的') + expected.zh,
  }
}

/** The state that an address holds; what it does not hold or what does not fit is as at the start. */
export function readAddress(query: URLSearchParams): State {
  const row = rowOf(query.get('from') ?? start.from) ?? rowOf(start.from)!
  const number = (kind: NumberOf) => {
    const value = readNumber(query.get(kind.name) ?? '', kind)
    return typeof value === 'number' ? value : kind.start
  }
  return {
    from: row.id,
    values: Object.fromEntries(row.numbers.map((kind) => [kind.name, number(kind)])),
    n: number(around.n),
    loss: lossOf(row, query.get('loss') === 'logistic' ? 'logistic' : 'squared'),
    standardized: query.get('standardized') === 'yes',
    deviation: number(around.deviation),
    noise: number(around.noise),
  }
}

/** A state as an address: the convention with its numbers and n, and what else differs from the start. */
export function writeAddress({ from, values, n, ...rest }: State): URLSearchParams {
  const query = new URLSearchParams({ from })
  for (const [name, value] of Object.entries({ ...values, n })) {
    query.set(name, value === Infinity ? 'inf' : String(value))
  }
  if (rest.loss !== start.loss) query.set('loss', rest.loss)
  if (rest.standardized) query.set('standardized', 'yes')
  if (rest.deviation !== start.deviation) query.set('deviation', String(rest.deviation))
  if (rest.noise !== start.noise) query.set('noise', String(rest.noise))
  return query
}

/** A convention beside others: what to write there, or why there is nothing to write. */
export type Reading =
  | { kind: 'same' | 'other model'; code: string; values: Record<string, number> }
  | { kind: 'no L1' | 'no L2' | 'too large' }
  /** It does not stand beside this loss. */
  | { kind: 'other loss' }

/** What a state is in one convention. */
export function readingOf(state: State, row: Row): Reading {
  const { from, values, n, loss, standardized, deviation, noise } = state
  if (!row.objective[loss]) return { kind: 'other loss' }
  try {
    const { parameters, exact } = convertPenalty({
      from: rowOf(from)!.convention,
      parameters: values,
      to: row.convention,
      n,
      loss,
      standardized,
      responseDeviation: deviation,
      noise,
    })
    const texts = Object.fromEntries(
      Object.entries(parameters).map(([name, value]) => [name, shortNumber(value)]),
    )
    return {
      kind: exact ? 'same' : 'other model',
      code: row.code(texts, loss, parameters),
      values: parameters,
    }
  } catch (error) {
    if (!(error instanceof ShrinkageError)) throw error
    if (error.code !== 'no-solution') return { kind: 'too large' }
    return { kind: error.message.includes('an L1 part') ? 'no L1' : 'no L2' }
  }
}

/** The readings of a state in all conventions, by their ids. */
export const readingsOf = (state: State): Map<string, Reading> =>
  new Map(rows.map((row) => [row.id, readingOf(state, row)]))

/**
 * A number as one types it: six significant digits, no more than it needs.
 *
 * @example
 * shortNumber(0.1 + 0.2) // '0.3'
 */
export function shortNumber(value: number): string {
  if (value === Infinity) return '∞'
  return String(Number(value.toPrecision(6)))
}
