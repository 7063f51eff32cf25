/** The language itself, and the few things of the browser that compute and reach nothing. */
const KEPT = new Set(
  `Object Function Array Number parseFloat parseInt Infinity NaN undefined Boolean String Symbol Date Promise RegExp
  Error AggregateError EvalError RangeError ReferenceError SyntaxError TypeError URIError SuppressedError
  globalThis JSON Math Intl ArrayBuffer Uint8Array Int8Array Uint16Array Int16Array
  Uint32Array Int32Array Float16Array Float32Array Float64Array Uint8ClampedArray BigUint64Array BigInt64Array
  DataView Map BigInt Set WeakMap WeakSet WeakRef FinalizationRegistry Proxy Reflect Iterator AsyncIterator
  DisposableStack AsyncDisposableStack
  decodeURI decodeURIComponent encodeURI encodeURIComponent escape unescape isFinite isNaN
  console performance queueMicrotask setTimeout setInterval clearTimeout clearInterval
  URL URLSearchParams atob btoa self window`.split(/\s+/),
)

/**
 * Takes away all that a program could reach the browser with, and all that hands out memory uncounted. The frame's policy
 * and its opaque origin forbid the former too; without the names, nothing is even tried, and the message is plain:
 * `fetch is not defined`.
 */
export function lockDown(scope: typeof globalThis): void {
  // Of all of `crypto`, what is done at once: the rest computes in threads of its own, which outlive a worker.
  const { crypto } = scope
  const random = {
    getRandomValues: crypto.getRandomValues.bind(crypto),
    randomUUID: crypto.randomUUID?.bind(crypto),
  }
  for (let owner = scope; owner !== Object.prototype; owner = Object.getPrototypeOf(owner)) {
    for (const key of Reflect.ownKeys(owner)) {
      if (typeof key === 'string' && !KEPT.has(key) && key !== 'constructor') {
        Reflect.deleteProperty(owner, key)
      }
    }
  }
  Reflect.defineProperty(scope, 'crypto', { value: random, configurable: true })
}

/** Bytes in one array, and in all large ones of a run; an ordinary machine stands both. */
const MOST_AT_ONCE = 2 ** 29
const MOST_IN_ALL = 3 * 2 ** 30
/** Smaller arrays are not counted: programs make many, and the engine takes them back. */
const LARGE = 2 ** 20

const KINDS = `Int8Array Uint8Array Uint8ClampedArray Int16Array Uint16Array Int32Array Uint32Array
  Float16Array Float32Array Float64Array BigInt64Array BigUint64Array`.split(/\s+/)

type Class = (abstract new (...values: never[]) => object) & { prototype: object; name: string }
type Construct = (values: readonly unknown[], newTarget: Class) => object

/**
 * Lets all buffers and typed arrays pass one gate, which refuses what a page does not survive: some browsers hand out
 * memory until the whole tab breaks down. Memory that was freed is counted off when a program next waits.
 *
 * The scope's constructors, and those that values name as theirs, become the gate's. Whoever holds the browser's own
 * already, as `shrinkage` does, keeps them: the gate's take longer.
 */
export function limitMemory(scope: object): void {
  const global = scope as Record<string, Class | undefined>
  const { apply, defineProperty, getOwnPropertyDescriptor: descriptor } = Reflect
  const construct = Reflect.construct as (
    target: Class,
    values: readonly unknown[],
    newTarget: Class,
  ) => object
  let held = 0
  const freed = new FinalizationRegistry<number>((bytes) => (held -= bytes))
  const { register } = freed
  const count = (bytes: number) => {
    if (!(bytes >= LARGE)) return
    if (bytes > MOST_AT_ONCE || held + bytes > MOST_IN_ALL) {
      throw new RangeError('Out of memory: the arrays of this program are too large for a page.')
    }
    held += bytes
  }
  const counted = <T extends object>(bytes: number, make: () => T): T => {
    count(bytes)
    const made = make()
    if (bytes >= LARGE) apply(register, freed, [made, bytes])
    return made
  }

  const OwnBuffer: Class = ArrayBuffer
  const bufferLength = descriptor(OwnBuffer.prototype, 'byteLength')!.get!
  const TypedArray = Object.getPrototypeOf(Uint8Array) as Class
  const arrayLength = descriptor(TypedArray.prototype, 'length')!.get!
  /** The length by a getter of the browser; undefined for a value of another kind. */
  const lengthBy = (getter: () => unknown, value: object): number | undefined => {
    try {
      return apply(getter, value, []) as number
    } catch {
      return undefined
    }
  }

  const buffer: Construct = ([size, options], newTarget) => {
    // Each is asked for once: a getter, or `valueOf`, may answer otherwise the next time.
    const length = Number(size ?? 0)
    const most = (options as { maxByteLength?: unknown } | undefined)?.maxByteLength
    if (most === undefined) {
      return counted(length, () => construct(OwnBuffer, [length], newTarget))
    }
    const maxByteLength = Number(most)
    const make = () => construct(OwnBuffer, [length, { maxByteLength }], newTarget)
    return counted(Math.max(length, maxByteLength), make)
  }

  const arrayOf =
    (Own: Class, bytes: number): Construct =>
    (values, newTarget) => {
      const [source] = values
      const sized = (length: number) =>
        counted(bytes * length, () => construct(Own, [length], newTarget))
      if (typeof source !== 'object' || source === null) return sized(Number(source ?? 0))
      if (lengthBy(bufferLength, source) !== undefined) return construct(Own, values, newTarget)
      const length = lengthBy(arrayLength, source)
      if (length !== undefined) {
        return counted(bytes * length, () => construct(Own, [source], newTarget))
      }
      return filled(source, sized)
    }

  const gates: [string, Construct][] = [['ArrayBuffer', buffer]]
  for (const name of KINDS) {
    const Own = global[name] as (Class & { BYTES_PER_ELEMENT: number }) | undefined
    if (Own) gates.push([name, arrayOf(Own, Own.BYTES_PER_ELEMENT)])
  }
  for (const [name, make] of gates) {
    const Own = global[name]!
    const Gate = gateOf(name, Own, make)
    Object.setPrototypeOf(Gate, Object.getPrototypeOf(Own))
    for (const key of Reflect.ownKeys(Own)) defineProperty(Gate, key, descriptor(Own, key)!)
    defineProperty(Own.prototype, 'constructor', {
      value: Gate,
      writable: true,
      configurable: true,
    })
    global[name] = Gate
  }

  // Ways to a new buffer that lead past its constructor.
  const { prototype } = OwnBuffer as unknown as { prototype: Record<string, unknown> }
  for (const name of ['transfer', 'transferToFixedLength', 'sliceToImmutable']) {
    delete prototype[name]
  }
}

/** The constructor that programs get in the place of the browser's own. */
function gateOf(name: string, Own: Class, make: Construct): Class {
  const Gate: unknown = function (...values: unknown[]): object {
    if (!new.target) throw new TypeError(`Constructor ${name} requires 'new'`)
    const target: unknown = new.target
    return make(values, target === Gate ? Own : (target as Class))
  }
  return Gate as Class
}

/** A typed array of the values of a list, or of anything that can be gone through. */
function filled(source: object, sized: (length: number) => object): object {
  const list = Symbol.iterator in source ? [...(source as Iterable<unknown>)] : source
  const { length } = list as ArrayLike<unknown>
  const made = sized(Math.max(0, Math.trunc(Number(length)) || 0)) as unknown[]
  for (let k = 0; k < made.length; k++) made[k] = (list as unknown[])[k]
  return made
}
