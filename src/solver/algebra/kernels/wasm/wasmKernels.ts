import type { Kernels } from '../kernels.ts'
import { plainKernels } from '../plain/plainKernels.ts'
import { addressOf, arenasOf, homeOf, homeOfBoth, ROOM } from './memory.ts'
import { relaxedKernels, strictKernels } from './module.ts'

/** Shorter vectors are done by the time WebAssembly is called. */
const SHORTEST = 32
/** Rows of a block of X that stays in the cache while XᵀX is formed. */
const BLOCK = 256

/**
 * Compiles the kernels in SIMD WebAssembly, with fused multiply-add where the engine has it.
 *
 * They work on arrays that lie in one memory, that of an arena, and leave all others to the plain kernels.
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
    transposeTimesAt,
    combine,
    crossProducts,
    solveLower,
    solveLowerTransposed,
    gram,
    arena: arenasOf(module),
  }
}

const dot: Kernels['dot'] = (a, aStart, b, bStart, length) => {
  const home = length >= SHORTEST ? homeOfBoth(a, b) : undefined
  if (home === undefined) return plainKernels.dot(a, aStart, b, bStart, length)
  return home.exports.dot(addressOf(a, aStart), addressOf(b, bStart), length)
}

const squares: Kernels['squares'] = (a, aStart, length) => {
  const home = length >= SHORTEST ? homeOf(a) : undefined
  if (home === undefined) return plainKernels.squares(a, aStart, length)
  const at = addressOf(a, aStart)
  return home.exports.dot(at, at, length)
}

const axpy: Kernels['axpy'] = (alpha, x, xStart, y, yStart, length) => {
  const home = length >= SHORTEST ? homeOfBoth(x, y) : undefined
  if (home === undefined) plainKernels.axpy(alpha, x, xStart, y, yStart, length)
  else home.exports.axpy(alpha, addressOf(x, xStart), addressOf(y, yStart), length)
}

/** A vector that lies elsewhere is copied in: nothing beside a pass over X. */
const transposeTimes: Kernels['transposeTimes'] = (X, rows, columns, r, out) => {
  const home = homeOf(X)
  if (home === undefined) return plainKernels.transposeTimes(X, rows, columns, r, out)
  const elsewhere = (r.buffer === X.buffer ? 0 : rows) + (out.buffer === X.buffer ? 0 : columns)
  if (elsewhere >= ROOM) return plainKernels.transposeTimes(X, rows, columns, r, out)
  const { exports, room } = home
  const from = r.buffer === X.buffer ? r : room
  if (from === room) room.set(r.subarray(0, rows))
  const to = out.buffer === X.buffer ? out : room.subarray(room.length - columns)
  exports.transposeTimes(addressOf(X, 0), rows, columns, addressOf(from, 0), addressOf(to, 0))
  if (to !== out) out.set(to)
}

const transposeTimesAt: Kernels['transposeTimesAt'] = (X, rows, members, count, r, out) => {
  const home = homeOfBoth(X, out)
  if (home === undefined || r.buffer !== X.buffer || count > ROOM) {
    return plainKernels.transposeTimesAt(X, rows, members, count, r, out)
  }
  const { exports, indices } = home
  for (let k = 0; k < count; k++) indices[k] = members[k]
  const to = addressOf(out, 0)
  exports.transposeTimesAt(addressOf(X, 0), rows, indices.byteOffset, count, addressOf(r, 0), to)
}

const combine: Kernels['combine'] = (X, rows, members, count, u, out) => {
  const home = homeOfBoth(X, out)
  if (home === undefined || count > ROOM) {
    return plainKernels.combine(X, rows, members, count, u, out)
  }
  const { exports, indices, room } = home
  for (let k = 0; k < count; k++) {
    indices[k] = members[k]
    room[k] = u[members[k]]
  }
  const weights = addressOf(room, 0)
  exports.combine(addressOf(X, 0), rows, indices.byteOffset, weights, count, addressOf(out, 0))
}

const crossProducts: Kernels['crossProducts'] = (X, rows, members, count, others, out) => {
  const home = homeOfBoth(X, out)
  if (home === undefined || count + others.length > ROOM) {
    return plainKernels.crossProducts(X, rows, members, count, others, out)
  }
  const { exports, indices } = home
  for (let k = 0; k < count; k++) indices[k] = members[k]
  indices.set(others, count)
  exports.crossProducts(
    addressOf(X, 0),
    rows,
    indices.byteOffset,
    count,
    indices.byteOffset + 4 * count,
    others.length,
    addressOf(out, 0),
  )
}

const solveLower: Kernels['solveLower'] = (L, capacity, size, b, start) => {
  const home = size >= SHORTEST ? homeOfBoth(L, b) : undefined
  if (home) home.exports.solveLower(addressOf(L, 0), 8 * capacity, size, addressOf(b, start))
  else plainKernels.solveLower(L, capacity, size, b, start)
}

const solveLowerTransposed: Kernels['solveLowerTransposed'] = (L, capacity, size, b) => {
  const home = size >= SHORTEST ? homeOfBoth(L, b) : undefined
  if (home) home.exports.solveLowerTransposed(addressOf(L, 0), 8 * capacity, size, addressOf(b, 0))
  else plainKernels.solveLowerTransposed(L, capacity, size, b)
}

const gram: Kernels['gram'] = (X, rows, columns, out) => {
  const home = homeOfBoth(X, out)
  if (home === undefined) return plainKernels.gram(X, rows, columns, out)
  const { exports } = home
  const to = addressOf(out, 0)
  out.fill(0, 0, columns * columns)
  for (let start = 0; start < rows; start += BLOCK) {
    const length = Math.min(BLOCK, rows - start)
    exports.addGram(addressOf(X, start), 8 * rows, length, columns, to)
  }
  exports.mirror(to, columns)
}
