/** The source of a challenge. */
export interface ChallengeText {
  id: string
  title: string
  /** The program that the reader starts with. */
  start: string
  /** Hidden code that runs before it. */
  setup?: string
  /** Hidden code that runs after it: calls of `check(condition, message)`. */
  checks: string
  /** A program that passes the checks. */
  solution: string
}

const CHALLENGE = /^<Challenge id="([^"]*)" title="([^"]*)">\n([^]*?)^<\/Challenge>$/gm
const FENCE = /^```ts (setup|run|check|solution)\b.*\n([^]*?)^```$/gm

/** The challenges in the text of a chapter, from top to bottom. */
export function challengesIn(chapter: string): ChallengeText[] {
  return [...chapter.matchAll(CHALLENGE)].map(([, id, title, body]) => {
    const blocks = new Map(
      [...body.matchAll(FENCE)].map(([, role, code]) => [role, code.trimEnd()]),
    )
    return {
      id,
      title,
      start: blocks.get('run') ?? '',
      setup: blocks.get('setup'),
      checks: blocks.get('check') ?? '',
      solution: blocks.get('solution') ?? '',
    }
  })
}

/**
 * The checks in a scope of their own: their names cannot collide with those of the reader's program, which they can
 * use.
 */
export function inOwnScope(checks: string): string {
  return `{\n${checks}\n}`
}
