/** An exact number m·2^e: what every double is, and every sum, difference and product of such. */
export interface Dyadic {
  m: bigint
  e: number
}

export const ZERO: Dyadic = { m: 0n, e: 0 }

const bits = new DataView(new ArrayBuffer(8))

/** The exact value of a double. */
export function exactly(value: number): Dyadic {
  if (!Number.isFinite(value)) throw new Error(`${value} is not finite.`)
  bits.setFloat64(0, value)
  const high = bits.getUint32(0)
  const biased = (high >>> 20) & 0x7ff
  const fraction = (BigInt(high & 0xfffff) << 32n) | BigInt(bits.getUint32(4))
  const m = biased === 0 ? fraction : fraction | (1n << 52n)
  return { m: high >>> 31 ? -m : m, e: Math.max(biased, 1) - 1075 }
}

export function plus(a: Dyadic, b: Dyadic): Dyadic {
  if (a.m === 0n) return b
  if (b.m === 0n) return a
  const e = Math.min(a.e, b.e)
  return { m: (a.m << BigInt(a.e - e)) + (b.m << BigInt(b.e - e)), e }
}

export const negative = ({ m, e }: Dyadic): Dyadic => ({ m: -m, e })
export const minus = (a: Dyadic, b: Dyadic): Dyadic => plus(a, negative(b))
export const times = (a: Dyadic, b: Dyadic): Dyadic => ({ m: a.m * b.m, e: a.e + b.e })
export const absolute = ({ m, e }: Dyadic): Dyadic => ({ m: m < 0n ? -m : m, e })
export const isZero = ({ m }: Dyadic): boolean => m === 0n
export const signOf = ({ m }: Dyadic): number => (m > 0n ? 1 : m < 0n ? -1 : 0)

/** a/b as a double, to about 60 bits. */
export function ratio(a: Dyadic, b: Dyadic): number {
  if (a.m === 0n) return 0
  const shift = BigInt(Math.max(0, 64 + lengthOf(b.m) - lengthOf(a.m)))
  const quotient = (a.m << shift) / b.m
  const cut = Math.max(0, lengthOf(quotient) - 64)
  const exponent = a.e - b.e - Number(shift) + cut
  // In two factors, as the power alone may be beyond doubles.
  const half = Math.trunc(exponent / 2)
  return Number(quotient >> BigInt(cut)) * 2 ** half * 2 ** (exponent - half)
}

/** Integers k·2^−e for some numbers, with the common exponent e. */
export function aligned(values: Dyadic[]): { integers: bigint[]; e: number } {
  const e = values.reduce((least, value) => (value.m === 0n ? least : Math.min(least, value.e)), 0)
  return { integers: values.map((value) => value.m << BigInt(value.m === 0n ? 0 : value.e - e)), e }
}

function lengthOf(m: bigint): number {
  return (m < 0n ? -m : m).toString(16).length * 4
}
