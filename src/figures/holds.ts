import { isTrue, type Claim } from './kit/expression.ts'
import { numbersOf, valueIn } from './numberOf.ts'

interface Verdict {
  isSo: boolean
  /** The numbers that decided it, by name. */
  seen: Record<string, number | readonly number[]>
}

/**
 * Whether a claim holds, and the numbers that it refers to.
 *
 * @throws {Error} If there is no such figure, state or number, or the claim cannot be read.
 */
export async function holds({ draws, share = [1, 1], ...claim }: Claim): Promise<Verdict> {
  if (draws === undefined) return holdsOnce(claim)
  let times = 0
  for (let seed = 1; seed <= draws; seed++) {
    const { isSo } = await holdsOnce({ ...claim, state: { ...claim.state, seed } })
    if (isSo) times++
  }
  const [least, most] = share
  return { isSo: least * draws <= times && times <= most * draws, seen: { draws, times } }
}

async function holdsOnce({ figure, state = {}, at = {}, that }: Claim): Promise<Verdict> {
  const states = Object.entries(at).map(
    async ([name, changes]) => [name, await numbersOf(figure, { ...state, ...changes })] as const,
  )
  const here = await numbersOf(figure, state)
  const there = Object.fromEntries(await Promise.all(states))
  const seen: Verdict['seen'] = {}
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
