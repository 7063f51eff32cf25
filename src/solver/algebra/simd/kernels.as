// The dense kernels as 128-bit SIMD, two doubles at a time: AssemblyScript, compiled by compile.ts.
// Arguments are addresses in bytes; matrices are column-major. What each kernel does is said in ../kernels.ts.

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
    s0 = f64x2.add(s0, f64x2.mul(v128.load(a), v128.load(b)))
    s1 = f64x2.add(s1, f64x2.mul(v128.load(a, 16), v128.load(b, 16)))
    s2 = f64x2.add(s2, f64x2.mul(v128.load(a, 32), v128.load(b, 32)))
    s3 = f64x2.add(s3, f64x2.mul(v128.load(a, 48), v128.load(b, 48)))
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
    v128.store(y, f64x2.add(v128.load(y), f64x2.mul(factor, v128.load(x))))
    v128.store(y, f64x2.add(v128.load(y, 16), f64x2.mul(factor, v128.load(x, 16))), 16)
    x += 32
    y += 32
  }
  for (; i < length; i++) {
    store<f64>(y, load<f64>(y) + alpha * load<f64>(x))
    x += 8
    y += 8
  }
}

/** Four columns at a time, so that each entry of r is read once for all four. */
export function transposeTimes(X: usize, rows: usize, columns: usize, r: usize, out: usize): void {
  const stride = rows << 3
  let j: usize = 0
  for (; j + 3 < columns; j += 4) {
    let c0 = X
    let c1 = c0 + stride
    let c2 = c1 + stride
    let c3 = c2 + stride
    let at = r
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
      const first = v128.load(at)
      const second = v128.load(at, 16)
      s0 = f64x2.add(s0, f64x2.mul(v128.load(c0), first))
      s1 = f64x2.add(s1, f64x2.mul(v128.load(c1), first))
      s2 = f64x2.add(s2, f64x2.mul(v128.load(c2), first))
      s3 = f64x2.add(s3, f64x2.mul(v128.load(c3), first))
      t0 = f64x2.add(t0, f64x2.mul(v128.load(c0, 16), second))
      t1 = f64x2.add(t1, f64x2.mul(v128.load(c1, 16), second))
      t2 = f64x2.add(t2, f64x2.mul(v128.load(c2, 16), second))
      t3 = f64x2.add(t3, f64x2.mul(v128.load(c3, 16), second))
      at += 32
      c0 += 32
      c1 += 32
      c2 += 32
      c3 += 32
    }
    store<f64>(out, sumOf(f64x2.add(s0, t0)) + dot(c0, at, rows - i))
    store<f64>(out, sumOf(f64x2.add(s1, t1)) + dot(c1, at, rows - i), 8)
    store<f64>(out, sumOf(f64x2.add(s2, t2)) + dot(c2, at, rows - i), 16)
    store<f64>(out, sumOf(f64x2.add(s3, t3)) + dot(c3, at, rows - i), 24)
    X += 4 * stride
    out += 32
  }
  for (; j < columns; j++) {
    store<f64>(out, dot(X, r, rows))
    X += stride
    out += 8
  }
}

/** Tiles of 4 × 2 columns: eight sums fill the registers. Rows go in blocks that stay in the cache. */
export function gram(X: usize, rows: usize, columns: usize, out: usize): void {
  const stride = rows << 3
  const line = columns << 3
  memory.fill(out, 0, line * columns)
  for (let start: usize = 0; start < rows; start += 256) {
    const length = min<usize>(256, rows - start)
    const block = X + (start << 3)
    let j: usize = 0
    for (; j + 3 < columns; j += 4) {
      for (let k: usize = 0; k < j + 4; k += 2) {
        const at = out + j * line + (k << 3)
        addTile(block + j * stride, block + k * stride, stride, length, at, line)
      }
    }
    for (; j < columns; j++) {
      for (let k: usize = 0; k <= j; k++) {
        add(out + j * line + (k << 3), dot(block + j * stride, block + k * stride, length))
      }
    }
  }
  for (let j: usize = 0; j < columns; j++) {
    for (let k: usize = 0; k < j; k++) {
      store<f64>(out + k * line + (j << 3), load<f64>(out + j * line + (k << 3)))
    }
  }
}

function add(at: usize, value: f64): void {
  store<f64>(at, load<f64>(at) + value)
}

/** Adds the products of four neighbouring columns, from a0 on, with two others, from b0 on. */
function addTile(a0: usize, b0: usize, stride: usize, length: usize, out: usize, line: usize): void {
  let a1 = a0 + stride
  let a2 = a1 + stride
  let a3 = a2 + stride
  let b1 = b0 + stride
  let s00 = f64x2.splat(0)
  let s01 = s00
  let s10 = s00
  let s11 = s00
  let s20 = s00
  let s21 = s00
  let s30 = s00
  let s31 = s00
  for (let i: usize = 0; i + 1 < length; i += 2) {
    const p = v128.load(b0)
    const q = v128.load(b1)
    let a = v128.load(a0)
    s00 = f64x2.add(s00, f64x2.mul(a, p))
    s01 = f64x2.add(s01, f64x2.mul(a, q))
    a = v128.load(a1)
    s10 = f64x2.add(s10, f64x2.mul(a, p))
    s11 = f64x2.add(s11, f64x2.mul(a, q))
    a = v128.load(a2)
    s20 = f64x2.add(s20, f64x2.mul(a, p))
    s21 = f64x2.add(s21, f64x2.mul(a, q))
    a = v128.load(a3)
    s30 = f64x2.add(s30, f64x2.mul(a, p))
    s31 = f64x2.add(s31, f64x2.mul(a, q))
    a0 += 16
    a1 += 16
    a2 += 16
    a3 += 16
    b0 += 16
    b1 += 16
  }
  addPair(out, s00, s01)
  addPair(out + line, s10, s11)
  addPair(out + 2 * line, s20, s21)
  addPair(out + 3 * line, s30, s31)
  if ((length & 1) === 0) return
  // The row that is left over.
  const b = f64x2.replace_lane(v128.load64_zero(b0), 1, load<f64>(b1))
  addPairTimes(out, a0, b)
  addPairTimes(out + line, a1, b)
  addPairTimes(out + 2 * line, a2, b)
  addPairTimes(out + 3 * line, a3, b)
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
