import { expect, test } from 'vitest'
import { seededRandom } from 'shrinkage'
import { compactPaths } from './compactPaths.ts'

type Point = readonly number[]

const compact = (path: string) => / d="(.*)"/.exec(compactPaths(`<path d="${path}"/>`))![1]

/** The corners of a compact path. */
function corners(path: string): Point[] {
  let from: Point = [0, 0]
  return Array.from(path.matchAll(/([Ml])([^Mlz]*)/g), ([, command, numbers]) => {
    const [x, y] = numbers.split(',').map(Number)
    from = command === 'M' ? [x, y] : [from[0] + x, from[1] + y]
    return from
  })
}

function distanceTo([x, y]: Point, line: readonly Point[]): number {
  const distances = line.slice(1).map(([x2, y2], k) => {
    const [x1, y1] = line[k]
    const [dx, dy] = [x2 - x1, y2 - y1]
    const along = ((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy || 1)
    const t = Math.min(1, Math.max(0, along))
    return Math.hypot(x - x1 - t * dx, y - y1 - t * dy)
  })
  return Math.min(...distances)
}

test('a path passes all of its points within a fifth of a pixel, however long it is', () => {
  const random = seededRandom(1)
  let point = [200, 150]
  const walk = Array.from({ length: 2000 }, () => {
    point = point.map((value) => value + 3 * random.normal())
    return point
  })
  const path = compact(`M${walk.join('L')}`)
  const kept = corners(path)
  for (const each of walk) expect(distanceTo(each, kept)).toBeLessThan(0.2)
})

test('a smooth line keeps the points at which it is seen to bend', () => {
  const wave = Array.from({ length: 400 }, (_, k) => [k, 100 + 50 * Math.sin(k / 40)])
  const kept = corners(
    compact(`M${wave.map((each) => each.map((value) => value.toFixed(3))).join('L')}`),
  )
  expect(kept.length).toBeLessThan(80)
  for (const each of wave) expect(distanceTo(each, kept)).toBeLessThan(0.2)
})

test('a curve becomes straight pieces that cannot be told from it', () => {
  const kept = corners(compact('M0,0C0,50,100,50,100,0'))
  for (let t = 0; t <= 1; t += 0.01) {
    const [b, c, d] = [3 * t * (1 - t) ** 2, 3 * t ** 2 * (1 - t), t ** 3]
    expect(distanceTo([100 * c + 100 * d, 50 * b + 50 * c], kept)).toBeLessThan(0.3)
  }
})

test('parts, returns and dots stay', () => {
  expect(compact('M1,2L3,4L0,9ZM5,6L5,6')).toBe('M1,2l2,2l-3,5zM5,6l0,0')
  expect(compact('M0,0L1,0L2,0L3,0')).toBe('M0,0l3,0')
})

test('paths with other commands, and other attributes, stay as they are', () => {
  const svg = '<g id="M1.23,4"><path d="M1.234,2h0"/><path d="M0,0A1,1 0 0 1 2.22,2"/></g>'
  expect(compactPaths(svg)).toBe(svg)
})
