import { plainKernels, type Allocate, type Kernels } from '../kernels.ts'
import { kernelsWasm } from './kernelsWasm.ts'

/** What kernels.as exports; addresses are in bytes. */
interface Exports {
  dot(a: number, b: number, length: number): number
  axpy(alpha: number, x: number, y: number, length: number): void
  transposeTimes(X: number, rows: number, columns: number, r: number, out: number): void
  gram(X: number, rows: number, columns: number, out: number): void
}

/** A WebAssembly memory, its kernels, and room in it for vectors that lie elsewhere. */
interface Home {
  exports: Exports
  room: Float64Array
}

/** Smaller problems gain less than a memory of their own costs. */
const SMALLEST = 20_000
/** Shorter vectors are done by the time WebAssembly is called. */
const SHORTEST = 32
const PAGE = 65_536
const MOST_PAGES = 65_536

const homes = new WeakMap<ArrayBufferLike, Home>()
let lastBuffer: ArrayBufferLike | undefined
let lastHome: Home | undefined

/** The memory that an array lies in; undefined if it is not one of ours. */
function homeOf(v: Float64Array): Home | undefined {
  if (v.buffer !== lastBuffer) {
    lastBuffer = v.buffer
    lastHome = homes.get(lastBuffer)
  }
  return lastHome
}

const addressOf = (v: Float64Array, start: number): number => v.byteOffset + 8 * start

/**
 * Compiles the kernels in SIMD WebAssembly.
 *
 * They work on arrays that lie in one memory, that of an arena, and leave all others to the plain kernels. An arena has
 * a memory of its own, which never grows, so that no array in it comes loose, and which goes when its arrays go.
 *
 * @throws WebAssembly.CompileError where there is no SIMD, or where the page's policy forbids WebAssembly.
 */
export async function compileSimdKernels(): Promise<Kernels> {
  const bytes = Uint8Array.from(atob(kernelsWasm), (letter) => letter.charCodeAt(0))
  const module = await WebAssembly.compile(bytes)
  return { dot, axpy, transposeTimes, gram, arena: (size) => arenaOf(module, size) }
}

function arenaOf(module: WebAssembly.Module, size: number): Allocate | null {
  const pages = Math.ceil((8 * size) / PAGE) + 1
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
  homes.set(buffer, { exports: exports as unknown as Exports, room: allocate(PAGE / 8) })
  return allocate
}

function dot(
  a: Float64Array,
  aStart: number,
  b: Float64Array,
  bStart: number,
  length: number,
): number {
  if (length >= SHORTEST && a.buffer === b.buffer) {
    const home = homeOf(a)
    if (home) return home.exports.dot(addressOf(a, aStart), addressOf(b, bStart), length)
  }
  return plainKernels.dot(a, aStart, b, bStart, length)
}

function axpy(
  alpha: number,
  x: Float64Array,
  xStart: number,
  y: Float64Array,
  yStart: number,
  length: number,
): void {
  if (length >= SHORTEST && x.buffer === y.buffer) {
    const home = homeOf(x)
    if (home) return home.exports.axpy(alpha, addressOf(x, xStart), addressOf(y, yStart), length)
  }
  plainKernels.axpy(alpha, x, xStart, y, yStart, length)
}

/** A vector that lies elsewhere is copied in: nothing beside a pass over X. */
function transposeTimes(
  X: Float64Array,
  rows: number,
  columns: number,
  r: Float64Array,
  out: Float64Array,
): void {
  const home = homeOf(X)
  if (home === undefined || rows + 1 + columns > home.room.length) {
    return plainKernels.transposeTimes(X, rows, columns, r, out)
  }
  const { exports, room } = home
  const from = r.buffer === X.buffer ? r : room
  if (from === room) room.set(r.subarray(0, rows))
  const to = out.buffer === X.buffer ? out : room.subarray(room.length - columns)
  exports.transposeTimes(addressOf(X, 0), rows, columns, addressOf(from, 0), addressOf(to, 0))
  if (to !== out) out.set(to)
}

function gram(X: Float64Array, rows: number, columns: number, out: Float64Array): void {
  const home = X.buffer === out.buffer ? homeOf(X) : undefined
  if (home) home.exports.gram(addressOf(X, 0), rows, columns, addressOf(out, 0))
  else plainKernels.gram(X, rows, columns, out)
}
