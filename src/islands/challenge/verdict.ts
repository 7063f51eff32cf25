import type { CellEnded } from '../code-cell/live.ts'

/** The verdict of the hidden checks on a run. */
export type Verdict =
  | { kind: 'solved' }
  | { kind: 'open'; holding: number; total: number }
  /** The checks use a name that the program does not have. */
  | { kind: 'missing'; name: string }
  /** The checks themselves failed, because of something that the program left behind. */
  | { kind: 'unfit' }
  /** The program returned before the checks. */
  | { kind: 'early' }
  /** The program did not finish; the cell reports why. */
  | { kind: 'broken' }

/** The messages of Chromium and Firefox, and of WebKit, for an undefined name. */
const MISSING = [/(\S+) is not defined/, /Can't find variable: (\S+)/]

/** Judges a run of a challenge by how it ended and by the results of the checks that it reached. */
export function verdictOf({ outcome: { failure, isWhole }, checks }: CellEnded): Verdict {
  if (failure) {
    // An error without a place in the reader's code comes from the checks after it.
    if (failure.code !== 'error' || failure.line !== undefined) return { kind: 'broken' }
    const name = MISSING.map((words) => words.exec(failure.message)?.[1]).find(Boolean)
    return name ? { kind: 'missing', name } : { kind: 'unfit' }
  }
  if (!isWhole) return { kind: 'early' }
  const total = checks.length
  const holding = checks.filter(({ passed }) => passed).length
  return total > 0 && holding === total ? { kind: 'solved' } : { kind: 'open', holding, total }
}
