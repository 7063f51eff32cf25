/** Makes an array of zeros. */
export type Allocate = (length: number) => Float64Array

/** The memory of one problem: arrays are cut from it one after another and given back all at once. */
export interface Workspace {
  allocate: Allocate
  /** An array for these numbers where the kernels work best, to be filled: `values` itself if it is there already. */
  placeFor(values: Float64Array): Float64Array
  /** A buffer of at least this length, which the next caller overwrites. */
  scratch(length: number): Float64Array
  /** The same numbers in an array that outlives the workspace. */
  keep(values: Float64Array): Float64Array
  /** Ends the use of all its arrays. */
  release(): void
}

/** Arrays of up to this many numbers cost more to create than to fill. */
const SHORT = 512
/** The length of a chunk, in bytes. */
const CHUNK = 16_384

let chunk = new ArrayBuffer(0)
let used = 0

/**
 * Cuts short arrays from larger chunks that all fits share: a small fit would otherwise spend half of its time creating
 * and collecting arrays. Only for arrays that stay inside the package, as their buffer holds those of others.
 */
export const allocateFromPool: Allocate = (length) => {
  if (length > SHORT) return new Float64Array(length)
  const bytes = 8 * length
  if (used + bytes > chunk.byteLength) {
    chunk = new ArrayBuffer(CHUNK)
    used = 0
  }
  used += bytes
  return new Float64Array(chunk, used - bytes, length)
}

/** Hands out one buffer again and again, and a longer one when it is too short. */
export function reusableBuffer(allocate: Allocate): Allocate {
  let buffer: Float64Array | undefined
  return (length) => {
    if (buffer === undefined || buffer.length < length) buffer = allocate(length)
    return buffer
  }
}

/** A workspace on the ordinary heap, its short arrays cut from the pool. */
export function heapWorkspace(): Workspace {
  return {
    allocate: allocateFromPool,
    placeFor: (values) => values,
    scratch: reusableBuffer(allocateFromPool),
    keep: (values) => values,
    release: () => {},
  }
}
