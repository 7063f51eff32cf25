// @vitest-environment jsdom
import { beforeEach, expect, test } from 'vitest'
import type { Point, PointsParameter, Value } from '../../../figures/kit/figure.ts'
import { PointsHandle } from './points.ts'

const label = { en: 'x', zh: 'x' }
const parameter: PointsParameter = {
  kind: 'points',
  label,
  axes: [label, label],
  min: -1,
  max: 1,
  step: 0.01,
  fewest: 2,
  most: 4,
  default: [],
}
const domain = { domain: [-1, 1], label } as const
const panel = {
  name: 'p',
  title: label,
  size: 'large' as const,
  width: 100,
  height: 100,
  margin: { top: 0, right: 0, bottom: 0, left: 0 },
  x: () => domain,
  y: () => domain,
  layers: [],
}

let stage: HTMLElement
let points: readonly Point[]
const grips = () => [...stage.querySelectorAll<HTMLElement>('.figure-grip')]
const press = (key: string, shiftKey = false) =>
  document.activeElement!.dispatchEvent(new KeyboardEvent('keydown', { key, shiftKey }))

beforeEach(() => {
  stage = document.createElement('div')
  document.body.replaceChildren(stage)
  stage.getBoundingClientRect = () => new DOMRect(0, 0, 100, 100)
  points = [
    [-0.5, 0],
    [0, 0.5],
    [0.5, 0],
  ]
  const change = (value: Value) => {
    points = value as readonly Point[]
    handle.show(points, null, false)
  }
  const handle = new PointsHandle({ stage, panel, parameter, color: '--x', language: 'en', change })
  handle.show(points, null, false)
})

test('each point has a grip where it stands, which says its place', () => {
  expect(grips().map(({ style }) => [style.left, style.top])).toEqual([
    ['25%', '50%'],
    ['50%', '25%'],
    ['75%', '50%'],
  ])
  expect(grips()[1].getAttribute('aria-valuetext')).toBe('x = 0.00, x = 0.50')
})

test('arrow keys move the point that has the focus, and no other', () => {
  grips()[1].focus()
  press('ArrowRight', true)
  press('ArrowDown', true)
  expect(points).toEqual([
    [-0.5, 0],
    [0.01, 0.49],
    [0.5, 0],
  ])
})

test('the Tab key stops once; Page Up and Page Down go round', () => {
  const stops = () => grips().map(({ tabIndex }) => tabIndex)
  expect(stops()).toEqual([0, -1, -1])
  grips()[0].focus()
  press('PageUp')
  expect(document.activeElement).toBe(grips()[2])
  expect(stops()).toEqual([-1, -1, 0])
  press('PageDown')
  expect(document.activeElement).toBe(grips()[0])
})

test('Delete removes the point, keeps the focus in the picture, and leaves the fewest', () => {
  grips()[2].focus()
  press('Delete')
  expect(points).toEqual([
    [-0.5, 0],
    [0, 0.5],
  ])
  expect(document.activeElement).toBe(grips()[1])
  press('Delete')
  expect(points).toHaveLength(2)
  expect(grips().filter(({ tabIndex }) => tabIndex === 0)).toHaveLength(1)
})

test('a double click in the picture adds a point there, up to the most; one on a grip adds none', () => {
  const twice = (target: Element) =>
    target.dispatchEvent(new MouseEvent('dblclick', { clientX: 75, clientY: 75, bubbles: true }))
  twice(grips()[0])
  expect(points).toHaveLength(3)
  twice(stage)
  expect(points[3]).toEqual([0.5, -0.5])
  expect(grips()).toHaveLength(4)
  twice(stage)
  expect(points).toHaveLength(4)
})
