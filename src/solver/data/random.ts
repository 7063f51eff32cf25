import { checkFinite, checkInteger, checkPositive } from '../input/checks.ts'

/** Random numbers that depend on nothing but their seed. */
export interface Random {
  /** Uniform on [0, 1), 53 bits. */
  uniform(): number
  /** Gaussian with mean 0 and deviation 1. */
  normal(): number
  /** Laplace with mean 0 and density exp(−|x|/scale)/(2·scale). Default scale 1. */
  laplace(scale?: number): number
  /** A whole number from 0 to n − 1, each equally likely. */
  integer(n: number): number
}

/**
 * A generator of random numbers: the same seed always gives the same numbers.
 *
 * sfc32 by Chris Doty-Humphrey (PractRand), 128 bits of state; normals by Marsaglia's polar method.
 *
 * @example
 * seededRandom(1).uniform() === seededRandom(1).uniform() // true
 * seededRandom(1).uniform() === seededRandom(2).uniform() // false
 */
export function seededRandom(seed: number): Random {
  checkFinite(seed, 'seed')
  // + 0 turns −0 into 0, whose bits differ.
  const bits = new Uint32Array(new Float64Array([seed + 0]).buffer)
  let a = bits[0] | 0
  let b = bits[1] | 0
  let c = 0x9e3779b9 | 0
  let counter = 1
  let spare = NaN

  function next(): number {
    const sum = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + sum
    return sum >>> 0
  }
  for (let i = 0; i < 15; i++) next() // similar seeds part only after some rounds

  function uniform(): number {
    return ((next() >>> 5) * 67108864 + (next() >>> 6)) / 9007199254740992
  }

  function normal(): number {
    if (!Number.isNaN(spare)) {
      const kept = spare
      spare = NaN
      return kept
    }
    for (;;) {
      const u = 2 * uniform() - 1
      const v = 2 * uniform() - 1
      const square = u * u + v * v
      if (square > 0 && square < 1) {
        const factor = Math.sqrt((-2 * Math.log(square)) / square)
        spare = v * factor
        return u * factor
      }
    }
  }

  function laplace(scale = 1): number {
    checkPositive(scale, 'scale')
    const size = -scale * Math.log1p(-uniform())
    return uniform() < 0.5 ? -size : size
  }

  function integer(n: number): number {
    checkInteger(n, 'n', 1)
    return Math.floor(uniform() * n)
  }

  return { uniform, normal, laplace, integer }
}
