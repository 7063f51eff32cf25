import type { CellEnded } from '../code-cell/live.ts'

/** The result of the hidden checks of a run. */
export type Verdict =
  | { kind: 'solved' }
  | { kind: 'open'; holding: number; total: number }
  /** The checks came upon a name that the program does not have. */
  | { kind: 'missing'; name: string }
  /** The checks failed themselves, of something that the program has left to them. */
  | { kind: 'unfit' }
  /** The program returned before the checks. */
  | { kind: 'early' }
  /** The program did not come to its end, and the cell says why. */
  | { kind: 'broken' }

/** How Chromium and Firefox, and WebKit, say that there is nothing of a name. */
const MISSING = [/(\S+) is not defined/, /Can't find variable: (\S+)/]

/** Judges a run of a challenge by how it ended and by the checks that it came to. */
export function verdictOf({ outcome: { failure, isWhole }, checks }: CellEnded): Verdict {
  if (failure) {
    // An error without a place in the reader's code comes from the checks behind it.
    if (failure.code !== 'error' || failure.line !== undefined) return { kind: 'broken' }
    const name = MISSING.map((words) => words.exec(failure.message)?.[1]).find(Boolean)
    return name ? { kind: 'missing', name } : { kind: 'unfit' }
  }
  if (!isWhole) return { kind: 'early' }
  const total = checks.length
  const holding = checks.filter(({ passed }) => passed).length
  return total > 0 && holding === total ? { kind: 'solved' } : { kind: 'open', holding, total }
}
