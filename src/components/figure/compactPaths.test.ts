import { expect, test } from 'vitest'
import { seededRandom } from 'shrinkage'
import { compactPaths } from './compactPaths.ts'

/** The points of a path of M, L and l. */
function points(path: string): number[][] {
  let [x, y] = [0, 0]
  return Array.from(path.matchAll(/([MLl])(-?[\d.]+),(-?[\d.]+)/g), ([, command, dx, dy]) => {
    x = Number(dx) + (command === 'l' ? x : 0)
    y = Number(dy) + (command === 'l' ? y : 0)
    return [x, y]
  })
}

test('no point moves by more than a twentieth of a pixel, however long the path', () => {
  const random = seededRandom(1)
  const long = Array.from({ length: 2000 }, () => [400 * random.uniform(), 300 * random.uniform()])
  const path = long.map(([x, y], i) => `${i === 0 || i === 900 ? 'M' : 'L'}${x},${y}`).join('')
  const compact = compactPaths(`<path d="${path}"/>`)
  points(compact).forEach(([x, y], i) => {
    expect(Math.abs(x - long[i][0])).toBeLessThanOrEqual(0.0501)
    expect(Math.abs(y - long[i][1])).toBeLessThanOrEqual(0.0501)
  })
  expect(compact.length).toBeLessThan(path.length / 2)
})

test('paths with other commands, and other attributes, stay as they are', () => {
  const svg = '<g id="M1.23,4"><path d="M1.234,2h0"/><path d="M0,0A1,1 0 0 1 2.22,2"/></g>'
  expect(compactPaths(svg)).toBe(svg)
})
