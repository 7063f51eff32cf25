import { expect, test } from 'vitest'
import type { Panel, Point, Scale } from '../../figures/kit/figure.ts'
import { fromShare, toShare } from './position.ts'

const label = { en: '', zh: '' }

function panel(x: Scale, y: Scale): Panel<unknown> {
  const margin = { top: 10, right: 20, bottom: 30, left: 40 }
  const size = { width: 400, height: 300, size: 'large' as const }
  return { name: 'p', title: label, ...size, margin, x: () => x, y: () => y, layers: [] }
}

test('corners of the domain stand at the margins', () => {
  const p = panel({ domain: [-1, 1], label }, { domain: [0, 5], label })
  expect(toShare(p, null, [-1, 5])).toEqual([40 / 400, 10 / 300])
  expect(toShare(p, null, [1, 0])).toEqual([380 / 400, 270 / 300])
})

test('fromShare undoes toShare, on linear and logarithmic scales', () => {
  const p = panel({ domain: [0.01, 100], label, type: 'log' }, { domain: [5, -2], label })
  for (const point of [
    [0.01, 0],
    [1, 3.5],
    [42, -2],
  ] as Point[]) {
    const [x, y] = fromShare(p, null, toShare(p, null, point))
    expect(x).toBeCloseTo(point[0], 10)
    expect(y).toBeCloseTo(point[1], 10)
  }
})
