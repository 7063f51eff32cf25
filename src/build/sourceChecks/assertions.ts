import type { Claim } from '../../figures/kit/expression.ts'
import type { Problem } from '../../markdown/problems.ts'
import { usesOf, type Use } from './attributes.ts'
import type { Chapter } from './chapter.ts'
import { checkSameInBoth } from './sameInBoth.ts'

/** Checks a claim. Throws an `Error` that names what is unknown. */
export interface ClaimModules {
  holds(claim: Claim): Promise<{ isSo: boolean; seen: Record<string, number | readonly number[]> }>
}

/** Claims of the text that do not hold, and claims that only one language makes. */
export async function checkAssertions(
  chapters: readonly Chapter[],
  { holds }: ClaimModules,
): Promise<Problem[]> {
  const faults = new Map<string, Promise<string | undefined>>()
  const untrue = chapters.map(async ({ file, ...chapter }) => {
    const problems = usesOf({ file, ...chapter }, 'Holds').map(async (use) => {
      const key = keyOf(use)
      if (!faults.has(key)) faults.set(key, faultOf(use, holds))
      const message = await faults.get(key)
      return message ? [{ file, line: use.line, rule: 'assertion' as const, message }] : []
    })
    return (await Promise.all(problems)).flat()
  })
  return [
    ...(await Promise.all(untrue)).flat(),
    ...checkSameInBoth(
      chapters,
      ['Holds'],
      'assertion',
      keyOf,
      ({ attributes: { that } }) =>
        `the text claims “${String(that)}” here and something else, or nothing, in the other language: both make the same claims in the same order`,
    ),
  ]
}

const keyOf = ({ attributes: { figure, state, at, that, draws, share } }: Use) =>
  JSON.stringify([figure, state, at, that, draws, share])

async function faultOf(
  { element, attributes }: Use,
  holds: ClaimModules['holds'],
): Promise<string | undefined> {
  const computed = element.attributes.filter(
    (attribute) => attribute.type !== 'mdxJsxAttribute' || !(attribute.name in attributes),
  )
  if (computed.length > 0 || typeof attributes['that'] !== 'string')
    return '<Holds> needs figure="…" and that="…", with every value written out'
  const claim = attributes as unknown as Claim
  try {
    const { isSo, seen } = await holds(claim)
    if (isSo) return undefined
    return `the text claims “${claim.that}”, which is no longer so: ${listed(seen)}`
  } catch (error) {
    return (error as Error).message.replace(/\.$/, '')
  }
}

const listed = (seen: Record<string, number | readonly number[]>) =>
  Object.entries(seen)
    .map(([name, value]) => `${name} = ${[value].flat().map(short).join(', ')}`)
    .join('; ')

const short = (value: number) => String(Number(value.toPrecision(6)))
