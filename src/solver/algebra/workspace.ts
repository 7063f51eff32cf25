/** Makes an array of zeros. */
export type Allocate = (length: number) => Float64Array

/** The memory of one problem: arrays are cut from it one after another and given back all at once. */
export interface Workspace {
  allocate: Allocate
  /** The same numbers where the kernels work best: `values` itself if it is there already. */
  place(values: Float64Array): Float64Array
  /** A buffer of at least this length, which the next caller overwrites. */
  scratch(length: number): Float64Array
  /** The same numbers in an array that outlives the workspace. */
  keep(values: Float64Array): Float64Array
  /** Ends the use of all its arrays. */
  release(): void
}

/** Engines allocate arrays of up to `TINY` numbers cheaply; up to `SHORT` ones cost more to create than to fill. */
const TINY = 8
const SHORT = 512
const CHUNK = 2048

let chunk = new Float64Array(0)
let used = 0

/**
 * Cuts short arrays from larger chunks that all fits share: a small fit would otherwise spend half of its time creating
 * and collecting arrays. Only for arrays that stay inside the package, as their buffer holds those of others.
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

/** A block of memory that one workspace after another cuts its arrays from. */
export interface Block {
  buffer: ArrayBuffer
  /** The first byte to hand out. */
  start: number
  /** Bytes from here on have never been used, so they are still 0. */
  zeroedFrom: number
}

/** A workspace that hands out a block from its start; what no longer fits lies elsewhere. */
export function workspaceIn(block: Block, release: () => void): Workspace {
  const { buffer } = block
  let next = block.start
  const allocate = (length: number): Float64Array => {
    const start = next
    // Vectors start at multiples of 16 bytes.
    const end = start + 16 * Math.ceil(length / 2)
    if (end > buffer.byteLength) return new Float64Array(length)
    const values = new Float64Array(buffer, start, length)
    next = end
    if (start < block.zeroedFrom) values.fill(0)
    block.zeroedFrom = Math.max(block.zeroedFrom, end)
    return values
  }
  let scratch: Float64Array | undefined
  return {
    allocate,
    scratch: (length) => {
      if (scratch === undefined || scratch.length < length) scratch = allocate(length)
      return scratch
    },
    place: (values) => {
      const placed = allocate(values.length)
      placed.set(values)
      return placed
    },
    keep: (values) => values.slice(),
    release,
  }
}

/** A workspace on the ordinary heap, its short arrays cut from the pool. */
export function heapWorkspace(): Workspace {
  let scratch: Float64Array | undefined
  return {
    allocate: allocateFromPool,
    place: (values) => values,
    scratch: (length) => {
      if (scratch === undefined || scratch.length < length) scratch = allocateFromPool(length)
      return scratch
    },
    keep: (values) => values,
    release: () => {},
  }
}
