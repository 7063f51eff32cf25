/**
 * Repeats a computation for about a second, five times at least, and gives the least time of a run in ms.
 *
 * Whatever else the machine does can only add to a time, so of many runs the fastest says best what the work costs.
 * The scripts in `references` measure alike.
 */
export function leastTime(compute: () => unknown): number {
  compute() // the first run compiles
  let least = Infinity
  const end = performance.now() + 1000
  for (let runs = 0; runs < 5 || (performance.now() < end && runs < 20_000); runs++) {
    const start = performance.now()
    compute()
    least = Math.min(least, performance.now() - start)
  }
  return least
}
