import { groupLasso, seededRandom } from 'shrinkage'
import { expect, test } from 'vitest'
import type { Point } from '../kit/figure.ts'
import { defaults, withValues } from '../kit/parameters.ts'
import { descentAt, levelEllipse, lossAt, lossOf, type Loss } from '../kit/quadraticLoss.ts'
import geometry from './index.ts'
import { ballBoundary, penaltyAt, type Penalty } from './penalty.ts'
import { minimize, vanishing, zeroRegions } from './solve.ts'

/*
 * An independent solution: of the nine sign patterns of two weights, the one whose stationary point has these signs and
 * whose zero weights satisfy |∂_j J₀| ≤ λ.
 */
function lassoByEnumeration({ hessian: [a, b, d], optimum }: Loss, lambda: number): Point {
  const c = [a * optimum[0] + b * optimum[1], b * optimum[0] + d * optimum[1]]
  for (const s1 of [-1, 0, 1]) {
    for (const s2 of [-1, 0, 1]) {
      const [r1, r2] = [c[0] - lambda * s1, c[1] - lambda * s2]
      let w: Point = [0, 0]
      if (s1 && s2) w = [(d * r1 - b * r2) / (a * d - b * b), (a * r2 - b * r1) / (a * d - b * b)]
      else if (s1) w = [r1 / a, 0]
      else if (s2) w = [0, r2 / d]
      const slopes = [c[0] - a * w[0] - b * w[1], c[1] - b * w[0] - d * w[1]]
      const fits = [s1, s2].every((s, j) =>
        s ? Math.sign(w[j]) === s : Math.abs(slopes[j]) <= lambda,
      )
      if (fits) return w
    }
  }
  throw new Error('no sign pattern fits')
}

function ridgeByInversion({ hessian: [a, b, d], optimum }: Loss, lambda: number): Point {
  const c = [a * optimum[0] + b * optimum[1], b * optimum[0] + d * optimum[1]]
  const determinant = (a + lambda) * (d + lambda) - b * b
  return [
    ((d + lambda) * c[0] - b * c[1]) / determinant,
    ((a + lambda) * c[1] - b * c[0]) / determinant,
  ]
}

const random = seededRandom(20)
const between = (low: number, high: number) => low + (high - low) * random.uniform()

function randomLoss(): Loss {
  const scale = 0.3 * 10 ** between(0, 1)
  return lossOf([between(-3, 3), between(-3, 3)], between(-0.95, 0.95), scale)
}

test('20,000 random losses and λ, L1 and L2: no verdict of sparsity wrong, no point off by more than 1e-8', () => {
  let wrongVerdicts = 0
  let worst = 0
  let sparse = 0
  for (let i = 0; i < 20_000; i++) {
    const loss = randomLoss()
    const lambda = between(0, 4)
    const pairs: [Penalty, Point][] = [
      [{ kind: 'l1' }, lassoByEnumeration(loss, lambda)],
      [{ kind: 'l2' }, ridgeByInversion(loss, lambda)],
    ]
    for (const [penalty, truth] of pairs) {
      const { w } = minimize(loss, penalty, lambda)
      for (const j of [0, 1]) {
        if ((w[j] === 0) !== (truth[j] === 0)) wrongVerdicts++
        if (truth[j] === 0) sparse++
        worst = Math.max(worst, Math.abs(w[j] - truth[j]))
      }
    }
  }
  expect(sparse).toBeGreaterThan(5000)
  expect(wrongVerdicts).toBe(0)
  expect(worst).toBeLessThan(1e-8)
})

test('every penalty: no nearby point has a smaller objective', () => {
  const penalties: Penalty[] = [
    { kind: 'norm' },
    { kind: 'elastic-net', rho: 0.3 },
    { kind: 'elastic-net', rho: 0.8 },
    { kind: 'lq', q: 0.5 },
    { kind: 'lq', q: 1.5 },
    { kind: 'lq', q: 4 },
  ]
  for (let i = 0; i < 300; i++) {
    const loss = randomLoss()
    const lambda = between(0, 4)
    const penalty = penalties[i % penalties.length]
    const { w } = minimize(loss, penalty, lambda)
    const objective = (v: Point) => lossAt(loss, v) + lambda * penaltyAt(penalty, v)
    for (let k = 0; k < 40; k++) {
      const near: Point = [w[0] + 0.01 * random.normal(), w[1] + 0.01 * random.normal()]
      expect(objective(near) >= objective(w) - 1e-12).toBe(true)
    }
  }
})

test('the norm that is not squared is the group lasso of one group: both weights are zero, from ‖Hŵ‖ on, or neither', () => {
  for (let i = 0; i < 300; i++) {
    const loss = randomLoss()
    const lambda = between(0, 4)
    const penalty: Penalty = { kind: 'norm' }
    const { w, gap } = minimize(loss, penalty, lambda)
    const fit = groupLasso(loss.X, loss.y, [0, 0], lambda / Math.SQRT2, { intercept: false })
    expect(w[0]).toBeCloseTo(fit.coefficients[0], 9)
    expect(w[1]).toBeCloseTo(fit.coefficients[1], 9)
    expect(gap).toBeLessThan(1e-12)
    const isEmpty = vanishing(loss, penalty) <= lambda
    expect(w.map((weight) => weight === 0)).toEqual([isEmpty, isEmpty])
    expect(inside(zeroRegions(loss, penalty, lambda).both, loss.optimum)).toBe(isEmpty)
  }
})

test('the zero regions hold exactly the optima whose solution has that zero', () => {
  for (const penalty of [{ kind: 'l1' }, { kind: 'elastic-net', rho: 0.5 }] as Penalty[]) {
    for (let i = 0; i < 40; i++) {
      const shape = randomLoss()
      const scale = Math.sqrt(shape.hessian[2])
      const lambda = between(0.1, 3)
      const regions = zeroRegions(shape, penalty, lambda)
      for (let k = 0; k < 50; k++) {
        const optimum: Point = [between(-3, 3), between(-3, 3)]
        const loss = lossOf(optimum, shape.hessian[1] / scale, scale)
        const { w } = minimize(loss, penalty, lambda)
        const within = (polygons: Point[][]) => polygons.some((p) => inside(p, optimum))
        expect(within([regions.both])).toBe(w[0] === 0 && w[1] === 0)
        expect(within(regions.second)).toBe(w[0] !== 0 && w[1] === 0)
        expect(within(regions.first)).toBe(w[0] === 0 && w[1] !== 0)
      }
    }
  }
})

test('the ball through w* and the contour through w* do pass through it', () => {
  for (const penalty of [
    { kind: 'l1' },
    { kind: 'l2' },
    { kind: 'norm' },
    { kind: 'elastic-net', rho: 0.4 },
    { kind: 'lq', q: 0.5 },
    { kind: 'lq', q: 3 },
  ] as Penalty[]) {
    const loss = randomLoss()
    const { w, penalty: size, loss: level } = minimize(loss, penalty, 0.4)
    for (const point of ballBoundary(penalty, size)) {
      expect(penaltyAt(penalty, point)).toBeCloseTo(size, 9)
    }
    const { radii, angle } = levelEllipse(loss, level)
    const [dx, dy] = [w[0] - loss.optimum[0], w[1] - loss.optimum[1]]
    const along = dx * Math.cos(angle) + dy * Math.sin(angle)
    const across = dy * Math.cos(angle) - dx * Math.sin(angle)
    expect((along / radii[0]) ** 2 + (across / radii[1]) ** 2).toBeCloseTo(1, 9)
  }
})

test('steepest descent at w* is λ times a subgradient of the L1 norm', () => {
  for (let i = 0; i < 200; i++) {
    const loss = randomLoss()
    const lambda = between(0.01, 4)
    const { w } = minimize(loss, { kind: 'l1' }, lambda)
    descentAt(loss, w).forEach((slope, j) => {
      if (w[j] !== 0) expect(slope).toBeCloseTo(lambda * Math.sign(w[j]), 9)
      else expect(Math.abs(slope)).toBeLessThanOrEqual(lambda + 1e-12)
    })
  }
})

test('two real features: the loss is that of least squares on the standardized columns', async () => {
  const values = withValues(geometry, defaults(geometry), {
    loss: 'diabetes',
    first: 'bmi',
    second: 's5',
    lambda: 0,
  })
  await geometry.load?.(values)
  const { solution, loss } = geometry.compute(values)
  // Correlations of Efron et al.'s data as published: bmi–target 0.5865, s5–target 0.5659, bmi–s5 0.4462.
  const [r12, r1, r2] = [0.4462, 0.5865, 0.5659]
  expect(solution.w[0]).toBeCloseTo((3 * (r1 - r12 * r2)) / (1 - r12 ** 2), 3)
  expect(solution.w[1]).toBeCloseTo((3 * (r2 - r12 * r1)) / (1 - r12 ** 2), 3)
  expect(loss.hessian[1]).toBeCloseTo(r12, 4)
})

test('a feature that the data do not have, or the same one twice, gives way to one that fits', () => {
  const settled = withValues(geometry, defaults(geometry), {
    loss: 'prostate',
    first: 'bmi',
    second: 'lcavol',
  })
  expect([settled.first, settled.second]).toEqual(['lcavol', 'lweight'])
})

test('throwing again changes the losses, and the share depends on nothing but seed and λ', () => {
  const start = defaults(geometry)
  const first = geometry.compute(start)
  const again = geometry.actions![0].apply(start)
  expect(geometry.compute(again).throwsL1.corner).not.toEqual(first.throwsL1.corner)
  expect(geometry.compute({ ...start, penalty: 'l2' }).throwsL1.shares).toEqual(
    first.throwsL1.shares,
  )
  expect(first.throwsL1.shares[1]).toBeGreaterThan(0.2)
  expect(first.throwsL2.shares).toEqual([1, 0, 0])
})

test('an empty model is no contact at a corner: its share grows with λ, that of one zero need not', () => {
  const shares = [0.1, 0.5, 1, 2].map(
    (lambda) => geometry.compute({ ...defaults(geometry), lambda }).throwsL1.shares,
  )
  for (const [none, one, both] of shares) expect(none + one + both).toBeCloseTo(1, 12)
  expect(shares.map(([, , both]) => both)).toEqual(shares.map(([, , both]) => both).toSorted())
  expect(shares[3][1]).toBeLessThan(shares[2][1])
})

test('moving λ leaves the loss and the path untouched', () => {
  const start = defaults(geometry)
  const before = geometry.compute(start)
  const after = geometry.compute({ ...start, lambda: 0.5 })
  expect(after.loss).toBe(before.loss)
  expect(after.path).toBe(before.path)
  const plane = geometry.panels[0]
  const redrawn = plane.layers.filter(
    (layer) => !layer.of(after).every((part, i) => Object.is(part, layer.of(before)[i])),
  )
  expect(redrawn.map(({ name }) => name)).toEqual(['ball', 'solution'])
})

/** Whether a point is inside a convex polygon. */
function inside(polygon: Point[], [x, y]: Point): boolean {
  const sides = polygon.map(([x1, y1], i) => {
    const [x2, y2] = polygon[(i + 1) % polygon.length]
    return Math.sign((x2 - x1) * (y - y1) - (y2 - y1) * (x - x1))
  })
  return sides.every((side) => side === sides[0])
}
