import fc from 'fast-check'
import { expect, test } from 'vitest'
import { normalConeEdges, normalConeTest, projectL1Ball, projectL2Ball } from 'shrinkage'

const number = fc.double({ min: -10, max: 10, noNaN: true })
// Below the range of normal numbers rounding turns a direction, so that its nearest point may leave the cone.
const slope = number.map((value) => (Math.abs(value) < 1e-300 ? 0 : value))
const coordinate = fc.oneof(fc.constant(0), number)
const rho = fc.oneof(fc.constant(0), fc.constant(1), fc.double({ min: 0, max: 1, noNaN: true }))
const inSpace = fc.integer({ min: 1, max: 6 }).chain((p) =>
  fc.record({
    g: fc.array(slope, { minLength: p, maxLength: p }),
    w: fc.array(coordinate, { minLength: p, maxLength: p }).filter((w) => w.some((x) => x !== 0)),
    s: fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: p, maxLength: p }),
  }),
)
const length = (v: ArrayLike<number>) => Math.hypot(...Array.from(v))

test('λ times a subgradient is inside, with that λ as its multiplier', () => {
  fc.assert(
    fc.property(
      inSpace,
      rho,
      fc.double({ min: 0.1, max: 5, noNaN: true }),
      ({ w, s }, r, lambda) => {
        fc.pre(length(w) > 0.1)
        const g = w.map((x, j) => lambda * (r * (x === 0 ? s[j] : Math.sign(x)) + (1 - r) * x))
        const result = normalConeTest(g, w, r)
        expect(result.inside).toBe(true)
        expect(result.lambda).toBeCloseTo(lambda, 8)
      },
    ),
    { seed: 1026 },
  )
})

test('the nearest point lies in the cone, and no other multiple of a subgradient is nearer', () => {
  fc.assert(
    fc.property(
      inSpace,
      rho,
      fc.double({ min: 0, max: 20, noNaN: true }),
      ({ g, w, s }, r, lambda) => {
        fc.pre(length(w) > 0.1)
        const result = normalConeTest(g, w, r)
        expect(normalConeTest(result.nearest, w, r, 1e-8).inside).toBe(true)
        const other = w.map((x, j) => lambda * (r * (x === 0 ? s[j] : Math.sign(x)) + (1 - r) * x))
        expect(result.distance).toBeLessThanOrEqual(length(g.map((x, j) => x - other[j])) + 1e-9)
      },
    ),
    { seed: 1027 },
  )
})

test('what a projection takes off is normal to the ball where the projection lands', () => {
  fc.assert(
    fc.property(inSpace, ({ g }) => {
      fc.pre(length(g) > 0.1)
      const radius = length(g) / 2
      const rest = (w: Float64Array) => g.map((x, j) => x - w[j])
      const onDiamond = projectL1Ball(g, radius)
      const onCircle = projectL2Ball(g, radius)
      expect(normalConeTest(rest(onDiamond), onDiamond, 1).inside).toBe(true)
      expect(normalConeTest(rest(onCircle), onCircle, 0).inside).toBe(true)
    }),
    { seed: 1028 },
  )
})

test('in the plane a direction is inside exactly when it lies between the two edges', () => {
  const corners = fc.constantFrom([2, 0], [-2, 0], [0, 3], [0, -3])
  const angle = fc.double({ min: 0, max: 2 * Math.PI, noNaN: true })
  fc.assert(
    fc.property(corners, fc.double({ min: 0.1, max: 1, noNaN: true }), angle, (w, r, phi) => {
      const [first, last] = normalConeEdges(w, r)
      const g = [Math.cos(phi), Math.sin(phi)]
      const afterFirst = first[0] * g[1] - first[1] * g[0]
      const beforeLast = g[0] * last[1] - g[1] * last[0]
      fc.pre(Math.abs(afterFirst) > 1e-6 && Math.abs(beforeLast) > 1e-6)
      expect(first[0] * last[1] - first[1] * last[0]).toBeGreaterThan(0)
      expect(normalConeTest(g, w, r).inside).toBe(afterFirst > 0 && beforeLast > 0)
    }),
    { seed: 1029 },
  )
})

test('the cone at a corner of the diamond is a quarter of the plane, on a circle it is a ray', () => {
  const angle = ([a, b]: [Float64Array, Float64Array]) => Math.acos(a[0] * b[0] + a[1] * b[1])
  expect(angle(normalConeEdges([0, -2], 1))).toBeCloseTo(Math.PI / 2, 12)
  expect(angle(normalConeEdges([0, -2], 0))).toBe(0)
})

test('the answer does not depend on the scale of w on a diamond, nor of g', () => {
  for (const scale of [1e-150, 1, 1e150]) {
    expect(normalConeTest([2, 1], [scale, 0], 1).inside).toBe(true)
    expect(normalConeTest([2 * scale, 1 * scale], [1, 0], 1).lambda / scale).toBeCloseTo(2, 12)
    expect(normalConeTest([3, 4], [3 * scale, 4 * scale], 0).inside).toBe(true)
  }
})

test('w = 0, lengths that differ and ρ outside [0, 1] are refused', () => {
  expect(() => normalConeTest([1, 1], [0, 0], 1)).toThrow('w is 0')
  expect(() => normalConeTest([1], [1, 0], 1)).toThrow('g has 1 values; expected 2')
  expect(() => normalConeTest([1, 1], [1, 0], 2)).toThrow('rho is 2')
  expect(() => normalConeEdges([1, 0, 0], 1)).toThrow('w has 3 values; expected 2')
})
