import { expect, test } from 'vitest'
import { seededRandom } from 'shrinkage'
import { compactPaths } from './compactPaths.ts'

/** The points of a path, including the control points of its curves. */
function points(path: string): number[][] {
  let from = [0, 0]
  return Array.from(path.matchAll(/([MLClc])([^MLClc]*)/g)).flatMap(([, command, numbers]) => {
    const start = command === command.toLowerCase() ? from : [0, 0]
    const to = numbers.split(',').map((number, k) => Number(number) + start[k % 2])
    from = to.slice(-2)
    return Array.from({ length: to.length / 2 }, (_, k) => to.slice(2 * k, 2 * k + 2))
  })
}

test('no point moves by more than a twentieth of a pixel, however long the path', () => {
  const random = seededRandom(1)
  const long = Array.from({ length: 2000 }, () => [400 * random.uniform(), 300 * random.uniform()])
  // A curve takes three points.
  const command = (i: number) => (i === 0 || i === 900 ? 'M' : i < 1200 ? 'L' : 'C')
  const path = long
    .map(([x, y], i) => `${i < 1200 || i % 3 === 0 ? command(i) : ','}${x},${y}`)
    .slice(0, 1998)
    .join('')
  const compact = /d="(.*)"/.exec(compactPaths(`<path d="${path}"/>`))![1]
  expect(points(compact)).toHaveLength(1998)
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
