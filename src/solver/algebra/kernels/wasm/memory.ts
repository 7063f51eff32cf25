import type { Arena } from '../kernels.ts'

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
}

/** A WebAssembly memory, its kernels, and room in it for what lies elsewhere: numbers, and indices behind them. */
export interface Home {
  exports: Exports
  room: Float64Array
  indices: Int32Array
  buffer: ArrayBuffer
  /** Bytes from here on have never been used, so that they are 0. */
  clean: number
}

/** Smaller problems gain less than the copy of their numbers costs. */
const SMALLEST = 4000
/** How many numbers there is room for, and how many indices. */
export const ROOM = 8192
const PAGE = 65_536
const MOST_PAGES = 65_536
/** Memories up to so many bytes are kept for the next problem. */
const KEPT = 2 ** 26

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

/**
 * The memory in which both arrays lie; undefined if there is none. The second should be the shorter: engines make a
 * buffer for a tiny array only when it is asked for, which takes longer than a kernel needs for it.
 */
export function homeOfBoth(a: Float64Array, b: Float64Array): Home | undefined {
  const home = homeOf(a)
  return home !== undefined && b.buffer === a.buffer ? home : undefined
}

/** Where entry `start` of an array lies in its memory. */
export const addressOf = (v: Float64Array, start: number): number => v.byteOffset + 8 * start

/**
 * Gives out memories for the arrays of one problem each, about `size` numbers; null where none pays.
 *
 * A memory never grows, so that no array in it comes loose, and goes when its arrays go. One that was released is kept
 * for the next problem: fetching the pages of a new one takes longer than many a fit.
 */
export function arenasOf(module: WebAssembly.Module): (size: number) => Arena | null {
  let idle: Home | undefined
  return (size) => {
    const pages = Math.ceil((8 * size + 12 * ROOM) / PAGE) + 1
    if (size < SMALLEST || pages > MOST_PAGES) return null
    let home = idle
    idle = undefined
    if (home === undefined || home.buffer.byteLength < pages * PAGE) home = newHome(module, pages)
    return arenaIn(home, () => {
      if (home.buffer.byteLength <= KEPT) idle = home
    })
  }
}

/** Hands out the room of a memory, from the start. */
function arenaIn(home: Home, release: () => void): Arena {
  const { buffer } = home
  let used = 12 * ROOM
  const take = (length: number): Float64Array | null => {
    // Vectors start at multiples of 16 bytes; what does not fit any more lies elsewhere.
    const end = used + 16 * Math.ceil(length / 2)
    if (end > buffer.byteLength) return null
    const made = new Float64Array(buffer, used, length)
    used = end
    return made
  }
  return {
    allocate: (length) => {
      const start = used
      const made = take(length)
      if (made === null) return new Float64Array(length)
      if (start < home.clean) made.fill(0)
      home.clean = Math.max(home.clean, used)
      return made
    },
    copy: (values) => {
      const made = take(values.length)
      if (made === null) return values.slice()
      made.set(values)
      home.clean = Math.max(home.clean, used)
      return made
    },
    release,
  }
}

function newHome(module: WebAssembly.Module, pages: number): Home {
  const memory = new WebAssembly.Memory({ initial: pages, maximum: pages })
  const exports = new WebAssembly.Instance(module, { env: { memory } }).exports
  const { buffer } = memory
  const room = new Float64Array(buffer, 0, ROOM)
  const indices = new Int32Array(buffer, 8 * ROOM, ROOM)
  const home = { exports: exports as unknown as Exports, room, indices, buffer, clean: 0 }
  homes.set(buffer, home)
  return home
}
