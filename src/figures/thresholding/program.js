import { elasticNet, hardThreshold, lassoPath, ridgePath } from 'shrinkage'

const lambda = 0.8
const weight = 2.2
const curvature = 1
const rho = 0.5
const correlation = 0.6
const third = -0.3

const [h, intercept] = [curvature, false]

// One weight: the sample x = √h, y = √h·ŵ has the loss h/2·(w − ŵ)²
const root = Math.sqrt(h)
const one = [1, 0, rho].map((share) =>
  elasticNet([[root]], [root * weight], lambda, share, { intercept }),
)
const hard = hardThreshold(weight, lambda / h)

// Three features of variance 1, the third correlated with the other two, and y = Xŵ
const [r, unpenalized] = [correlation, [1.6, 1.2, third]]
const X = [
  [Math.sqrt(3), 0, Math.sqrt(3) * r],
  [0, Math.sqrt(3), Math.sqrt(3) * r],
  [0, 0, Math.sqrt(3) * Math.sqrt(1 - 2 * r * r)],
]
const y = X.map((row) => row.reduce((sum, x, j) => sum + x * unpenalized[j], 0))
const path = lassoPath(X, y, { intercept })
const lambdas = Array.from({ length: 51 }, (_, i) => (i * 2.5) / 50)
const ridge = ridgePath(X, y, lambdas, { intercept }).fits[Math.round(lambda / 0.05)]
const lasso = path.at(lambda)
const size = ({ coefficients }) => Math.abs(coefficients[2])
const peak = path.knots.reduce((most, knot) => (size(knot) > size(most) ? knot : most))

// Duality gaps, relative to the objective at zero
const atZero = y.reduce((sum, value) => sum + value ** 2, 0) / 6
const gaps = [lasso, ridge].map((fit) => fit.dualityGap / atZero)
const oneGap = Math.max(...one.map((fit) => fit.dualityGap)) / ((h * weight ** 2) / 2 || 1)

console.log({
  lambda,
  w: [...one.map((fit) => fit.coefficients[0]), hard],
  shift: lambda / h,
  factor: h / (h + lambda),
  lasso: [...lasso.coefficients],
  ridge: [...ridge.coefficients],
  knots: path.knots.map((knot) => knot.lambda),
  peak: [peak.lambda, peak.coefficients[2]],
  gap: Math.max(0, oneGap, ...gaps),
})
