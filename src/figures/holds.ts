import { isTrue, type Claim } from './kit/expression.ts'
import { lookupIn } from './lookupIn.ts'

/**
 * Whether a claim holds, and the numbers that it refers to.
 *
 * @throws {Error} If there is no such figure, state or number, or the claim cannot be read.
 */
export async function holds({ figure, state = {}, at = {}, that }: Claim) {
  const lookup = await lookupIn(figure, state, at)
  const seen: Record<string, number | readonly number[]> = {}
  const isSo = isTrue(that, (name) => (seen[name] = lookup(name)))
  return { isSo, seen }
}
