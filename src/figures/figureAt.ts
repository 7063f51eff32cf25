import { figures } from './index.ts'
import { clamp, defaults, withValues } from './kit/parameters.ts'
import { sameValue } from './kit/state.ts'
import type { Figure, Value, Values } from './kit/figure.ts'

/**
 * A figure in a state that an author wrote down. What the figure cannot take is an error, not a guess.
 *
 * @param state values by parameter; what is left out has its declared value
 */
export async function figureAt(
  name: string,
  state: Record<string, unknown>,
): Promise<{ figure: Figure; values: Values }> {
  if (!Object.hasOwn(figures, name)) {
    const known = Object.keys(figures).join(', ')
    throw new Error(`There is no figure “${name}”; expected one of ${known}.`)
  }
  const figure = await figures[name]()
  for (const [key, value] of Object.entries(state)) {
    if (!Object.hasOwn(figure.parameters, key)) {
      const known = Object.keys(figure.parameters).join(', ')
      throw new Error(`The figure “${name}” has no parameter “${key}”; expected one of ${known}.`)
    }
    const taken = clamp(figure.parameters[key], value)
    const isNamed = figure.parameters[key].kind === 'points' && typeof value === 'string'
    if (taken === undefined || (!isNamed && !sameValue(taken, value as Value))) {
      const nearest = taken === undefined ? '' : ` The nearest value is ${String(taken)}.`
      throw new Error(`The figure “${name}” cannot take ${key} = ${String(value)}.${nearest}`)
    }
  }
  return { figure, values: withValues(figure, defaults(figure), state) }
}
