import { expect, test } from 'vitest'
import type { Panel, Scale } from '../../../figures/kit/figure.ts'
import { same } from '../../../figures/kit/format.ts'
import { frameOf, ticksOf } from './scale.ts'

const scaleOf = (scale: Partial<Scale> & Pick<Scale, 'domain'>): Scale => ({
  label: same(''),
  ...scale,
})
const valuesOf = (scale: Scale) => ticksOf(scale).map(({ value }) => value)
const labelsOf = (scale: Scale) => ticksOf(scale).map(({ label }) => label)

test('ticks are round values, about as many as asked for, ends included', () => {
  expect(valuesOf(scaleOf({ domain: [-3.2, 3.2], ticks: 7 }))).toEqual([-3, -2, -1, 0, 1, 2, 3])
  expect(valuesOf(scaleOf({ domain: [0, 1], ticks: 5 }))).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1])
  expect(valuesOf(scaleOf({ domain: [0, 30], ticks: 3 }))).toEqual([0, 10, 20, 30])
  expect(valuesOf(scaleOf({ domain: [-1.06, 1.06], ticks: 5 }))).toEqual([-1, -0.5, 0, 0.5, 1])
  expect(valuesOf(scaleOf({ domain: [0, 1], ticks: 0 }))).toEqual([])
})

test('an axis that falls has its ticks in that order', () => {
  expect(valuesOf(scaleOf({ domain: [31, -1], ticks: 4 }))).toEqual([30, 20, 10, 0])
})

test('ticks of a log scale are multiples of powers of ten, of which as many have labels as there is room for', () => {
  const scale = scaleOf({ domain: [0.01, 1], type: 'log', ticks: 4 })
  expect(valuesOf(scale).slice(0, 10)).toEqual([
    0.01, 0.02, 0.03, 0.04, 0.05, 0.06, 0.07, 0.08, 0.09, 0.1,
  ])
  expect(labelsOf(scale).filter(Boolean)).toEqual(['0.01', '0.02', '0.1', '0.2', '1'])
})

test('of many decades, a log scale shows some powers of ten', () => {
  const scale = scaleOf({ domain: [1e-4, 10], type: 'log', ticks: 5 })
  expect(valuesOf(scale)).toEqual(
    [1e-4, 1e-3, 1e-2, 0.1, 1, 10].map((value) => expect.closeTo(value, 12)),
  )
  expect(labelsOf(scale)).not.toContain('')
})

test('values are placed between the edges of the frame, evenly or by their logarithm', () => {
  const [x, y] = [scaleOf({ domain: [0.01, 100], type: 'log' }), scaleOf({ domain: [-1, 1] })]
  const panel = { width: 130, height: 60, margin: { top: 5, right: 10, bottom: 15, left: 20 } }
  const frame = frameOf(panel as Panel<unknown>, { x, y })
  expect([0.01, 1, 100].map((value) => Math.round(frame.x(value)))).toEqual([20, 70, 120])
  expect([-1, 0, 1].map(frame.y)).toEqual([45, 25, 5])
})
