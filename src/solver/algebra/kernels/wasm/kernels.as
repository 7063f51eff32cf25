// The dense kernels as 128-bit SIMD, two doubles at a time: AssemblyScript, compiled by compile.ts, once with the fused
// multiply-add of relaxed SIMD and once without. Arguments are addresses in bytes; matrices are column-major. What each
// kernel does is said in ../kernels.ts.

// @ts-ignore: a decorator of AssemblyScript
@inline
function madd(a: v128, b: v128, sum: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) return f64x2.relaxed_madd(a, b, sum)
  return f64x2.add(sum, f64x2.mul(a, b))
}

function sumOf(v: v128): f64 {
  return f64x2.extract_lane(v, 0) + f64x2.extract_lane(v, 1)
}

export function dot(a: usize, b: usize, length: usize): f64 {
  let s0 = f64x2.splat(0)
  let s1 = s0
  let s2 = s0
  let s3 = s0
  let i: usize = 0
  for (; i + 7 < length; i += 8) {
    s0 = madd(v128.load(a), v128.load(b), s0)
    s1 = madd(v128.load(a, 16), v128.load(b, 16), s1)
    s2 = madd(v128.load(a, 32), v128.load(b, 32), s2)
    s3 = madd(v128.load(a, 48), v128.load(b, 48), s3)
    a += 64
    b += 64
  }
  let sum = sumOf(f64x2.add(f64x2.add(s0, s1), f64x2.add(s2, s3)))
  for (; i < length; i++) {
    sum += load<f64>(a) * load<f64>(b)
    a += 8
    b += 8
  }
  return sum
}

export function axpy(alpha: f64, x: usize, y: usize, length: usize): void {
  const factor = f64x2.splat(alpha)
  let i: usize = 0
  for (; i + 3 < length; i += 4) {
    v128.store(y, madd(factor, v128.load(x), v128.load(y)))
    v128.store(y, madd(factor, v128.load(x, 16), v128.load(y, 16)), 16)
    x += 32
    y += 32
  }
  for (; i < length; i++) {
    store<f64>(y, load<f64>(y) + alpha * load<f64>(x))
    x += 8
    y += 8
  }
}

/** From the last column back to the first, as the last ones may still be in the cache from the pass before. */
export function transposeTimes(X: usize, rows: usize, columns: usize, r: usize, out: usize): void {
  const stride = rows << 3
  let j = columns
  for (; j > 3; j -= 4) {
    const c0 = X + (j - 4) * stride
    const at = out + ((j - 4) << 3)
    fourDots(c0, c0 + stride, c0 + 2 * stride, c0 + 3 * stride, r, rows, at, at + 8, at + 16, at + 24)
  }
  for (; j > 0; j--) store<f64>(out + ((j - 1) << 3), dot(X + (j - 1) * stride, r, rows))
}

/** Two columns at a time, each entry of which is read once for both its square and its product. */
export function columnProducts(
  X: usize,
  rows: usize,
  columns: usize,
  r: usize,
  squares: usize,
  products: usize,
): void {
  const stride = rows << 3
  let j: usize = 0
  for (; j + 1 < columns; j += 2) {
    let c0 = X
    let c1 = X + stride
    let at = r
    let s0 = f64x2.splat(0)
    let s1 = s0
    let p0 = s0
    let p1 = s0
    let t0 = s0
    let t1 = s0
    let q0 = s0
    let q1 = s0
    let i: usize = 0
    for (; i + 3 < rows; i += 4) {
      const first = v128.load(at)
      const second = v128.load(at, 16)
      let a = v128.load(c0)
      s0 = madd(a, a, s0)
      p0 = madd(a, first, p0)
      a = v128.load(c1)
      s1 = madd(a, a, s1)
      p1 = madd(a, first, p1)
      a = v128.load(c0, 16)
      t0 = madd(a, a, t0)
      q0 = madd(a, second, q0)
      a = v128.load(c1, 16)
      t1 = madd(a, a, t1)
      q1 = madd(a, second, q1)
      at += 32
      c0 += 32
      c1 += 32
    }
    const left = rows - i
    store<f64>(squares, sumOf(f64x2.add(s0, t0)) + dot(c0, c0, left))
    store<f64>(squares, sumOf(f64x2.add(s1, t1)) + dot(c1, c1, left), 8)
    store<f64>(products, sumOf(f64x2.add(p0, q0)) + dot(c0, at, left))
    store<f64>(products, sumOf(f64x2.add(p1, q1)) + dot(c1, at, left), 8)
    X += 2 * stride
    squares += 16
    products += 16
  }
  if (j < columns) {
    store<f64>(squares, dot(X, X, rows))
    store<f64>(products, dot(X, r, rows))
  }
}

export function transposeTimesAt(
  X: usize,
  rows: usize,
  members: usize,
  count: usize,
  r: usize,
  out: usize,
): void {
  const stride = rows << 3
  const end = members + (count << 2)
  for (; members + 15 < end; members += 16) {
    const j0 = <usize>load<u32>(members)
    const j1 = <usize>load<u32>(members, 4)
    const j2 = <usize>load<u32>(members, 8)
    const j3 = <usize>load<u32>(members, 12)
    fourDots(
      X + j0 * stride,
      X + j1 * stride,
      X + j2 * stride,
      X + j3 * stride,
      r,
      rows,
      out + (j0 << 3),
      out + (j1 << 3),
      out + (j2 << 3),
      out + (j3 << 3),
    )
  }
  for (; members < end; members += 4) {
    const j = <usize>load<u32>(members)
    store<f64>(out + (j << 3), dot(X + j * stride, r, rows))
  }
}

/** The products of four columns with r, each entry of which is read once for all four. */
function fourDots(
  c0: usize,
  c1: usize,
  c2: usize,
  c3: usize,
  r: usize,
  rows: usize,
  out0: usize,
  out1: usize,
  out2: usize,
  out3: usize,
): void {
  let s0 = f64x2.splat(0)
  let s1 = s0
  let s2 = s0
  let s3 = s0
  let t0 = s0
  let t1 = s0
  let t2 = s0
  let t3 = s0
  let i: usize = 0
  for (; i + 3 < rows; i += 4) {
    const first = v128.load(r)
    const second = v128.load(r, 16)
    s0 = madd(v128.load(c0), first, s0)
    s1 = madd(v128.load(c1), first, s1)
    s2 = madd(v128.load(c2), first, s2)
    s3 = madd(v128.load(c3), first, s3)
    t0 = madd(v128.load(c0, 16), second, t0)
    t1 = madd(v128.load(c1, 16), second, t1)
    t2 = madd(v128.load(c2, 16), second, t2)
    t3 = madd(v128.load(c3, 16), second, t3)
    r += 32
    c0 += 32
    c1 += 32
    c2 += 32
    c3 += 32
  }
  const left = rows - i
  store<f64>(out0, sumOf(f64x2.add(s0, t0)) + dot(c0, r, left))
  store<f64>(out1, sumOf(f64x2.add(s1, t1)) + dot(c1, r, left))
  store<f64>(out2, sumOf(f64x2.add(s2, t2)) + dot(c2, r, left))
  store<f64>(out3, sumOf(f64x2.add(s3, t3)) + dot(c3, r, left))
}

/** The weights lie side by side in the order of the members. */
export function combine(
  X: usize,
  rows: usize,
  members: usize,
  weights: usize,
  count: usize,
  out: usize,
): void {
  const stride = rows << 3
  const end = members + (count << 2)
  memory.fill(out, 0, stride)
  for (; members + 15 < end; members += 16) {
    let c0 = X + <usize>load<u32>(members) * stride
    let c1 = X + <usize>load<u32>(members, 4) * stride
    let c2 = X + <usize>load<u32>(members, 8) * stride
    let c3 = X + <usize>load<u32>(members, 12) * stride
    const w0 = v128.load64_splat(weights)
    const w1 = v128.load64_splat(weights, 8)
    const w2 = v128.load64_splat(weights, 16)
    const w3 = v128.load64_splat(weights, 24)
    let at = out
    let i: usize = 0
    for (; i + 3 < rows; i += 4) {
      let first = madd(w0, v128.load(c0), v128.load(at))
      let second = madd(w0, v128.load(c0, 16), v128.load(at, 16))
      first = madd(w1, v128.load(c1), first)
      second = madd(w1, v128.load(c1, 16), second)
      first = madd(w2, v128.load(c2), first)
      second = madd(w2, v128.load(c2, 16), second)
      v128.store(at, madd(w3, v128.load(c3), first))
      v128.store(at, madd(w3, v128.load(c3, 16), second), 16)
      c0 += 32
      c1 += 32
      c2 += 32
      c3 += 32
      at += 32
    }
    for (; i < rows; i++) {
      const pairs = load<f64>(weights) * load<f64>(c0) + load<f64>(weights, 8) * load<f64>(c1)
      const others = load<f64>(weights, 16) * load<f64>(c2) + load<f64>(weights, 24) * load<f64>(c3)
      store<f64>(at, load<f64>(at) + (pairs + others))
      c0 += 8
      c1 += 8
      c2 += 8
      c3 += 8
      at += 8
    }
    weights += 32
  }
  for (; members < end; members += 4) {
    axpy(load<f64>(weights), X + <usize>load<u32>(members) * stride, out, rows)
    weights += 8
  }
}

/**
 * Adds XᵀX, on and below the diagonal, for columns `stride` bytes apart: tiles of 6 × 2 columns, as twelve sums
 * are as many as the registers hold beside what is multiplied.
 */
export function addGram(X: usize, stride: usize, rows: usize, columns: usize, out: usize): void {
  const line = columns << 3
  let j: usize = 0
  for (; j + 5 < columns; j += 6) {
    for (let k: usize = 0; k < j + 6; k += 2) {
      addTile(X + j * stride, X + k * stride, stride, rows, out + j * line + (k << 3), line)
    }
  }
  for (; j < columns; j++) {
    for (let k: usize = 0; k <= j; k++) {
      const at = out + j * line + (k << 3)
      store<f64>(at, load<f64>(at) + dot(X + j * stride, X + k * stride, rows))
    }
  }
}

/** Copies what is on one side of the diagonal to the other. */
export function mirror(out: usize, columns: usize): void {
  const line = columns << 3
  for (let j: usize = 0; j < columns; j++) {
    for (let k: usize = 0; k < j; k++) {
      store<f64>(out + k * line + (j << 3), load<f64>(out + j * line + (k << 3)))
    }
  }
}

/** Adds the products of six neighbouring columns, from a0 on, with two others, from b0 on. */
function addTile(a0: usize, b0: usize, stride: usize, length: usize, out: usize, line: usize): void {
  let a1 = a0 + stride
  let a2 = a1 + stride
  let a3 = a2 + stride
  let a4 = a3 + stride
  let a5 = a4 + stride
  let b1 = b0 + stride
  let s00 = f64x2.splat(0)
  let s01 = s00
  let s10 = s00
  let s11 = s00
  let s20 = s00
  let s21 = s00
  let s30 = s00
  let s31 = s00
  let s40 = s00
  let s41 = s00
  let s50 = s00
  let s51 = s00
  for (let i: usize = 0; i + 1 < length; i += 2) {
    const p = v128.load(b0)
    const q = v128.load(b1)
    let a = v128.load(a0)
    s00 = madd(a, p, s00)
    s01 = madd(a, q, s01)
    a = v128.load(a1)
    s10 = madd(a, p, s10)
    s11 = madd(a, q, s11)
    a = v128.load(a2)
    s20 = madd(a, p, s20)
    s21 = madd(a, q, s21)
    a = v128.load(a3)
    s30 = madd(a, p, s30)
    s31 = madd(a, q, s31)
    a = v128.load(a4)
    s40 = madd(a, p, s40)
    s41 = madd(a, q, s41)
    a = v128.load(a5)
    s50 = madd(a, p, s50)
    s51 = madd(a, q, s51)
    a0 += 16
    a1 += 16
    a2 += 16
    a3 += 16
    a4 += 16
    a5 += 16
    b0 += 16
    b1 += 16
  }
  addPair(out, s00, s01)
  addPair(out + line, s10, s11)
  addPair(out + 2 * line, s20, s21)
  addPair(out + 3 * line, s30, s31)
  addPair(out + 4 * line, s40, s41)
  addPair(out + 5 * line, s50, s51)
  if ((length & 1) === 0) return
  // The row that is left over.
  const b = f64x2.replace_lane(v128.load64_zero(b0), 1, load<f64>(b1))
  addPairTimes(out, a0, b)
  addPairTimes(out + line, a1, b)
  addPairTimes(out + 2 * line, a2, b)
  addPairTimes(out + 3 * line, a3, b)
  addPairTimes(out + 4 * line, a4, b)
  addPairTimes(out + 5 * line, a5, b)
}

/** Adds the sum of either vector's lanes to one of two neighbouring numbers. */
function addPair(out: usize, s: v128, t: v128): void {
  const lows = v128.shuffle<f64>(s, t, 0, 2)
  const highs = v128.shuffle<f64>(s, t, 1, 3)
  v128.store(out, f64x2.add(v128.load(out), f64x2.add(lows, highs)))
}

function addPairTimes(out: usize, a: usize, b: v128): void {
  v128.store(out, f64x2.add(v128.load(out), f64x2.mul(v128.load64_splat(a), b)))
}

export function solveLower(L: usize, stride: usize, size: usize, x: usize): void {
  for (let k: usize = 0; k < size; k++) {
    const at = x + (k << 3)
    store<f64>(at, (load<f64>(at) - dot(L, x, k)) / load<f64>(L + (k << 3)))
    L += stride
  }
}

export function solveLowerTransposed(L: usize, stride: usize, size: usize, x: usize): void {
  for (let k = size; k-- > 0; ) {
    const row = L + k * stride
    const at = x + (k << 3)
    const value = load<f64>(at) / load<f64>(row + (k << 3))
    store<f64>(at, value)
    axpy(-value, row, x, k)
  }
}
