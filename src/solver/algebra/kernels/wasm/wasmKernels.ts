import { plainKernels } from '../plain/plainKernels.ts'
import type { Kernels } from '../types.ts'
import { addressOf, commonMemory, memoryOf, SCRATCH, workspacesOf } from './memory.ts'
import { relaxedKernels, strictKernels } from './module.ts'

/** Calling WebAssembly takes longer than the work on shorter vectors. */
const SHORTEST = 32
/** Rows of a block of X that stays in the cache while XᵀX is formed. */
const BLOCK = 256

/**
 * Compiles the kernels in SIMD WebAssembly, with fused multiply-add where the engine has it.
 *
 * They work on arrays of one workspace in a WebAssembly memory, and leave all others to the plain kernels.
 *
 * @throws WebAssembly.CompileError where there is no SIMD, or where the page's policy forbids WebAssembly.
 */
export async function compileSimdKernels(
  modules: readonly string[] = [relaxedKernels, strictKernels],
): Promise<Kernels> {
  const candidates = modules.map((text) => Uint8Array.from(atob(text), (c) => c.charCodeAt(0)))
  const bytes = candidates.find((module) => WebAssembly.validate(module)) ?? candidates[0]
  const module = await WebAssembly.compile(bytes)
  return {
    dot,
    squares,
    axpy,
    transposeTimes,
    columnProducts,
    transposeTimesAt,
    combine,
    solveLower,
    solveLowerTransposed,
    gram,
    gramSpeed: 5,
    workspace: workspacesOf(module),
  }
}

const dot: Kernels['dot'] = (a, aStart, b, bStart, length) => {
  const memory = length >= SHORTEST ? commonMemory(a, b) : undefined
  if (memory === undefined) return plainKernels.dot(a, aStart, b, bStart, length)
  return memory.exports.dot(addressOf(a, aStart), addressOf(b, bStart), length)
}

const squares: Kernels['squares'] = (a, aStart, length) => {
  const memory = length >= SHORTEST ? memoryOf(a) : undefined
  if (memory === undefined) return plainKernels.squares(a, aStart, length)
  const at = addressOf(a, aStart)
  return memory.exports.dot(at, at, length)
}

const axpy: Kernels['axpy'] = (alpha, x, xStart, y, yStart, length) => {
  const memory = length >= SHORTEST ? commonMemory(x, y) : undefined
  if (memory === undefined) plainKernels.axpy(alpha, x, xStart, y, yStart, length)
  else memory.exports.axpy(alpha, addressOf(x, xStart), addressOf(y, yStart), length)
}

/** A vector that lies elsewhere is copied in, which costs nothing compared to a pass over X. */
const transposeTimes: Kernels['transposeTimes'] = (X, rows, columns, r, out) => {
  const memory = memoryOf(X)
  if (memory === undefined) return plainKernels.transposeTimes(X, rows, columns, r, out)
  const elsewhere = (r.buffer === X.buffer ? 0 : rows) + (out.buffer === X.buffer ? 0 : columns)
  if (elsewhere >= SCRATCH) return plainKernels.transposeTimes(X, rows, columns, r, out)
  const { exports, scratch } = memory
  const from = r.buffer === X.buffer ? r : scratch
  if (from === scratch) scratch.set(r.subarray(0, rows))
  const to = out.buffer === X.buffer ? out : scratch.subarray(scratch.length - columns)
  exports.transposeTimes(addressOf(X, 0), rows, columns, addressOf(from, 0), addressOf(to, 0))
  if (to !== out) out.set(to)
}

const columnProducts: Kernels['columnProducts'] = (X, rows, from, to, r, squares, products) => {
  const memory = memoryOf(X)
  const count = to - from
  if (memory === undefined || rows + 2 * count > SCRATCH) {
    return plainKernels.columnProducts(X, rows, from, to, r, squares, products)
  }
  const { exports, scratch } = memory
  const results = scratch.length - 2 * count
  scratch.set(r)
  const out = addressOf(scratch, results)
  const [start, at] = [addressOf(X, from * rows), addressOf(scratch, 0)]
  exports.columnProducts(start, rows, count, at, out, out + 8 * count)
  for (let k = 0; k < count; k++) {
    squares[from + k] = scratch[results + k]
    products[from + k] = scratch[results + count + k]
  }
}

const transposeTimesAt: Kernels['transposeTimesAt'] = (X, rows, members, count, r, out) => {
  const memory = commonMemory(X, out)
  if (memory === undefined || r.buffer !== X.buffer || count > SCRATCH) {
    return plainKernels.transposeTimesAt(X, rows, members, count, r, out)
  }
  const { exports, indices } = memory
  for (let k = 0; k < count; k++) indices[k] = members[k]
  const to = addressOf(out, 0)
  exports.transposeTimesAt(addressOf(X, 0), rows, indices.byteOffset, count, addressOf(r, 0), to)
}

const combine: Kernels['combine'] = (X, rows, members, count, u, out) => {
  const memory = commonMemory(X, out)
  if (memory === undefined || count > SCRATCH) {
    return plainKernels.combine(X, rows, members, count, u, out)
  }
  const { exports, indices, scratch } = memory
  for (let k = 0; k < count; k++) {
    indices[k] = members[k]
    scratch[k] = u[members[k]]
  }
  const weights = addressOf(scratch, 0)
  exports.combine(addressOf(X, 0), rows, indices.byteOffset, weights, count, addressOf(out, 0))
}

const solveLower: Kernels['solveLower'] = (L, capacity, size, b, start) => {
  const memory = size >= SHORTEST ? commonMemory(L, b) : undefined
  if (memory) memory.exports.solveLower(addressOf(L, 0), 8 * capacity, size, addressOf(b, start))
  else plainKernels.solveLower(L, capacity, size, b, start)
}

const solveLowerTransposed: Kernels['solveLowerTransposed'] = (L, capacity, size, b) => {
  const memory = size >= SHORTEST ? commonMemory(L, b) : undefined
  if (memory)
    memory.exports.solveLowerTransposed(addressOf(L, 0), 8 * capacity, size, addressOf(b, 0))
  else plainKernels.solveLowerTransposed(L, capacity, size, b)
}

const gram: Kernels['gram'] = (X, rows, columns, out) => {
  const memory = commonMemory(X, out)
  if (memory === undefined) return plainKernels.gram(X, rows, columns, out)
  const { exports } = memory
  const to = addressOf(out, 0)
  out.fill(0, 0, columns * columns)
  for (let start = 0; start < rows; start += BLOCK) {
    const length = Math.min(BLOCK, rows - start)
    exports.addGram(addressOf(X, start), 8 * rows, length, columns, to)
  }
  exports.mirror(to, columns)
}
