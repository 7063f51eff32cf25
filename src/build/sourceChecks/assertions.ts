import type { Claim } from '../../figures/kit/expression.ts'
import type { Problem } from '../../markdown/problems.ts'
import { usesOf, type Use } from './attributes.ts'
import type { Chapter } from './chapter.ts'

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
  return [...(await Promise.all(untrue)).flat(), ...checkLanguages(chapters)]
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

/** Reports the first difference between the claims of both languages, which must be the same in the same order. */
function checkLanguages(chapters: readonly Chapter[]): Problem[] {
  return chapters.flatMap((chapter) => {
    const other = chapters.find(
      ({ slug, language }) => slug === chapter.slug && language > chapter.language,
    )
    if (!other) return []
    const [here, there] = [usesOf(chapter, 'Holds'), usesOf(other, 'Holds')]
    const at = Array.from({ length: Math.max(here.length, there.length) }).findIndex(
      (_, i) => !here[i] || !there[i] || keyOf(here[i]) !== keyOf(there[i]),
    )
    if (at < 0) return []
    const [shown, file] = here[at] ? [here[at], chapter.file] : [there[at], other.file]
    return [
      {
        file,
        line: shown.line,
        rule: 'assertion',
        message: `the text claims “${String(shown.attributes['that'])}” here and something else, or nothing, in the other language: both make the same claims in the same order`,
      },
    ]
  })
}
