import type { Allocate } from '../kernels.ts'

/** What kernels.as exports; all arguments but counts and factors are addresses and distances in bytes. */
interface Exports {
  dot(a: number, b: number, length: number): number
  axpy(alpha: number, x: number, y: number, length: number): void
  transposeTimes(X: number, rows: number, columns: number, r: number, out: number): void
  transposeTimesAt(
    X: number,
    rows: number,
    members: number,
    count: number,
    r: number,
    out: number,
  ): void
  combine(
    X: number,
    rows: number,
    members: number,
    weights: number,
    count: number,
    out: number,
  ): void
  crossProducts(
    X: number,
    rows: number,
    members: number,
    count: number,
    others: number,
    otherCount: number,
    out: number,
  ): void
  addGram(X: number, stride: number, rows: number, columns: number, out: number): void
  mirror(out: number, columns: number): void
  solveLower(L: number, stride: number, size: number, x: number): void
  solveLowerTransposed(L: number, stride: number, size: number, x: number): void
  symmetricTimes(A: number, stride: number, size: number, v: number, out: number): void
  subtractOuter(A: number, stride: number, size: number, v: number, q: number): void
}

/** A WebAssembly memory, its kernels, and room in it for what lies elsewhere: numbers, and indices behind them. */
export interface Home {
  exports: Exports
  room: Float64Array
  indices: Int32Array
  allocate: Allocate
}

/** Smaller problems gain less than a memory of their own costs. */
const SMALLEST = 20_000
/** How many numbers there is room for, and how many indices. */
export const ROOM = 8192
const PAGE = 65_536
const MOST_PAGES = 65_536

const homes = new WeakMap<ArrayBufferLike, Home>()
let lastBuffer: ArrayBufferLike | undefined
let lastHome: Home | undefined

/** The memory that an array lies in; undefined if it is not one of ours. */
export function homeOf(v: Float64Array): Home | undefined {
  if (v.buffer !== lastBuffer) {
    lastBuffer = v.buffer
    lastHome = homes.get(lastBuffer)
  }
  return lastHome
}

/** Where entry `start` of an array lies in its memory. */
export const addressOf = (v: Float64Array, start: number): number => v.byteOffset + 8 * start

/**
 * Makes a memory for the arrays of one problem, about `size` numbers, and hands out arrays in it; null where none pays.
 *
 * It never grows, so that no array in it comes loose, and goes when its arrays go.
 */
export function arenaOf(module: WebAssembly.Module, size: number): Allocate | null {
  const pages = Math.ceil((8 * size + 12 * ROOM) / PAGE) + 1
  if (size < SMALLEST || pages > MOST_PAGES) return null
  const memory = new WebAssembly.Memory({ initial: pages, maximum: pages })
  const exports = new WebAssembly.Instance(module, { env: { memory } }).exports
  const { buffer } = memory
  let used = 0
  const allocate: Allocate = (length) => {
    // Vectors start at multiples of 16 bytes; what does not fit any more lies elsewhere.
    const end = used + 16 * Math.ceil(length / 2)
    if (end > buffer.byteLength) return new Float64Array(length)
    const made = new Float64Array(buffer, used, length)
    used = end
    return made
  }
  const room = allocate(ROOM)
  const indices = new Int32Array(buffer, allocate(ROOM / 2).byteOffset, ROOM)
  homes.set(buffer, { exports: exports as unknown as Exports, room, indices, allocate })
  return allocate
}
