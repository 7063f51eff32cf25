import { expect, test } from 'vitest'
import { certificateOf, elasticNet, seededRandom } from 'shrinkage'
import { linearProblem } from '../../testing/linearProblem.ts'

test('the gap of any coefficients bounds how far their objective is above the minimum', () => {
  const { X, y } = linearProblem(30, 6)
  const random = seededRandom(8)
  for (const rho of [1, 0.5, 0.1]) {
    const fit = elasticNet(X, y, 0.2, rho)
    for (const size of [0, 1e-6, 1e-3, 0.1, 1]) {
      const moved = fit.coefficients.map((w) => w + size * random.normal())
      const { objective, dualityGap, kktResidual } = certificateOf(X, y, moved, 0.2, rho)
      expect(objective - fit.objective).toBeLessThanOrEqual(dualityGap + 1e-14)
      expect(objective - fit.objective).toBeGreaterThanOrEqual(-1e-14)
      if (size > 0) expect(kktResidual).toBeGreaterThan(size / 100)
    }
  }
})
