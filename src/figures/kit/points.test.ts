import { expect, test } from 'vitest'
import type { Point, PointsParameter } from './figure.ts'
import { clamp } from './parameters.ts'
import { addPoint, gapMiddle, movePoint, removePoint } from './points.ts'

const points: readonly Point[] = [
  [0, 1],
  [4, 3],
  [1, 1],
]
const label = { en: '', zh: '' }
const parameter: PointsParameter = {
  kind: 'points',
  label,
  axes: [label, label],
  min: -5,
  max: 5,
  step: 0.5,
  fewest: 3,
  most: 4,
  default: points,
}

test('adding, moving and removing give a new set and leave the old one as it was', () => {
  const before = structuredClone(points)
  const grown = addPoint(parameter, points, [2, 2])
  expect(grown).toEqual([...points, [2, 2]])
  expect(movePoint(points, 1, [9, 9])).toEqual([points[0], [9, 9], points[2]])
  expect(removePoint(parameter, grown, 0)).toEqual([points[1], points[2], [2, 2]])
  expect(points).toEqual(before)
})

test('a set never has fewer or more points than its parameter allows', () => {
  expect(removePoint(parameter, points, 0)).toBe(points)
  const full = addPoint(parameter, points, [2, 2])
  expect(addPoint(parameter, full, [3, 3])).toBe(full)
})

test('the middle of the widest gap along x, in whatever order the points come', () => {
  expect(gapMiddle(points)).toEqual([2.5, 2])
  expect(
    gapMiddle([
      [1, 1],
      [1, 1],
    ]),
  ).toEqual([1, 1])
})

test('a state from an address is clamped: every point into range and on the step, no more than there may be', () => {
  const given = [
    [99, -99],
    [0.3, 0.2],
    [1, 1],
    [2, 2],
    [3, 3],
  ]
  expect(clamp(parameter, given)).toEqual([
    [5, -5],
    [0.5, 0],
    [1, 1],
    [2, 2],
  ])
})

test('a set with too few points, or with something that is no point, is not taken', () => {
  for (const bad of [
    [],
    points.slice(1),
    [...points, [1]],
    [...points, [1, NaN]],
    [...points, 'x,y'],
    'points',
    [1, 2],
  ]) {
    expect(clamp(parameter, bad)).toBeUndefined()
  }
})
