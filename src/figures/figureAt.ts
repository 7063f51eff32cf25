import { figures } from './index.ts'
import { clamp, defaults, withValues, type Steps } from './kit/parameters.ts'
import { sameValue } from './kit/state.ts'
import type { Figure, Parameter, Value, Values } from './kit/figure.ts'
import { checkParts, type Parts } from './kit/parts.ts'

/**
 * A figure in a state that an author wrote down. Unknown parameters, invalid values and unknown parts are errors.
 *
 * @param state values by parameter; missing ones have their declared values
 * @param parts the parts of it that are shown
 */
export async function figureAt(
  name: string,
  state: Record<string, unknown>,
  parts: Parts = {},
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
      const given = typeof value === 'string' ? value : JSON.stringify(value)
      throw new Error(
        `The figure “${name}” cannot take ${key} = ${given}; expected ${expected(figure.parameters[key])}.`,
      )
    }
  }
  checkParts(figure, parts)
  return { figure, values: withValues(figure, defaults(figure), state) }
}

/** What a parameter can take, in words. */
function expected(parameter: Parameter): string {
  switch (parameter.kind) {
    case 'choice':
      return `one of ${parameter.options.map(({ value }) => value).join(', ')}`
    case 'toggle':
      return 'true or false'
    case 'number':
      return `a number ${rangeOf(parameter)}`
    case 'point':
      return `[x, y], each ${rangeOf(parameter)}`
    case 'points': {
      const { fewest, most, named = {} } = parameter
      const names = Object.keys(named).map((name) => `, or “${name}”`)
      return `${fewest} to ${most} points [x, y], each coordinate ${rangeOf(parameter)}${names.join('')}`
    }
  }
}

function rangeOf({ min, max, step, scale }: Steps): string {
  const steps = scale === 'log' ? `steps of ${step} of its decimal logarithm` : `steps of ${step}`
  return `from ${min} to ${max} in ${steps}`
}
