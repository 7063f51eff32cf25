import {
  elasticNetGram,
  leastSquares,
  polynomialFeatures,
  seededRandom,
  standardize,
} from 'shrinkage'

const lambda = 0.01995
const correlation = 0.99
const noise = 0.3
const seed = 1

const random = seededRandom(seed)
const repeat = (count, make) => Array.from({ length: count }, (_, i) => make(i))
const curveNoise = repeat(30, () => repeat(15, () => random.normal()))
const pairNoise = repeat(200, () => repeat(20, () => random.normal()))
const moves = repeat(150, () => {
  const [length, angle] = [random.uniform(), 2 * Math.PI * random.uniform()]
  return [length * Math.cos(angle), length * Math.sin(angle)]
})

const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length
const variance = (values) => mean(values.map((value) => (value - mean(values)) ** 2))

// Each measurement y fitted twice; ridge needs XᵀX/n and Xᵀy/n alone
function refit(rows, targets) {
  const features = rows[0].map((_, j) => rows.map((row) => row[j]))
  const product = (a, b) => mean(Array.from(a, (value, i) => value * b[i]))
  const gram = features.map((a) => features.map((b) => product(a, b)))
  const free = targets.map((y) => {
    const { coefficients, intercept, dualityGap } = leastSquares(rows, y)
    return { w: coefficients, intercept, gap: Math.max(0, dualityGap) / (variance(y) / 2) }
  })
  const ridge = targets.map((y) => {
    const linear = features.map((feature) => product(feature, y))
    const { coefficients, kktResidual } = elasticNetGram(gram, linear, lambda, 0)
    const gap = (linear.length * kktResidual ** 2) / ((2 * lambda * variance(y)) / 2)
    return { w: coefficients, intercept: mean(y), gap }
  })
  return { free, ridge }
}

// Curves of degree 12 through 15 points
const x = repeat(15, (i) => -1 + (2 * i) / 14)
const scaled = standardize(polynomialFeatures(x, 12, 'raw').X)
const powers = x.map((_, i) => repeat(12, (j) => scaled.X.data[j * x.length + i]))
const truth = (at) => 0.75 * Math.sin(Math.PI * at)
const curves = refit(
  powers,
  curveNoise.map((errors) => errors.map((e, i) => truth(x[i]) + noise * e)),
)
function spread(fits) {
  const heights = fits.map(({ w, intercept }) => {
    const original = scaled.toOriginal(w, intercept)
    const c = [original.intercept, ...original.coefficients]
    return repeat(61, (i) => c.reduceRight((sum, value) => sum * ((i - 30) / 30) + value, 0))
  })
  return Math.sqrt(mean(heights[0].map((_, i) => variance(heights.map((row) => row[i])))))
}

// Two features of this correlation with true weights (1.4, 0.6)
const independent = polynomialFeatures(
  repeat(20, (i) => i),
  2,
  'orthogonal',
).X
const rest = Math.sqrt(1 - correlation ** 2)
const X = independent.map(([a, b]) => [a, correlation * a + rest * b])
const measured = pairNoise.map((errors) =>
  errors.map((e, i) => X[i][0] * 1.4 + X[i][1] * 0.6 + noise * e),
)
const pairs = refit(X, measured)
const meanOf = (fits) => [0, 1].map((j) => mean(fits.map(({ w }) => w[j])))

// The measurement that makes least squares take the largest weights
const norms = pairs.free.map(({ w }) => Math.hypot(...w))
const wildest = norms.indexOf(Math.max(...norms))

function report(fits, curveFits) {
  const [m1, m2] = meanOf(fits)
  const { w } = fits[wildest]
  const norm = Math.hypot(...w)
  return [
    (m1 - 1.4) ** 2 + (m2 - 0.6) ** 2,
    variance(fits.map(({ w }) => w[0])) + variance(fits.map(({ w }) => w[1])),
    norm,
    Math.max(...moves.map((d) => Math.abs(w[0] * d[0] + w[1] * d[1]) / (norm * Math.hypot(...d)))),
    spread(curveFits),
  ]
}

console.log({
  lambda,
  meanLeastSquares: meanOf(pairs.free),
  meanRidge: meanOf(pairs.ridge),
  leastSquares: report(pairs.free, curves.free),
  ridge: report(pairs.ridge, curves.ridge),
  gap: Math.max(
    ...[pairs, curves].flatMap(({ free, ridge }) => [...free, ...ridge].map(({ gap }) => gap)),
  ),
})
