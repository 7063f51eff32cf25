import type {
  Figure,
  Name,
  NumberParameter,
  Parameter,
  Parameters,
  Point,
  PointsParameter,
  Text,
  Value,
  Values,
} from './figure.ts'

/** The declared state of a figure. A link without a parameter means its value here, so these never change. */
export function defaults<S extends Parameters>(figure: Figure<S>): Values<S> {
  const entries = Object.entries(figure.parameters).map(([name, { default: value }]) => [
    name,
    value,
  ])
  return Object.fromEntries(entries) as Values<S>
}

/** Whether a parameter has an effect in this state. */
export function isEnabled<S extends Parameters>(
  figure: Figure<S>,
  name: Name<S>,
  values: Values<S>,
): boolean {
  const { when } = figure.parameters[name]
  const conditions = when ? [when].flat() : [{}]
  return conditions.some((condition) =>
    Object.entries(condition).every(([other, allowed]) => {
      const value = values[other]
      return typeof allowed === 'function'
        ? allowed(value as never)
        : allowed.some((one) => one === value)
    }),
  )
}

/** The number of random draws. */
const DRAWS = 999

/** The parameter `seed` of a figure with random data. */
export const seedParameter = (label: Text) =>
  ({ kind: 'number', label, min: 1, max: DRAWS, step: 1, default: 1 }) as const

/** An action that switches to the next draw. */
export const reseed = <V extends { readonly seed: number }>(values: V): V => ({
  ...values,
  seed: (values.seed % DRAWS) + 1,
})

/** The values that a number parameter, or a coordinate of a point, can take. */
export type Steps = Pick<NumberParameter, 'min' | 'max' | 'step' | 'scale'>

/** The nearest valid value of a number parameter. */
export function snap(parameter: Steps, value: number) {
  const { min, max, step, scale } = parameter
  const bounded = Math.min(max, Math.max(min, value))
  if (scale === 'log') {
    const exponent = Math.log10(min) + step * Math.round(Math.log10(bounded / min) / step)
    return Math.min(max, Number((10 ** exponent).toPrecision(4)))
  }
  // Without the errors of the sum: a scale that crosses zero has 0, not −1e-16 and not −0.
  return Math.min(max, Number((min + step * Math.round((bounded - min) / step)).toFixed(10)) + 0)
}

/** Every valid value of a number parameter, in ascending order. */
export function everyValue(parameter: NumberParameter): number[] {
  const { min, max, step, scale } = parameter
  const count = Math.round((scale === 'log' ? Math.log10(max / min) : max - min) / step)
  return Array.from({ length: count + 1 }, (_, k) =>
    snap(parameter, scale === 'log' ? min * 10 ** (step * k) : min + step * k),
  )
}

/** The nearest valid value of a parameter, or undefined if `value` is of another type. */
export function clamp(parameter: Parameter, value: unknown): Value | undefined {
  switch (parameter.kind) {
    case 'number':
      return typeof value === 'number' && !Number.isNaN(value) ? snap(parameter, value) : undefined
    case 'point':
      return isPoint(value) ? snapPoint(parameter, value) : undefined
    case 'points':
      return typeof value === 'string'
        ? namedPoints(parameter, value)
        : Array.isArray(value) && value.length >= parameter.fewest && value.every(isPoint)
          ? value.slice(0, parameter.most).map((point) => snapPoint(parameter, point))
          : undefined
    case 'choice':
      return parameter.options.find((option) => option.value === value)?.value
    case 'toggle':
      return typeof value === 'boolean' ? value : undefined
  }
}

/** The set of points with the given name. */
const namedPoints = ({ named = {} }: PointsParameter, name: string) =>
  Object.hasOwn(named, name) ? named[name] : undefined

const isPoint = (value: unknown): value is Point =>
  Array.isArray(value) && value.length === 2 && !value.some(Number.isNaN)

const snapPoint = (parameter: Steps, [x, y]: Point): Point => [
  snap(parameter, x),
  snap(parameter, y),
]

/** A state with some values replaced: each clamped, the whole settled. Values of the wrong type are ignored. */
export function withValues<S extends Parameters>(
  figure: Figure<S>,
  state: Values<S>,
  changes: Readonly<Record<string, unknown>>,
): Values<S> {
  const next: Record<string, unknown> = { ...state }
  for (const [name, change] of Object.entries(changes)) {
    if (!Object.hasOwn(figure.parameters, name)) continue
    next[name] = clamp(figure.parameters[name], change) ?? next[name]
  }
  const values = next as Values<S>
  return figure.settle?.(values) ?? values
}
