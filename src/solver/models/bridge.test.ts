import { expect, test } from 'vitest'
import { bridge, seededRandom } from 'shrinkage'

const random = seededRandom(7)

interface PlaneQuadratic {
  hessian: readonly [h11: number, h12: number, h22: number]
  linear: readonly [c1: number, c2: number]
}

/** The quadratic as bridge takes it. */
const parts = ({ hessian: [h11, h12, h22], linear }: PlaneQuadratic) =>
  [[[h11, h12], [h12, h22]], linear] as const // prettier-ignore

function randomQuadratic(): PlaneQuadratic {
  const scale = 0.5 + 1.5 * random.uniform()
  const h12 = (1.8 * random.uniform() - 0.9) * scale
  const linear: [number, number] = [3 * random.normal(), 3 * random.normal()]
  return { hessian: [1, h12, scale * scale], linear }
}

function objective({ hessian, linear }: PlaneQuadratic, lambda: number, q: number, w: number[]) {
  const [a, b, d] = hessian
  const quadratic = 0.5 * (a * w[0] ** 2 + d * w[1] ** 2) + b * w[0] * w[1]
  const penalty = (lambda / q) * (Math.abs(w[0]) ** q + Math.abs(w[1]) ** q)
  return quadratic - linear[0] * w[0] - linear[1] * w[1] + penalty
}

test('q = 2 is ridge: (H + λI)w = c', () => {
  for (let i = 0; i < 200; i++) {
    const quadratic = randomQuadratic()
    const lambda = 3 * random.uniform()
    const [w1, w2] = bridge(...parts(quadratic), lambda, 2).coefficients
    const [a, b, d] = quadratic.hessian
    expect((a + lambda) * w1 + b * w2).toBeCloseTo(quadratic.linear[0], 11)
    expect(b * w1 + (d + lambda) * w2).toBeCloseTo(quadratic.linear[1], 11)
  }
})

test('q ≥ 1 meets the optimality conditions to 1e-11', () => {
  for (const q of [1, 1.05, 1.3, 1.7, 2.5, 4]) {
    for (let i = 0; i < 100; i++) {
      const solution = bridge(...parts(randomQuadratic()), 3 * random.uniform(), q)
      expect(solution.convex).toBe(true)
      expect(solution.kktResidual).toBeLessThan(1e-11)
    }
  }
})

test('q = 1 gives exact zeros, q > 1 none', () => {
  let zeros = 0
  for (let i = 0; i < 200; i++) {
    const quadratic = randomQuadratic()
    zeros += bridge(...parts(quadratic), 2, 1).coefficients.filter((w) => w === 0).length
    expect(bridge(...parts(quadratic), 2, 1.5).coefficients).not.toContain(0)
  }
  expect(zeros).toBeGreaterThan(50)
})

test('q < 1: no point of a fine grid or of a random cloud is better', () => {
  for (let i = 0; i < 60; i++) {
    const quadratic = randomQuadratic()
    const q = 0.5 + 0.49 * random.uniform()
    const lambda = 3 * random.uniform()
    const solution = bridge(...parts(quadratic), lambda, q)
    expect(solution.convex).toBe(false)
    expect(solution.objective).toBeCloseTo(
      objective(quadratic, lambda, q, solution.coefficients),
      11,
    )
    let best = Infinity
    for (let j = 0; j < 5000; j++) {
      const w = [24 * random.uniform() - 12, 24 * random.uniform() - 12]
      if (j % 3 === 0) w[j % 2] = 0
      best = Math.min(best, objective(quadratic, lambda, q, w))
    }
    expect(best).toBeGreaterThanOrEqual(solution.objective - 1e-9)
  }
})

test('no penalty leaves the minimum of the quadratic', () => {
  const { coefficients } = bridge(...parts({ hessian: [2, 1, 2], linear: [3, 0] }), 0, 0.5)
  expect(coefficients[0]).toBeCloseTo(2, 12)
  expect(coefficients[1]).toBeCloseTo(-1, 12)
})

test('bad input is refused by name', () => {
  const fine: PlaneQuadratic = { hessian: [1, 0, 1], linear: [1, 1] }
  expect(() => bridge(...parts({ ...fine, hessian: [1, 1, 1] }), 1, 1)).toThrow(/positive definite/)
  expect(() => bridge(...parts(fine), -1, 1)).toThrow(/lambda is -1/)
  expect(() => bridge(...parts(fine), 1, 0)).toThrow(/q is 0/)
  expect(() => bridge(...parts({ ...fine, linear: [NaN, 0] }), 1, 1)).toThrow(/NaN/)
})

test('a Hessian that is all but singular does not hold it up, for any q ≥ 1', () => {
  for (const q of [1, 1.2, 1.7, 2, 3]) {
    const near: PlaneQuadratic = { hessian: [1, 0.9999999, 1], linear: [3, -2] }
    const { converged, kktResidual } = bridge(...parts(near), 1e-3, q)
    expect(converged).toBe(true)
    expect(kktResidual).toBeLessThan(1e-7)
  }
  const [w1, w2] = bridge(
    ...parts({ hessian: [1, 0.9999999, 1], linear: [3, -2] }),
    1e-3,
    1,
  ).coefficients
  // With signs + and −, Hw = c − λ·(1, −1).
  expect(w1 + w2).toBeCloseTo(1 / 1.9999999, 6)
  expect(w1 - w2).toBeCloseTo((5 - 2e-3) / 1e-7, -1)
})

test('a quadratic of the wrong shape is refused', () => {
  expect(() =>
    bridge(
      [
        [1, 0],
        [0, 1],
      ],
      [1],
      1,
      1,
    ),
  ).toThrow(/c has 1/)
  expect(() => bridge([[1]], [1, 2], 1, 1)).toThrow(/H has 1 rows; expected 2/)
})
