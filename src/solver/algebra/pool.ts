import type { Allocate } from './kernels/kernels.ts'

/** Engines make arrays up to `TINY` numbers quickly. Beyond, making one costs more than filling it, up to `SHORT`. */
const TINY = 8
const SHORT = 512
const CHUNK = 2048

let chunk = new Float64Array(0)
let used = 0

/**
 * Cuts short arrays from larger ones, which all fits share: a small fit would spend half of its time on making and
 * freeing its arrays. For arrays that stay inside of the package, as their buffer holds those of others.
 */
export const allocateFromPool: Allocate = (length) => {
  if (length <= TINY || length > SHORT) return new Float64Array(length)
  if (used + length > CHUNK || chunk.length === 0) {
    chunk = new Float64Array(CHUNK)
    used = 0
  }
  used += length
  return chunk.subarray(used - length, used)
}
