import * as Plot from '@observablehq/plot'
import { gaussianDistribution, laplaceDistribution, penaltyFromPrior } from 'shrinkage'

// Two beliefs about a weight that are equally wide: both have standard deviation 1
const priors = {
  Laplace: laplaceDistribution(0, Math.SQRT1_2),
  Gaussian: gaussianDistribution(0, 1),
}

table(
  Object.entries(priors).map(([prior, { density, cumulative }]) => ({
    prior,
    'density at 0': density(0),
    'P(|w| < 0.1)': cumulative(0.1) - cumulative(-0.1),
    'P(|w| > 3)': 2 * cumulative(-3),
  })),
)

// The penalty that each belief stands for, with noise of standard deviation 2 in 100 rows
print('lasso with λ =', penaltyFromPrior({ kind: 'laplace', scale: Math.SQRT1_2 }, 2, 100).lambda)
print('ridge with λ =', penaltyFromPrior({ kind: 'gaussian', scale: 1 }, 2, 100).lambda)

const weights = Array.from({ length: 401 }, (_, i) => (i - 200) / 50)
const curve = (density: (w: number) => number) => weights.map((w) => [w, density(w)])
plot({
  x: { label: 'weight' },
  y: { label: 'density', grid: true },
  marks: [
    Plot.line(curve(priors.Laplace.density), { strokeWidth: 2.5 }),
    Plot.line(curve(priors.Gaussian.density), { strokeDasharray: 5 }),
    Plot.text(['Laplace', 'Gaussian'], { x: [0.3, 1], y: [0.55, 0.28], textAnchor: 'start' }),
  ],
})
