import type { Random } from 'shrinkage'
import { defaults, withValues } from '../kit/parameters.ts'
import type {
  Figure,
  Parameter,
  Parameters,
  Point,
  PointParameter,
  PointsParameter,
  Value,
  Values,
} from '../kit/figure.ts'

/** A random state of a figure, among all that its controls can reach. */
export function randomState<S extends Parameters>(figure: Figure<S>, random: Random): Values<S> {
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
    case 'point':
      return randomPoint(parameter, random)
    case 'points': {
      const { fewest, most } = parameter
      const count = fewest + random.integer(most - fewest + 1)
      return Array.from({ length: count }, () => randomPoint(parameter, random))
    }
    case 'choice':
      return parameter.options[random.integer(parameter.options.length)].value
    case 'toggle':
      return random.uniform() < 0.5
  }
}

function randomPoint({ min, max }: PointParameter | PointsParameter, random: Random): Point {
  const coordinate = () => min + (max - min) * random.uniform()
  return [coordinate(), coordinate()]
}

/** The states that differ from the declared one in a single parameter, set to an end of its range or to an option. */
export function endStates<S extends Parameters>(figure: Figure<S>): Values<S>[] {
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
    case 'points': {
      // The fewest and the most points, all in one place or on one line.
      const { min, max, fewest, most } = parameter
      const onOneLine = (_: unknown, i: number): Point => [min, i % 2 ? min : max]
      return [
        Array.from({ length: fewest }, () => [max, max] as const),
        Array.from({ length: most }, () => [min, max] as const),
        Array.from({ length: most }, onOneLine),
        parameter.default.slice(0, fewest),
      ]
    }
    case 'choice':
      return parameter.options.map(({ value }) => value)
    case 'toggle':
      return [true, false]
  }
}
