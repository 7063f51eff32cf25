import { elasticNet, gaussianPosterior, laplacePosterior, penaltyFromPrior } from 'shrinkage'

const prior = 'laplace'
const scale = 0.4
const noise = 2
const n = 10
const estimate = [0.8, 1.9]

// n samples of two orthogonal features with mean square 1, and noise of this standard deviation
const { perSum, lambda } = penaltyFromPrior({ kind: prior, scale }, noise, n)

// Each least-squares weight is the true one plus noise of standard deviation σ/√n
const spread = noise / Math.sqrt(n)
const posteriors = estimate.map((observation) =>
  prior === 'laplace'
    ? laplacePosterior({ observation, noise: spread, scale })
    : gaussianPosterior({ observation, noise: spread, deviation: scale }),
)

// The penalized fit at λ, on two samples that have the same loss
const X = [
  [Math.SQRT2, 0],
  [0, Math.SQRT2],
]
const y = estimate.map((w) => Math.SQRT2 * w)
const fit = elasticNet(X, y, lambda, prior === 'laplace' ? 1 : 0, { intercept: false })

console.log({
  perSum,
  lambda,
  noise: spread,
  mode: posteriors.map((posterior) => posterior.mode),
  median: posteriors.map((posterior) => posterior.median),
  mean: posteriors.map((posterior) => posterior.mean),
  fit: [...fit.coefficients],
  gap: Math.max(fit.dualityGap, 0),
})
