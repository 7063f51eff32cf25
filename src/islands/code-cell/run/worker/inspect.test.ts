import { describe, expect, test } from 'vitest'
import { format } from './inspect.ts'

class Point {
  x = 1
}

describe('a value is printed as in Node', () => {
  const circle: Record<string, unknown> = { a: 1 }
  circle['self'] = circle

  test.each<[unknown, string]>([
    ['text', 'text'],
    [-0, '-0'],
    [[-0, NaN, Infinity, undefined, null, 1n], '[ -0, NaN, Infinity, undefined, null, 1n ]'],
    [['a', "it's", 'both \' and "', '\n权重'], `[ 'a', "it's", \`both ' and "\`, '\\n权重' ]`],
    [[], '[]'],
    [{}, '{}'],
    [{ a: 1, 'b-c': [{ 权: '重' }] }, "{ a: 1, 'b-c': [ { 权: '重' } ] }"],
    [new Map([['a', { b: 1 }]]), "Map(1) { 'a' => { b: 1 } }"],
    [new Set([1, 'x']), "Set(2) { 1, 'x' }"],
    [new TypeError('no'), 'TypeError: no'],
    [new Point(), 'Point { x: 1 }'],
    [Point, '[class Point]'],
    [Math.max, '[Function: max]'],
    [Symbol('s'), 'Symbol(s)'],
    [/a+/g, '/a+/g'],
    [new Date(0), '1970-01-01T00:00:00.000Z'],
    [Object.create(null), '[Object: null prototype] {}'],
    [circle, '{ a: 1, self: [Circular] }'],
    [Promise.resolve(1), 'Promise {}'],
    [new ArrayBuffer(8), 'ArrayBuffer { byteLength: 8 }'],
    [[[[[[[1]]]]]], '[ [ [ [ [ [Array] ] ] ] ] ]'],
  ])('%#', (value, text) => expect(format(value)).toBe(text))

  test('a getter is not called', () => {
    const value = {
      get danger() {
        throw new Error('called')
      },
    }
    expect(format(value)).toBe('{ danger: [Getter] }')
  })

  test('a typed array looks like an array', () => {
    expect(format(new Float64Array([1.5, -0]))).toBe('[ 1.5, -0 ]')
  })
})

describe('long values', () => {
  test('keep all digits and fill lines', () => {
    const values = Array.from({ length: 201 }, (_, i) => Math.sin(i))
    const text = format(values)
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80)
    expect(text.split('\n').length).toBeLessThan(80)
    expect(JSON.parse(text)).toEqual(values)
  })

  test('have one line for each entry that is long itself', () => {
    const rows = Array.from({ length: 3 }, (_, i) => ({ name: 'n'.repeat(30), i }))
    expect(format(rows).split('\n')).toHaveLength(5)
    expect(format({ a: 'x'.repeat(50), b: 'y'.repeat(50) }).split('\n')).toEqual([
      '{',
      `  a: '${'x'.repeat(50)}',`,
      `  b: '${'y'.repeat(50)}'`,
      '}',
    ])
  })

  test('end with a count of what is left out', () => {
    expect(format(new Array(1500).fill(0))).toMatch(/… 500 more\n\]$/)
    expect(format(new Set(Array.from({ length: 1001 }, (_, i) => i)))).toMatch(/… 1 more\n\}$/)
  })
})
