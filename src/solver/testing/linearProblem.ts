import { seededRandom } from '../data/random.ts'

/** n rows of p independent features; the first and the third matter. */
export function linearProblem(n: number, p: number, seed = 1): { X: number[][]; y: number[] } {
  const random = seededRandom(seed)
  const X = Array.from({ length: n }, () => Array.from({ length: p }, () => random.normal()))
  const y = X.map((row) => 2 + row[0] - 2 * (row[2] ?? 0) + random.normal())
  return { X, y }
}
