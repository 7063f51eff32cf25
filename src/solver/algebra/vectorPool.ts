import { allocateAnywhere } from './kernels.ts'

/** Engines make vectors up to `TINY` numbers quickly; up to `SHORT` making one costs more than filling it. */
const TINY = 8
const SHORT = 64

/**
 * Hands out vectors of one length: zeros, or copies of what it is given. Short ones are cut from larger arrays, sixteen
 * at a time.
 */
export function vectorPool(
  size: number,
  allocate = allocateAnywhere,
): (values?: Float64Array) => Float64Array {
  if (size <= TINY || size > SHORT) {
    return (values) => {
      const vector = allocate(size)
      if (values !== undefined) vector.set(values)
      return vector
    }
  }
  let chunk = allocate(16 * size)
  let used = 0
  return (values) => {
    if (used === chunk.length) {
      chunk = allocate(16 * size)
      used = 0
    }
    const vector = chunk.subarray(used, used + size)
    used += size
    if (values !== undefined) vector.set(values)
    return vector
  }
}
