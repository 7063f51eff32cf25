import { isTrue, type Claim } from './kit/expression.ts'
import { numbersOf, valueIn } from './numberOf.ts'

/**
 * Whether a claim holds, and the numbers that it refers to.
 *
 * @throws {Error} If there is no such figure, state or number, or the claim cannot be read.
 */
export async function holds({ figure, state = {}, at = {}, that }: Claim) {
  const states = Object.entries(at).map(
    async ([name, changes]) => [name, await numbersOf(figure, { ...state, ...changes })] as const,
  )
  const here = await numbersOf(figure, state)
  const there = Object.fromEntries(await Promise.all(states))
  const seen: Record<string, number | readonly number[]> = {}
  const isSo = isTrue(that, (name) => {
    const [part, ...rest] = name.split('.')
    if (rest.length > 0 && !Object.hasOwn(there, part)) {
      const names = Object.keys(there).join(', ') || 'none'
      throw new Error(
        `“${that}” names the state “${part}”; expected one of those in “at”: ${names}.`,
      )
    }
    const numbers = rest.length > 0 ? there[part] : here
    return (seen[name] = valueIn(numbers, figure, rest.length > 0 ? rest.join('.') : part))
  })
  return { isSo, seen }
}
