/**
 * Repeats a computation for about two seconds and gives the processor time of a run in ms, all threads together: the
 * least mean of several batches of runs.
 *
 * Other work on the machine can only add to a time, to that on the clock far more than to that of the processor, so the
 * least processor time says best what the work costs. The scripts in `references` measure alike.
 */
export function leastTime(compute: () => unknown): number {
  const timeOf = (count: number): number => {
    const start = process.cpuUsage()
    for (let run = 0; run < count; run++) compute()
    const { user, system } = process.cpuUsage(start)
    return (user + system) / 1000
  }
  // A batch takes 20 ms at least; finding out how many runs that is compiles the code.
  let count = 1
  while (timeOf(count) < 20) count *= 2
  let least = Infinity
  const end = performance.now() + 2000
  for (let batches = 0; batches < 3 || performance.now() < end; batches++) {
    least = Math.min(least, timeOf(count) / count)
  }
  return least
}
