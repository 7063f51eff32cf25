import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { limitMemory } from './limits.ts'

/** The gate in a scope that has this world's constructors under its own names; they are put back at the end. */
function gated<T>(use: (scope: typeof globalThis) => T): T {
  const names = Object.getOwnPropertyNames(globalThis).filter((name) =>
    /Array$|^ArrayBuffer$/.test(name),
  )
  const scope = Object.fromEntries(names.map((name) => [name, globalThis[name as never]]))
  const natives = Object.values(scope) as { prototype: { constructor: unknown } }[]
  const { transfer, transferToFixedLength } = ArrayBuffer.prototype as unknown as Record<
    string,
    unknown
  >
  try {
    limitMemory(scope)
    return use(scope as unknown as typeof globalThis)
  } finally {
    for (const native of natives) native.prototype.constructor = native
    Object.assign(ArrayBuffer.prototype, { transfer, transferToFixedLength })
  }
}

const GIGABYTE = 2 ** 30

test('arrays are made as by the browser', () => {
  gated(({ Float64Array: Own, Uint8Array: Bytes, ArrayBuffer: Buffer }) => {
    expect([...new Own(3)]).toEqual([0, 0, 0])
    expect([...new Own([1, 2, 3])]).toEqual([1, 2, 3])
    expect([...new Own(new Set([1, 2]))]).toEqual([1, 2])
    expect([...new Own({ length: 2, 0: 5, 1: 6 })]).toEqual([5, 6])
    expect([...new Own(new Bytes([7, 8]))]).toEqual([7, 8])
    expect(new Own().length).toBe(0)
    expect([...new Bytes(new Buffer(8), 2, 3)]).toEqual([0, 0, 0])
    expect([...Own.from([1, 2], (x) => 2 * x)]).toEqual([2, 4])
    expect([...Own.of(1, 2)]).toEqual([1, 2])
    expect([...new Own([1, 2]).map((x) => x + 1)]).toEqual([2, 3])
    expect(new Own(1)).toBeInstanceOf(Own)
    expect(new Own(1)).toBeInstanceOf(Float64Array)
    expect(Own.name).toBe('Float64Array')
    expect(Own.BYTES_PER_ELEMENT).toBe(8)
    expect(Buffer.isView(new Own(1))).toBe(true)
    expect(new (class extends Own {})(2)).toHaveLength(2)
    expect(() => new Own(-1)).toThrow(RangeError)
  })
})

test.each<[string, (scope: typeof globalThis) => unknown]>([
  ['its size', ({ Uint8Array: Own }) => new Own(GIGABYTE)],
  ['a buffer', ({ ArrayBuffer: Own }) => new Own(GIGABYTE)],
  [
    'the most that it may become',
    ({ ArrayBuffer: Own }) => Reflect.construct(Own, [1, { maxByteLength: GIGABYTE }]),
  ],
  [
    'the constructor of a value',
    ({ Uint8Array: Own }) => Reflect.construct(new Own(1).constructor as never, [GIGABYTE]),
  ],
  [
    'the constructor of a prototype',
    ({ Uint8Array: Own }) => Reflect.construct(Own.prototype.constructor, [GIGABYTE]),
  ],
  ['a class of its own', ({ Uint8Array: Own }) => new (class extends Own {})(GIGABYTE)],
  ['a list that claims a length', ({ Uint8Array: Own }) => new Own({ length: GIGABYTE })],
  [
    'a size that answers twice',
    ({ Uint8Array: Own }) => {
      let asked = 0
      return (
        new Own({ valueOf: () => (asked++ > 0 ? GIGABYTE : 1) } as never).length > 1 ||
        new Own(GIGABYTE)
      )
    },
  ],
  [
    'a limit that answers twice',
    ({ ArrayBuffer: Own }) => {
      let asked = 0
      const sizes = {
        get maxByteLength() {
          return asked++ > 0 ? 1 : GIGABYTE
        },
      }
      return Reflect.construct(Own, [1, sizes])
    },
  ],
  [
    'a copy of many small ones',
    ({ Uint8Array: Own }) => Array.from({ length: 50 }, () => new Own(2 ** 28)),
  ],
])('no gigabyte is had by %s', (_, use) => {
  expect(() => gated(use)).toThrow(/^Out of memory/)
})

test('no buffer is made larger on its way to another', () => {
  gated(({ ArrayBuffer: Own }) => expect(new Own(1)).not.toHaveProperty('transfer'))
})

test('another world is none of its business', () => {
  expect(runInNewContext('new Uint8Array(3).length')).toBe(3)
})
