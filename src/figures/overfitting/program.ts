import { grid, NOISE } from '../kit/sineData.ts'
import { FOLDS } from './fit.ts'
import type { OverfittingValues } from './model.ts'
import { parameters, strengths } from './parameters.ts'

/** A program that prints the figure's numbers: the polynomial, how wild it is, how well it predicts, which λ is chosen. */
export function program({ points, degree, penalty, lambda, zero }: OverfittingValues): string {
  const solver = penalty === 'l1' ? 'lassoPath' : 'ridge'
  const names = ['crossValidate', 'leastSquares', 'polynomialFeatures', 'standardize']
  if (!zero) names.push(solver)
  const last = grid.length - 1
  const perDecade = Math.round(1 / parameters.lambda.step)
  return `import { ${names.sort().join(', ')} } from 'shrinkage'

const points = [${points.map((point) => `[${point.join(', ')}]`).join(', ')}]
const y = points.map((point) => point[1])

// The powers of x, standardized as one λ serves all
const powers = polynomialFeatures(points.map(([x]) => x), ${degree}, 'raw').X
const { X, toOriginal } = standardize(powers)

// What the points come from, and ${grid.length} places between the outermost at which the polynomial is held against it
const truth = (x) => 0.75 * Math.sin(Math.PI * x)
const [low, high] = [Math.min, Math.max].map((most) => most(...points.map(([x]) => x)))
const grid = Array.from({ length: ${grid.length} }, (_, i) => (low * (${last} - i) + high * i) / ${last})
const meanSquare = (values) => values.reduce((sum, value) => sum + value ** 2, 0) / values.length

function report({ coefficients, intercept }) {
  const original = toOriginal(coefficients, intercept)
  const c = [original.intercept, ...original.coefficients]
  const f = (x) => c.reduceRight((sum, coefficient) => sum * x + coefficient, 0)
  const slope = (x) => c.reduceRight((sum, coefficient, j) => (j ? sum * x + j * coefficient : sum), 0)
  const slopes = grid.map(slope)
  // By the trapezoidal rule: the two ends count half
  const wrong = grid.map((x) => (f(x) - truth(x)) ** 2)
  const ends = wrong[0] + wrong[wrong.length - 1]
  return {
    norm: Math.hypot(...coefficients),
    slope: slopes.reduce((most, next) => (Math.abs(next) > Math.abs(most) ? next : most), 0),
    trainError: meanSquare(points.map(([x, y]) => f(x) - y)),
    testError: (wrong.reduce((sum, square) => sum + square, 0) - ends / 2) / ${last} + ${NOISE} ** 2,
  }
}

const lambda = ${zero ? 0 : lambda}
const free = leastSquares(X, y)
const fit = ${fitCall(penalty, zero)}
const [now, freely] = [report(fit), report(free)]

// Cross-validation compares every strength of the slider, in folds that are spread over the interval
const exponents = Array.from({ length: ${strengths.length} }, (_, i) => ${Math.log10(parameters.lambda.min)} + i / ${perDecade})
const lambdas = exponents.map((exponent) => Number((10 ** exponent).toPrecision(4)))
const order = points.map((_, i) => i).sort((a, b) => points[a][0] - points[b][0])
const folds = points.map((_, i) => order.indexOf(i) % ${FOLDS})
const chosen = crossValidate(powers, y, { rho: ${penalty === 'l1' ? 1 : 0}, lambdas, folds })

const mean = y.reduce((sum, value) => sum + value, 0) / y.length
const half = meanSquare(y.map((value) => value - mean)) / 2
console.log({
  lambda,
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
`
}

function fitCall(penalty: OverfittingValues['penalty'], zero: boolean): string {
  if (zero) return 'free'
  return penalty === 'l1'
    ? `lassoPath(X, y, { lambdaMin: ${parameters.lambda.min} }).at(lambda)`
    : 'ridge(X, y, lambda)'
}
