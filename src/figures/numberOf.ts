import { figureAt } from './figureAt.ts'

type Numbers = Readonly<Record<string, number | readonly number[]>>

const known = new Map<string, Promise<Numbers>>()

/**
 * All numbers that a figure computes in some state, by name; computed once.
 *
 * @param name the figure
 * @param state values by parameter; missing ones have their declared values
 * @throws {Error} If there is no such figure or state.
 */
export function numbersOf(name: string, state: Record<string, unknown>): Promise<Numbers> {
  const key = JSON.stringify([name, state])
  if (!known.has(key)) known.set(key, compute(name, state))
  return known.get(key)!
}

async function compute(name: string, state: Record<string, unknown>): Promise<Numbers> {
  const { figure, values } = await figureAt(name, state)
  await figure.load?.(values)
  return figure.numbers(figure.compute(values))
}

/**
 * A number that a figure computes in some state, as its program prints it.
 *
 * @param of name of the number
 * @param index position, if the name stands for an array
 * @throws {Error} If there is no such figure, state or number.
 */
export async function numberOf(
  name: string,
  state: Record<string, unknown>,
  of: string,
  index: number,
): Promise<number> {
  const found = [valueIn(await numbersOf(name, state), name, of)].flat()
  if (!(index in found))
    throw new Error(
      `The number “${of}” of the figure “${name}” has no index ${index}; expected one below ${found.length}.`,
    )
  return found[index]
}

/** The numbers of a given name among those of a figure. */
export function valueIn(numbers: Numbers, figure: string, of: string): number | readonly number[] {
  if (!Object.hasOwn(numbers, of)) {
    const names = Object.keys(numbers).join(', ')
    throw new Error(`The figure “${figure}” has no number “${of}”; expected one of ${names}.`)
  }
  return numbers[of]
}
