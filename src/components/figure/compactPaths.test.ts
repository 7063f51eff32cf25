import { expect, test } from 'vitest'
import { seededRandom } from 'shrinkage'
import { at, type Cubic } from './fitCurve.ts'
import { compactPaths } from './compactPaths.ts'

type Point = readonly number[]

const compact = (path: string) => / d="(.*)"/.exec(compactPaths(`<path d="${path}"/>`))![1]

/** Points of a compact path, those of curves close together. */
function pointsOf(path: string): Point[] {
  let from: Point = [0, 0]
  return Array.from(path.matchAll(/([Mlc])([^Mlcz]*)/g)).flatMap(([, command, text]) => {
    const numbers = text.split(',').map(Number)
    const pairs = Array.from({ length: numbers.length / 2 }, (_, k): Point => [
      numbers[2 * k] + (command === 'M' ? 0 : from[0]),
      numbers[2 * k + 1] + (command === 'M' ? 0 : from[1]),
    ])
    const curve = [from, ...pairs] as unknown as Cubic
    from = pairs.at(-1)!
    if (command !== 'c') return [from]
    return Array.from({ length: 50 }, (_, k) => at(curve, (k + 1) / 50))
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

test('a path passes all of its points within a third of a pixel, however long it is', () => {
  const random = seededRandom(1)
  let point = [200, 150]
  const walk = Array.from({ length: 2000 }, () => {
    point = point.map((value) => value + 3 * random.normal())
    return point
  })
  const path = compact(`M${walk.join('L')}`)
  const kept = pointsOf(path)
  for (const each of walk) expect(distanceTo(each, kept)).toBeLessThan(0.35)
})

test('a smooth line becomes a few curves that cannot be told from it', () => {
  const wave = Array.from({ length: 400 }, (_, k) => [k, 100 + 50 * Math.sin(k / 40)])
  const path = compact(`M${wave.map((each) => each.map((value) => value.toFixed(3))).join('L')}`)
  expect(path.length).toBeLessThan(300)
  const drawn = pointsOf(path)
  for (const each of wave) expect(distanceTo(each, drawn)).toBeLessThan(0.4)
  for (const each of drawn) expect(distanceTo(each, wave)).toBeLessThan(0.4)
})

test('a bundle of many lines passes their points within a pixel, with fewer bytes for each', () => {
  const waves = Array.from({ length: 12 }, (_, row) =>
    Array.from({ length: 100 }, (_, k) => [4 * k, 100 + 50 * Math.sin(k / 10 + row)]),
  )
  const path = (lines: Point[][]) => compact(lines.map((line) => `M${line.join('L')}`).join(''))
  const bundle = path(waves)
  expect(bundle.length).toBeLessThan(0.8 * 12 * path([waves[0]]).length)
  const [first] = bundle.slice(1).split('M')
  const drawn = pointsOf(`M${first}`)
  for (const each of waves[0]) expect(distanceTo(each, drawn)).toBeLessThan(1)
})

test('a curve stays where it is', () => {
  const drawn = pointsOf(compact('M0,0C0,50,100,50,100,0C100,-50,0,-50,0,0'))
  const circle = Array.from({ length: 200 }, (_, k) =>
    at(
      k < 100
        ? [
            [0, 0],
            [0, 50],
            [100, 50],
            [100, 0],
          ]
        : [
            [100, 0],
            [100, -50],
            [0, -50],
            [0, 0],
          ],
      (k % 100) / 100,
    ),
  )
  for (const each of circle) expect(distanceTo(each, drawn)).toBeLessThan(0.4)
})

test('corners stay corners, and straight pieces straight, however few points they have', () => {
  const kinks = [
    [0, 0],
    [100, 0],
    [200, 10],
    [300, 60],
    [310, 200],
  ]
  const drawn = pointsOf(compact(`M${kinks.join('L')}`))
  for (const each of kinks) expect(distanceTo(each, drawn)).toBeLessThan(0.35)
  for (const each of drawn) expect(distanceTo(each, kinks)).toBeLessThan(0.35)
})

test('specks are at whole pixels, from left to right, each place once', () => {
  expect(compact('M10.4,20.6h0M5.5,30h0M10,21h0')).toBe('M6,30h0m4,-9h0')
})

test('lines of one style are one path', () => {
  const line = (x: number) => `<line x1="${x}" x2="${x}" y1="28" y2="266"></line>`
  expect(compactPaths(`<g stroke="red">${line(79.23076923)}${line(154)}</g>`)).toBe(
    '<g stroke="red"><path d="M79.2,28l0,238M154,28l0,238"></path></g>',
  )
  const own = '<line stroke="red" x1="1" x2="2" y1="3" y2="4"></line>'
  expect(compactPaths(own + own)).toBe(own + own)
  expect(compactPaths(line(1))).toBe(line(1))
})

test('places are rounded to a tenth of a pixel, other numbers and heights of letters are not', () => {
  expect(
    compactPaths(
      '<text y="0.32em" opacity="0.123456" transform="translate(79.23076923,-0.04) rotate(-1.234)"/>',
    ),
  ).toBe('<text y="0.32em" opacity="0.123456" transform="translate(79.2,-0.04) rotate(-1.234)"/>')
})

test('parts, returns and dots stay', () => {
  expect(compact('M1,2L3,4L0,9ZM5,6L5,6')).toBe('M1,2l2,2l-3,5zM5,6l0,0')
  expect(compact('M0,0L1,0L2,0L3,0')).toBe('M0,0l3,0')
})

test('paths with other commands, and other attributes, stay as they are', () => {
  const svg = '<g id="M1.23,4"><path d="M1.234,2h1"/><path d="M0,0A1,1 0 0 1 2.22,2"/></g>'
  expect(compactPaths(svg)).toBe(svg)
})
