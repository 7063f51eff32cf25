import type { Lookup } from './kit/expression.ts'
import { numbersOf, valueIn } from './numberOf.ts'

type State = Record<string, unknown>

/**
 * The numbers of a figure for an expression: those of a state by their name, those of others as `STATE.NAME`.
 *
 * @param state values by parameter; missing ones have their declared values
 * @param at what the other states change in it, by the name that expressions call them
 * @throws {Error} If there is no such figure or state; the lookup throws if there is no such number.
 */
export async function lookupIn(
  figure: string,
  state: State,
  at: Readonly<Record<string, State>>,
): Promise<Lookup> {
  const states = Object.entries(at).map(
    async ([name, changes]) => [name, await numbersOf(figure, { ...state, ...changes })] as const,
  )
  const here = await numbersOf(figure, state)
  const there = Object.fromEntries(await Promise.all(states))
  return (name) => {
    const [part, ...rest] = name.split('.')
    if (rest.length === 0) return valueIn(here, figure, name)
    if (!Object.hasOwn(there, part)) {
      const names = Object.keys(there).join(', ') || 'none'
      throw new Error(
        `There is no state “${part}” for “${name}”; expected one of those in “at”: ${names}.`,
      )
    }
    return valueIn(there[part], figure, rest.join('.'))
  }
}
