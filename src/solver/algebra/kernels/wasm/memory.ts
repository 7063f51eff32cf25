import { heapWorkspace, reusableBuffer, type Workspace } from '../../workspace.ts'

/** The exports of kernels.as; all arguments but counts and factors are addresses and distances in bytes. */
interface Exports {
  dot(a: number, b: number, length: number): number
  axpy(alpha: number, x: number, y: number, length: number): void
  transposeTimes(X: number, rows: number, columns: number, r: number, out: number): void
  columnProducts(
    X: number,
    rows: number,
    columns: number,
    r: number,
    squares: number,
    products: number,
  ): void
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
  addGram(X: number, stride: number, rows: number, columns: number, out: number): void
  mirror(out: number, columns: number): void
  solveLower(L: number, stride: number, size: number, x: number): void
  solveLowerTransposed(L: number, stride: number, size: number, x: number): void
}

/** A WebAssembly memory with its kernels, and scratch space for arguments that lie elsewhere: numbers, then indices. */
export interface WasmMemory {
  exports: Exports
  scratch: Float64Array
  indices: Int32Array
  buffer: ArrayBuffer
  /** Bytes from here on have never been used, so they are still 0. */
  zeroedFrom: number
}

/** Smaller problems gain less than copying their numbers costs. */
const SMALLEST = 4000
/** The length of the scratch space, in numbers and again in indices. */
export const SCRATCH = 8192
const PAGE = 65_536
const MOST_PAGES = 65_536
/** Memories of up to this many bytes are kept for the next problem. */
const KEPT = 2 ** 26

const memories = new WeakMap<ArrayBufferLike, WasmMemory>()
let lastBuffer: ArrayBufferLike | undefined
let lastMemory: WasmMemory | undefined

/** The WebAssembly memory that holds an array; undefined if it lies on the heap. */
export function memoryOf(v: Float64Array): WasmMemory | undefined {
  if (v.buffer !== lastBuffer) {
    lastBuffer = v.buffer
    lastMemory = memories.get(lastBuffer)
  }
  return lastMemory
}

/**
 * The memory that holds both arrays; undefined if there is none. Pass the shorter one second: engines create the buffer
 * of a tiny array only on demand, which takes longer than a kernel needs for it.
 */
export function commonMemory(a: Float64Array, b: Float64Array): WasmMemory | undefined {
  const memory = memoryOf(a)
  return memory !== undefined && b.buffer === a.buffer ? memory : undefined
}

/** The address of entry `start` of an array in its memory. */
export const addressOf = (v: Float64Array, start: number): number => v.byteOffset + 8 * start

/**
 * Makes workspaces for one problem each: in a memory of `size` numbers, or on the heap where a memory does not pay.
 *
 * A memory never grows, so views never detach; it is collected with them. A released one is kept for the next problem,
 * as fetching the pages of a new one takes longer than many a fit.
 */
export function workspacesOf(module: WebAssembly.Module): (size: number) => Workspace {
  let idle: WasmMemory | undefined
  return (size) => {
    const pages = Math.ceil((8 * size + 12 * SCRATCH) / PAGE) + 1
    if (size < SMALLEST || pages > MOST_PAGES) return heapWorkspace()
    const fits = idle !== undefined && idle.buffer.byteLength >= pages * PAGE
    const memory = fits ? idle! : newMemory(module, pages)
    idle = undefined
    return workspaceIn(memory, () => {
      if (memory.buffer.byteLength <= KEPT) idle = memory
    })
  }
}

/** A workspace that hands out a memory from the start; what no longer fits lies on the heap. */
function workspaceIn(memory: WasmMemory, release: () => void): Workspace {
  const { buffer } = memory
  let next = 12 * SCRATCH
  /** An array with whatever is there. */
  const take = (length: number): Float64Array => {
    const start = next
    // Vectors start at multiples of 16 bytes.
    const end = start + 16 * Math.ceil(length / 2)
    if (end > buffer.byteLength) return new Float64Array(length)
    next = end
    return new Float64Array(buffer, start, length)
  }
  const allocate = (length: number): Float64Array => {
    const values = take(length)
    if (values.buffer === buffer && values.byteOffset < memory.zeroedFrom) values.fill(0)
    memory.zeroedFrom = Math.max(memory.zeroedFrom, next)
    return values
  }
  const placeFor = ({ length }: Float64Array): Float64Array => {
    const placed = take(length)
    memory.zeroedFrom = Math.max(memory.zeroedFrom, next)
    return placed
  }
  const keep = (values: Float64Array): Float64Array => values.slice()
  return { allocate, placeFor, scratch: reusableBuffer(allocate), keep, release }
}

function newMemory(module: WebAssembly.Module, pages: number): WasmMemory {
  const memory = new WebAssembly.Memory({ initial: pages, maximum: pages })
  const exports = new WebAssembly.Instance(module, { env: { memory } }).exports as unknown
  const { buffer } = memory
  const scratch = new Float64Array(buffer, 0, SCRATCH)
  const indices = new Int32Array(buffer, 8 * SCRATCH, SCRATCH)
  const made = { exports: exports as Exports, scratch, indices, buffer, zeroedFrom: 0 }
  memories.set(buffer, made)
  return made
}
