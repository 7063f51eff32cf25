/** Repeats a computation for about a second, three times at least, and gives the median time in ms. */
export function medianTime(compute: () => unknown): number {
  compute() // the first run compiles
  const times: number[] = []
  const end = performance.now() + 1000
  while (times.length < 3 || (performance.now() < end && times.length < 2000)) {
    const start = performance.now()
    compute()
    times.push(performance.now() - start)
  }
  times.sort((a, b) => a - b)
  return times[times.length >> 1]
}
