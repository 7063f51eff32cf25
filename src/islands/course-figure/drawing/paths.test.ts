import { expect, test } from 'vitest'
import { pathOf, symbolPath } from './paths.ts'

test('a line has a gap where a point has no place, and a dot where a point is alone', () => {
  const [a, b, c] = [[0, 0], [1, 2], [3, 1]] as const // prettier-ignore
  expect(pathOf([a, b, [NaN, 0], c], 'linear')).toBe('M0,0L1,2M3,1Z')
  expect(pathOf([[NaN, NaN], a, b, [1, NaN]], 'linear')).toBe('M0,0L1,2')
  expect(pathOf([], 'linear')).toBe('')
})

test('a polygon is closed', () => {
  expect(pathOf([[0, 0], [1, 0], [0, 1]], 'linear-closed')).toBe('M0,0L1,0L0,1Z') // prettier-ignore
})

test('a smooth curve passes all of its points, and is straight where they are', () => {
  const path = pathOf([[0, 0], [3, 0], [6, 0], [8, 4], [9, 9]], 'catmull-rom') // prettier-ignore
  expect(path).toMatch(/^M0,0L3,0C(?:[0-9.-]+,){4}6,0C(?:[0-9.-]+,){4}8,4C(?:[0-9.-]+,){4}9,9$/)
  // Without a corner: the handles before and after a point are in line with it.
  const [, x1, y1] = /([0-9.-]+),([0-9.-]+),6,0C/.exec(path)!.map(Number)
  const [, x2, y2] = /6,0C([0-9.-]+),([0-9.-]+)/.exec(path)!.map(Number)
  expect((6 - x1) * y2 - (0 - y1) * (x2 - 6)).toBeCloseTo(0, 2)
})

test.each(['diamond', 'triangle'] as const)(
  'a %s has the area of a circle of its radius',
  (symbol) => {
    const points = [...symbolPath(symbol, 4).matchAll(/(-?[0-9.]+),(-?[0-9.]+)/g)].map(
      ([, x, y]) => [Number(x), Number(y)],
    )
    const doubled = points.reduce((sum, [x, y], i) => {
      const [nextX, nextY] = points[(i + 1) % points.length]
      return sum + x * nextY - nextX * y
    }, 0)
    expect(Math.abs(doubled / 2)).toBeCloseTo(Math.PI * 4 ** 2, 1)
  },
)
