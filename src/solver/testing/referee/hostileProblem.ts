import { seededRandom } from '../../data/random.ts'
import type { FitOptions } from '../../fit.ts'

/** A small problem with at least one thing that makes solvers fail. */
export interface HostileProblem {
  X: number[][]
  y: number[]
  options: FitOptions
  /** λ as a share of λmax, which may be 0. */
  share: number
  rho: number
  /**
   * The smallest distance of a column from the one it was made from, relative to its size and that of the
   * weights; 1 if there is none.
   */
  nearest: number
}

/**
 * Draws a problem of up to 7 rows and 4 columns: ties, copies, multiples, sums, columns that nearly agree, dummies,
 * constants, zeros, scales from 2^−300 to 2^300, a y that is constant, exact or huge, weights of 0, factors of 0.
 *
 * @param seed the same seed gives the same problem
 * @param options.isTame whether all columns keep to scales near 1
 */
export function hostileProblem(
  seed: number,
  { isTame = false }: { isTame?: boolean } = {},
): HostileProblem {
  const random = seededRandom(seed)
  const pick = <T>(...choices: T[]): T => choices[random.integer(choices.length)]
  const rows = 1 + random.integer(7)
  const columns = 1 + random.integer(4)
  const isTied = pick(true, false)
  const draw = (): number =>
    isTied ? random.integer(7) - 3 : Math.round(random.normal() * 64) / 64
  const list = (value: () => number): number[] => Array.from({ length: rows }, value)
  const kinds = ['plain', 'plain', 'copy', 'multiple', 'near', 'sum', 'zero', 'constant', 'dummy'] as const // prettier-ignore
  const offset = pick(0, 0, 0, 1000)
  const hasExtremeWeights = random.integer(8) === 0
  const designs: number[][] = []
  let nearest = 1
  for (let j = 0; j < columns; j++) {
    const before = designs[j - 1]
    const other = designs[j - 2] ?? before
    const kind = before === undefined ? pick('plain', 'zero', 'constant', 'dummy') : pick(...kinds)
    // Beside an offset or for rows of little weight, nearer columns would differ by the rounding of their numbers alone.
    const distance = 2 ** -(2 + random.integer(hasExtremeWeights ? 7 : offset === 0 ? 41 : 24))
    const constant = pick(1, 0.25, 2 ** 30)
    const most = before?.reduce((top, value) => Math.max(top, Math.abs(value)), 0) || 1
    const size = 2 ** Math.floor(Math.log2(most))
    if (kind === 'near') nearest = Math.min(nearest, distance * (hasExtremeWeights ? 1e-8 : 1))
    if (kind === 'copy') designs.push(before.slice())
    else if (kind === 'multiple') designs.push(before.map((value) => -2.5 * value))
    else if (kind === 'near')
      designs.push(before.map((value) => value + distance * size * (random.integer(5) - 2))) // prettier-ignore
    else if (kind === 'sum') designs.push(before.map((value, i) => value + other[i]))
    else if (kind === 'zero') designs.push(list(() => 0))
    else if (kind === 'constant') designs.push(list(() => constant))
    else if (kind === 'dummy') designs.push(list(() => random.integer(2)))
    else designs.push(list(draw))
  }
  const common = pick(0, 0, 0, -300, 300, 25, -25)
  const isWild = random.integer(4) === 0
  const scaled = designs.map((column) => {
    const exponent = isWild ? random.integer(121) - 60 : common
    // By powers of two, which leave dependences as exact as they are.
    return column.map((value) => (value + offset) * (isTame ? 1 : 2 ** exponent))
  })
  const X = list(() => 0).map((_, i) => scaled.map((column) => column[i]))
  const yKind = pick('plain', 'plain', 'plain', 'constant', 'exact', 'large', 'small')
  const ySize = yKind === 'large' ? 1e90 : yKind === 'small' ? 1e-90 : 1
  const y = list(draw).map((value, i) => {
    if (yKind === 'constant') return 3
    return yKind === 'exact' ? designs[0][i] * 2 : value * ySize
  })
  const options: FitOptions = {
    intercept: pick(true, false),
    nonNegative: pick(false, false, true),
  }
  if (hasExtremeWeights || random.integer(4) === 0) {
    const weights = list(() => (hasExtremeWeights ? pick(0, 1, 1e-8, 1e8) : pick(0, 1, 2, 3)))
    weights[random.integer(rows)] = 1
    options.sampleWeights = weights
  }
  if (random.integer(4) === 0) options.penaltyFactors = designs.map(() => pick(0, 1, 1e-6, 1e6, 3))
  const share = pick(0, 1, 1.5, 0.9, 0.5, 0.1, 0.01, 1e-4, 1e-8, 1e-20)
  return { X, y, options, share, rho: pick(1, 1, 0.3, 1e-12, 0), nearest }
}
