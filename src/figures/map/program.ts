import type { MapValues } from './model.ts'

/** A program that prints the figure's numbers: the λ that the prior amounts to, and three estimates of both weights. */
export function program({ prior, scale, noise, n, estimate }: MapValues): string {
  const laplace = prior === 'laplace'
  const posterior = laplace ? 'laplacePosterior' : 'gaussianPosterior'
  const names = ['elasticNet', posterior, 'penaltyFromPrior'].sort()
  return `import { ${names.join(', ')} } from 'shrinkage'

// ${n} samples of two orthogonal features with mean square 1, noise ${noise}, a ${laplace ? 'Laplace' : 'Gaussian'} prior
const [sigma, n, ${laplace ? 'scale' : 'deviation'}] = [${noise}, ${n}, ${scale}]
const { perSum, lambda } = penaltyFromPrior({ kind: '${prior}', scale${laplace ? '' : ': deviation'} }, sigma, n)

// Each least-squares weight is the true one plus noise of deviation σ/√n
const estimate = [${estimate.join(', ')}]
const noise = sigma / Math.sqrt(n)
const posteriors = estimate.map((observation) =>
  ${posterior}({ observation, noise, ${laplace ? 'scale' : 'deviation'} }),
)

// The penalised fit at λ, on two samples that have the same loss
const X = [[Math.SQRT2, 0], [0, Math.SQRT2]]
const y = estimate.map((w) => Math.SQRT2 * w)
const fit = elasticNet(X, y, lambda, ${laplace ? 1 : 0}, { intercept: false })

console.log({
  perSum,
  lambda,
  noise,
  mode: posteriors.map((posterior) => posterior.mode),
  median: posteriors.map((posterior) => posterior.median),
  mean: posteriors.map((posterior) => posterior.mean),
  fit: [...fit.coefficients],
  gap: Math.max(fit.dualityGap, 0),
})
`
}
