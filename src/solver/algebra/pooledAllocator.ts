import type { Allocate } from './kernels.ts'

/** Engines make arrays up to `TINY` numbers quickly. Beyond, making one costs more than filling it, up to `SHORT`. */
const TINY = 8
const SHORT = 128
const CHUNK = 512

/** Cuts short arrays from larger ones: a small fit would spend half of its time on making and freeing its arrays. */
export function pooledAllocator(): Allocate {
  let chunk = new Float64Array(0)
  let used = 0
  return (length) => {
    if (length <= TINY || length > SHORT) return new Float64Array(length)
    if (used + length > chunk.length) {
      chunk = new Float64Array(CHUNK)
      used = 0
    }
    used += length
    return chunk.subarray(used - length, used)
  }
}
