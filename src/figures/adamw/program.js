import { adamWSteps, elasticNet, quadraticLoss, takeSteps } from 'shrinkage'

const lambda = 1
const step = 5000
const optimum = [2, 0.6]
const correlation = 0
const scale = 0.5

// The loss ½(w − ŵ)ᵀH(w − ŵ), and two samples with XᵀX/n = H and y = Xŵ
const [h11, h12, h22] = [1, correlation * scale, scale ** 2]
const root = Math.SQRT2
const X = [
  [root, root * correlation * scale],
  [0, root * scale * Math.sqrt(1 - correlation ** 2)],
]
const y = X.map((row) => row[0] * optimum[0] + row[1] * optimum[1])
const minimum = (rho) => elasticNet(X, y, lambda, rho, { intercept: false })
const [ridge, lasso] = [minimum(0), minimum(1)]

// The lowest loss in the square |w| ≤ 1/λ: ŵ itself, or the best point of its four sides
const half = 1 / lambda
const within = (weight) => Math.max(-half, Math.min(half, weight))
const slopes = ([w1, w2]) => {
  const [d1, d2] = [w1 - optimum[0], w2 - optimum[1]]
  return [h11 * d1 + h12 * d2, h12 * d1 + h22 * d2]
}
const loss = (w) => slopes(w).reduce((sum, slope, j) => sum + (slope * (w[j] - optimum[j])) / 2, 0)
const sides = [-half, half].flatMap((side) => [
  [side, within(optimum[1] - (h12 / h22) * (side - optimum[0]))],
  [within(optimum[0] - (h12 / h11) * (side - optimum[1])), side],
])
const isInside = optimum.every((weight) => Math.abs(weight) <= half)
const goal = isInside
  ? optimum
  : sides.reduce((best, point) => (loss(point) < loss(best) ? point : best))
const gapInSquare = slopes(goal).reduce((sum, s, j) => sum + half * Math.abs(s) + s * goal[j], 0)

// AdamW from the origin, with exact gradients
const objective = quadraticLoss(
  [
    [h11, h12],
    [h12, h22],
  ],
  [h11 * optimum[0] + h12 * optimum[1], h12 * optimum[0] + h22 * optimum[1]],
)
const run = takeSteps(adamWSteps(objective, { lambda, learningRate: 0.01 }), step)

console.log({
  optimum,
  half,
  goal,
  now: [...run[step].parameters],
  ridge: [...ridge.coefficients],
  lasso: [...lasso.coefficients],
  gap: Math.max(0, ridge.dualityGap, lasso.dualityGap, gapInSquare),
})
