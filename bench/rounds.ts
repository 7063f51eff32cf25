import type { SolverProcess } from './solverProcess.ts'

/** Rounds at least, and ms that they take in all at least. */
const FEWEST = 5
const ENOUGH = 30_000

/**
 * Lets solvers take turns, one each in every round, and gives each one's times in ms, round by round.
 *
 * A machine that others share is slower for seconds at a time. In turns, all solvers meet such a phase alike, so that
 * the ratio of two times of one round says more than that of times taken apart.
 */
export async function timeInRounds(
  solvers: readonly Pick<SolverProcess, 'time'>[],
): Promise<number[][]> {
  const times: number[][] = solvers.map(() => [])
  const end = performance.now() + ENOUGH
  for (let round = 0; round < FEWEST || performance.now() < end; round++) {
    for (const [k, solver] of solvers.entries()) times[k].push(await solver.time())
  }
  return times
}

/** The middle of some numbers; of an even number of them, the mean of the two in the middle. */
export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  const half = (sorted.length - 1) / 2
  return (sorted[Math.floor(half)] + sorted[Math.ceil(half)]) / 2
}

/** How many times longer one solver takes than another: the median over rounds of the ratio of their times. */
export function medianRatio(times: readonly number[], others: readonly number[]): number {
  return median(times.map((time, round) => time / others[round]))
}
