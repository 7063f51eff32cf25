import { isTrue, type Claim } from './kit/expression.ts'
import { lookupIn } from './lookupIn.ts'

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
  const lookup = await lookupIn(figure, state, at)
  const seen: Verdict['seen'] = {}
  const isSo = isTrue(that, (name) => (seen[name] = lookup(name)))
  return { isSo, seen }
}
