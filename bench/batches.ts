import { createInterface } from 'node:readline'

/**
 * Answers each line on standard input with the processor time of a run in ms, all threads together: the mean of the
 * quickest of some batches. The scripts in `references` do the same.
 *
 * Other work on the machine can only add to a time, to that on the clock far more than to that of the processor. A batch
 * takes 20 ms at least, much longer than a tick of the clock, and all of them together 300 ms.
 */
export function timeBatches(compute: () => unknown): void {
  const timeOf = (runs: number): number => {
    const start = process.cpuUsage()
    for (let run = 0; run < runs; run++) compute()
    const { user, system } = process.cpuUsage(start)
    return (user + system) / 1000
  }
  let runs = 1
  const leastTime = (): number => {
    let least = Infinity
    let spent = 0
    while (spent < 300) {
      const ms = timeOf(runs)
      spent += ms
      if (ms < 20) runs *= 2
      else least = Math.min(least, ms / runs)
    }
    return least
  }
  createInterface({ input: process.stdin }).on('line', () => console.log(leastTime()))
}
