import { ARRAYS } from '../arrays.ts'

/** Bytes in one array, and in all large ones of a run; an ordinary machine stands both. */
const MOST_AT_ONCE = 2 ** 29
const MOST_IN_ALL = 3 * 2 ** 30
/** Smaller arrays are not counted: programs make many, and the engine takes them back. */
const LARGE = 2 ** 20
/** What WebAssembly counts its memory in. */
const PAGE = 2 ** 16

type ArrayKind = {
  new (size?: unknown, ...rest: unknown[]): ArrayBufferView
  BYTES_PER_ELEMENT: number
}

/**
 * Makes constructors of buffers and typed arrays that refuse what a page does not survive: some browsers hand out memory
 * until the whole tab breaks down. What was freed is counted off when a program next waits.
 *
 * They are for programs alone, as they take several times longer. Memory of WebAssembly is limited for all.
 *
 * @returns those of ARRAYS, in their order; undefined for one that the browser lacks.
 */
export function limitMemory(scope: object): unknown[] {
  const global = scope as Record<string, unknown>
  let held = 0
  const freed = new FinalizationRegistry<number>((bytes) => (held -= bytes))
  const count = (bytes: number) => {
    if (bytes < LARGE) return
    if (bytes > MOST_AT_ONCE || held + bytes > MOST_IN_ALL) {
      throw new RangeError('Out of memory: the arrays of this program are too large for a page.')
    }
    held += bytes
  }
  const limited = <C extends abstract new (...values: never[]) => object>(
    original: C,
    bytesOf: (values: unknown[]) => number,
  ) =>
    new Proxy(original, {
      construct(target, values, newTarget) {
        const bytes = bytesOf(values)
        count(bytes)
        const made = Reflect.construct(target, values, newTarget) as object
        if (bytes >= LARGE) freed.register(made, bytes)
        return made
      },
    })

  const limitedBuffer = limited(ArrayBuffer, ([size, options]) =>
    Math.max(
      Number(size) || 0,
      Number((options as { maxByteLength?: number } | undefined)?.maxByteLength) || 0,
    ),
  )
  const limitedKind = (original: ArrayKind) =>
    limited(
      original,
      ([size]) =>
        original.BYTES_PER_ELEMENT *
        (typeof size === 'object' ? lengthOf(size) : Number(size) || 0),
    )
  const { Memory } = WebAssembly
  const { grow } = Memory.prototype
  Memory.prototype.grow = function (pages) {
    count(PAGE * pages)
    return grow.call(this, pages)
  }
  WebAssembly.Memory = limited(
    Memory,
    ([sizes]) => PAGE * ((sizes as WebAssembly.MemoryDescriptor | undefined)?.initial ?? 0),
  )
  return ARRAYS.map((name) => {
    if (name === 'ArrayBuffer') return limitedBuffer
    const original = global[name] as ArrayKind | undefined
    return original && limitedKind(original)
  })
}

/** A view of a buffer takes no memory; a list is copied. */
function lengthOf(source: object | null): number {
  return source && 'length' in source ? Number(source.length) || 0 : 0
}
