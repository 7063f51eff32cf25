import {
  crossValidate,
  lassoPath,
  leastSquares,
  polynomialFeatures,
  ridge,
  standardize,
} from 'shrinkage'

const lambda = 0.007079
const zero = false
const penalty = 'l2'
const degree = 10
const points = [
  [-0.95, -0.05],
  [-0.81, -0.39],
  [-0.7, -0.58],
  [-0.55, -0.77],
  [-0.37, -1],
  [-0.29, -0.64],
  [-0.12, -0.07],
  [0.01, -0.02],
  [0.13, 0.7],
  [0.23, 0.34],
  [0.37, 0.56],
  [0.58, 0.42],
  [0.68, 0.64],
  [0.79, 0.25],
  [0.89, 0.25],
]

const y = points.map((point) => point[1])

// The powers of x, standardized as one λ serves all
const powers = polynomialFeatures(
  points.map(([x]) => x),
  degree,
  'raw',
).X
const { X, toOriginal } = standardize(powers)

// What the points come from, and 301 places between the outermost at which the polynomial is held against it
const truth = (x) => 0.75 * Math.sin(Math.PI * x)
const [low, high] = [Math.min, Math.max].map((most) => most(...points.map(([x]) => x)))
const grid = Array.from({ length: 301 }, (_, i) => (low * (300 - i) + high * i) / 300)
const meanSquare = (values) => values.reduce((sum, value) => sum + value ** 2, 0) / values.length

function report({ coefficients, intercept }) {
  const original = toOriginal(coefficients, intercept)
  const c = [original.intercept, ...original.coefficients]
  const f = (x) => c.reduceRight((sum, coefficient) => sum * x + coefficient, 0)
  const slope = (x) =>
    c.reduceRight((sum, coefficient, j) => (j ? sum * x + j * coefficient : sum), 0)
  const slopes = grid.map(slope)
  // By the trapezoidal rule: the two ends count half
  const wrong = grid.map((x) => (f(x) - truth(x)) ** 2)
  const ends = wrong[0] + wrong[wrong.length - 1]
  return {
    norm: Math.hypot(...coefficients),
    slope: slopes.reduce((most, next) => (Math.abs(next) > Math.abs(most) ? next : most), 0),
    trainError: meanSquare(points.map(([x, y]) => f(x) - y)),
    testError: (wrong.reduce((sum, square) => sum + square, 0) - ends / 2) / 300 + 0.2 ** 2,
  }
}

const free = leastSquares(X, y)
const penalized =
  penalty === 'l1' ? lassoPath(X, y, { lambdaMin: 0.00001 }).at(lambda) : ridge(X, y, lambda)
const fit = zero ? free : penalized
const [now, freely] = [report(fit), report(free)]

// Cross-validation compares every strength of the slider, in folds that are spread over the interval
const exponents = Array.from({ length: 161 }, (_, i) => -5 + i / 20)
const lambdas = exponents.map((exponent) => Number((10 ** exponent).toPrecision(4)))
const order = points.map((_, i) => i).sort((a, b) => points[a][0] - points[b][0])
const folds = points.map((_, i) => order.indexOf(i) % 10)
const chosen = crossValidate(powers, y, { rho: penalty === 'l1' ? 1 : 0, lambdas, folds })

const mean = y.reduce((sum, value) => sum + value, 0) / y.length
const half = meanSquare(y.map((value) => value - mean)) / 2
console.log({
  lambda: zero ? 0 : lambda,
  theta: [...fit.coefficients],
  mean,
  ...now,
  freeNorm: freely.norm,
  freeSlope: freely.slope,
  freeTestError: freely.testError,
  minimum: chosen.minimum.lambda,
  oneStandardError: chosen.oneStandardError.lambda,
  gap: Math.max(0, fit.dualityGap) / (half || 1),
})
