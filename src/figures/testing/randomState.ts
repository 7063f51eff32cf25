import type { Random } from 'shrinkage'
import { defaults, withValues } from '../parameters.ts'
import type { Figure, Parameter, Value, Values } from '../figure.ts'

/** A state of a figure drawn at random from all that its controls can reach. */
export function randomState(figure: Figure, random: Random): Values {
  const drawn = Object.entries(figure.parameters).map(([name, parameter]) => [
    name,
    randomValue(parameter, random),
  ])
  return withValues(figure, defaults(figure), Object.fromEntries(drawn))
}

function randomValue(parameter: Parameter, random: Random): Value {
  switch (parameter.kind) {
    case 'number':
      if (parameter.scale === 'log') {
        return parameter.min * (parameter.max / parameter.min) ** random.uniform()
      }
      return parameter.min + (parameter.max - parameter.min) * random.uniform()
    case 'point': {
      const coordinate = () => parameter.min + (parameter.max - parameter.min) * random.uniform()
      return [coordinate(), coordinate()]
    }
    case 'choice':
      return parameter.options[random.integer(parameter.options.length)].value
    case 'toggle':
      return random.uniform() < 0.5
  }
}

/** The states that differ from the declared one in a single parameter, at an end or an option of it. */
export function endStates(figure: Figure): Values[] {
  return Object.entries(figure.parameters).flatMap(([name, parameter]) =>
    ends(parameter).map((value) => withValues(figure, defaults(figure), { [name]: value })),
  )
}

function ends(parameter: Parameter): Value[] {
  switch (parameter.kind) {
    case 'number':
      return [parameter.min, parameter.max]
    case 'point': {
      const { min, max } = parameter
      return [
        [min, min],
        [min, max],
        [max, min],
        [max, max],
        [0, 0],
      ]
    }
    case 'choice':
      return parameter.options.map(({ value }) => value)
    case 'toggle':
      return [true, false]
  }
}
