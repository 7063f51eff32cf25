import type { Figure, Parameter, Value, Values } from './figure.ts'
import { defaults, withValues } from './parameters.ts'

/*
 * A state of a figure as part of a page's address: one key for each parameter, `ID.PARAMETER=VALUE`, where ID is the
 * figure's id on the page. A missing parameter has its declared default.
 */

/** The state in a query, or undefined if the query has no parameter of this figure. Never throws. */
export function readState(figure: Figure, id: string, query: URLSearchParams): Values | undefined {
  const changes: Record<string, unknown> = {}
  for (const [name, parameter] of Object.entries(figure.parameters)) {
    const text = query.get(`${id}.${name}`)
    if (text !== null) changes[name] = parse(parameter, text)
  }
  return Object.keys(changes).length ? withValues(figure, defaults(figure), changes) : undefined
}

/**
 * Writes the figure's state into a query; the parameters of other figures are unchanged. `start`, the state of the page
 * without a query, adds nothing.
 */
export function writeState(
  figure: Figure,
  id: string,
  state: Values,
  start: Values,
  query: string,
): string {
  const kept = query
    .replace(/^\?/, '')
    .split('&')
    .filter((pair) => pair && !decodeKey(pair).startsWith(`${id}.`))
  const declared = defaults(figure)
  const names = Object.keys(figure.parameters)
  let own: string[] = []
  if (names.some((name) => !sameValue(state[name], start[name]))) {
    own = names.filter((name) => !sameValue(state[name], declared[name]))
    // The declared state, on a page that starts with another one: one key must be explicit.
    if (own.length === 0) own = names.slice(0, 1)
  }
  const pairs = own.map((name) => `${id}.${name}=${short(figure.parameters[name], state[name])}`)
  const all = [...kept, ...pairs].join('&')
  return all && `?${all}`
}

/** The address of a state of a figure on its page. It names the state even where the page starts with another one. */
export function addressOf(figure: Figure, id: string, state: Values): string {
  const declared = defaults(figure)
  const [first, value] = Object.entries(declared)[0]
  return `${writeState(figure, id, state, declared, '') || `?${id}.${first}=${print(value)}`}#${id}`
}

/** A value as written in an address: a named set of points by its name. */
function short(parameter: Parameter, value: Value): string {
  const sets = parameter.kind === 'points' ? Object.entries(parameter.named ?? {}) : []
  return sets.find(([, points]) => sameValue(points, value))?.[0] ?? print(value)
}

export const sameValue = (a: Value, b: Value) => print(a) === print(b)

/** Short, and safe in an address without escaping: a point as `x,y`, points as `x,y;x,y`. */
export function print(value: Value): string {
  if (typeof value !== 'object') return String(value)
  return value.map((part) => print(part)).join(typeof value[0] === 'object' ? ';' : ',')
}

function parse(parameter: Parameter, text: string): unknown {
  const number = (part: string) => (part.trim() === '' ? NaN : Number(part))
  switch (parameter.kind) {
    case 'number':
      return number(text)
    case 'point':
      return text.split(',').map(number)
    case 'points':
      return Object.hasOwn(parameter.named ?? {}, text)
        ? text
        : text.split(';', parameter.most).map((point) => point.split(',').map(number))
    case 'toggle':
      return text === 'true' ? true : text === 'false' ? false : undefined
    case 'choice':
      return text
  }
}

function decodeKey(pair: string): string {
  try {
    return decodeURIComponent(pair.split('=')[0])
  } catch {
    return pair
  }
}
