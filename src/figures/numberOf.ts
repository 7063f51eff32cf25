import { figureAt } from './figureAt.ts'

/**
 * A number that a figure computes in some state, as its program prints it.
 *
 * @param name the figure
 * @param state values by parameter; what is left out has its declared value
 * @param of name of the number
 * @param index which one, where there are several under that name
 * @throws {Error} If there is no such figure, state or number.
 */
export async function numberOf(
  name: string,
  state: Record<string, unknown>,
  of: string,
  index: number,
): Promise<number> {
  const key = JSON.stringify([name, state])
  if (!computed.has(key)) computed.set(key, numbersOf(name, state))
  const numbers = await computed.get(key)!
  if (!Object.hasOwn(numbers, of)) {
    const known = Object.keys(numbers).join(', ')
    throw new Error(`The figure “${name}” has no number “${of}”; expected one of ${known}.`)
  }
  const found = [numbers[of]].flat()
  if (!(index in found))
    throw new Error(
      `The number “${of}” of the figure “${name}” has no index ${index}; expected one below ${found.length}.`,
    )
  return found[index]
}

/** The numbers of each state, since a text often names several of one. */
const computed = new Map<string, ReturnType<typeof numbersOf>>()

async function numbersOf(name: string, state: Record<string, unknown>) {
  const { figure, values } = await figureAt(name, state)
  await figure.load?.(values)
  return figure.numbers(figure.compute(values))
}
