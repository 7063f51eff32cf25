import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  groupSoftThreshold,
  hardThreshold,
  projectL1Ball,
  projectL2Ball,
  seededRandom,
  ShrinkageError,
  softThreshold,
} from 'shrinkage'

const number = fc.double({ min: -10, max: 10, noNaN: true })
const vector = fc.array(number, { minLength: 1, maxLength: 8 })
const radius = fc.double({ min: 0, max: 20, noNaN: true })

const dot = (a: ArrayLike<number>, b: ArrayLike<number>) =>
  Array.from(a).reduce((sum, value, j) => sum + value * b[j], 0)
const norm1 = (v: ArrayLike<number>) => Array.from(v).reduce((sum, x) => sum + Math.abs(x), 0)
const norm2 = (v: ArrayLike<number>) => Math.hypot(...Array.from(v))

const balls = [
  { name: 'L1', project: projectL1Ball, norm: norm1 },
  { name: 'L2', project: projectL2Ball, norm: norm2 },
]

for (const { name, project, norm } of balls) {
  test(`the ${name} projection lies in the ball, and leaves points of the ball alone`, () => {
    fc.assert(
      fc.property(vector, radius, (z, r) => {
        const w = project(z, r)
        expect(norm(w)).toBeLessThanOrEqual(r + 1e-12)
        if (norm(z) <= r) expect(Array.from(w)).toEqual(z.map((value) => value + 0))
      }),
      { seed: 1020 },
    )
  })

  test(`the ${name} projection w of z satisfies (z − w)·(v − w) ≤ 0 for every v of the ball`, () => {
    fc.assert(
      fc.property(vector, radius, fc.integer(), (z, r, seed) => {
        const w = project(z, r)
        const random = seededRandom(seed)
        const rest = z.map((value, j) => value - w[j])
        for (let k = 0; k < 20; k++) {
          const v = project(
            z.map(() => 20 * random.normal()),
            r,
          )
          expect(dot(rest, v) - dot(rest, w)).toBeLessThanOrEqual(1e-10)
        }
      }),
      { seed: 1021 },
    )
  })

  test(`the ${name} ball of radius 0 holds only the zero vector`, () => {
    expect(Array.from(project([3, -4, 3], 0))).toEqual([0, 0, 0])
  })

  test(`the ${name} projection refuses a negative radius and a vector that is not finite`, () => {
    expect(() => project([1], -1)).toThrow('radius is -1; expected a number ≥ 0')
    expect(() => project([1, NaN], 1)).toThrow('z[1] is NaN')
    expect(() => project([], 1)).toThrow(ShrinkageError)
  })

  test(`the ${name} projection neither overflows nor vanishes at scales of 1e±150`, () => {
    for (const scale of [1e-150, 1e150]) {
      const w = project([3 * scale, 4 * scale], 2 * scale)
      const wanted = project([3, 4], 2)
      for (const j of [0, 1]) expect(w[j] / scale).toBeCloseTo(wanted[j], 12)
    }
  })
}

test('the L1 projection is a soft threshold, and ties fall together', () => {
  expect(Array.from(projectL1Ball([2, -2, 2, 0.1], 3))).toEqual([1, -1, 1, 0])
})

test('Moreau: the L1 projection and the prox of the largest size add up to z', () => {
  // prox of r‖·‖∞ is z − the projection; it must leave a largest size that r was spent on in full.
  fc.assert(
    fc.property(vector, fc.double({ min: 0.1, max: 5, noNaN: true }), (z, r) => {
      const w = projectL1Ball(z, r)
      if (norm1(z) <= r) return
      const rest = z.map((value, j) => value - w[j])
      const largest = Math.max(...rest.map(Math.abs))
      expect(norm1(w)).toBeCloseTo(r, 10)
      w.forEach((value, j) => {
        if (value !== 0) expect(rest[j]).toBeCloseTo(Math.sign(value) * largest, 10)
      })
    }),
    { seed: 1022 },
  )
})

test('the group soft threshold keeps the direction and takes t off the length', () => {
  fc.assert(
    fc.property(vector, radius, (z, t) => {
      const w = groupSoftThreshold(z, t)
      expect(norm2(w)).toBeCloseTo(Math.max(norm2(z) - t, 0), 10)
      expect(dot(w, z)).toBeCloseTo(norm2(w) * norm2(z), 8)
    }),
    { seed: 1023 },
  )
})

test('the group soft threshold of one number is the soft threshold', () => {
  fc.assert(
    fc.property(number, radius, (z, t) => {
      expect(groupSoftThreshold([z], t)[0]).toBeCloseTo(softThreshold(z, t), 12)
    }),
    { seed: 1024 },
  )
})

test('the hard threshold has the lower ½(w − z)² + ½t²·[w ≠ 0] of its two candidates', () => {
  fc.assert(
    fc.property(number, radius, (z, t) => {
      const cost = (w: number) => (w - z) ** 2 + (w === 0 ? 0 : t * t)
      expect(cost(hardThreshold(z, t))).toBeLessThanOrEqual(Math.min(cost(0), cost(z)))
    }),
    { seed: 1025 },
  )
})

test('projections and thresholds never change what they are given', () => {
  const z = [3, -4]
  projectL1Ball(z, 1)
  projectL2Ball(z, 1)
  groupSoftThreshold(z, 1)
  expect(z).toEqual([3, -4])
})

test('the L1 projection loses no digit of points that are far from a small ball, or huge', () => {
  const cases: [z: number[], radius: number, wanted: number[]][] = [
    [[1e17, 1], 1, [1, 0]],
    [[3e10, -1], 1e-8, [1e-8, 0]],
    [[-1e16 - 2, 1e16], 1, [-1, 0]],
    [[1e16 + 2, 1e16], 4, [3, 1]],
    [[1e308, 1e308, -1e308], 1.5e308, [5e307, 5e307, -5e307]],
    [[1e308, 1], 1e-300, [1e-300, 0]],
  ]
  for (const [z, r, wanted] of cases) {
    projectL1Ball(z, r).forEach((w, j) => expect(Math.abs(w - wanted[j])).toBeLessThan(1e-15 * r))
  }
})
