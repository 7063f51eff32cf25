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
  const path = pathOf([[0, 0], [3, 0], [6, 0], [9, 0]], 'catmull-rom') // prettier-ignore
  expect(path).toBe('M0,0C0,0,2,0,3,0C4,0,5,0,6,0C7,0,9,0,9,0')
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
