import {
  gradientDescentSteps,
  istaSteps,
  learningRateLimit,
  quadraticLoss,
  ridge,
  takeSteps,
} from 'shrinkage'

const step = 2
const alpha = 0.25
const lambda = 20
const m = 20
const optimum = [2.6, 1.5]
const start = [-1.2, 1.1]
const correlation = 0.6

// Four samples with XᵀX/4 = [[1, r], [r, 1]], each taken m/4 times: m changes λ/m and nothing else
const [along, across] = [Math.sqrt(1 + correlation), Math.sqrt(1 - correlation)]
const four = [
  [along, along],
  [-along, -along],
  [across, -across],
  [-across, across],
]
const X = Array.from({ length: m }, (_, i) => four[i % 4])
const y = X.map((row) => 2 + row[0] * optimum[0] + row[1] * optimum[1])

// Gradient descent on equation 7, with penalty and without; its λ/m is the package's λ; the first parameter is θ₀
const run = (strength) =>
  takeSteps(
    gradientDescentSteps(X, y, { learningRate: alpha, lambda: strength, start: [0, ...start] }),
    step + 1,
  )
const [withPenalty, without] = [run(lambda / m), run(0)]
const { parameters, shrinkStep, dataStep } = withPenalty[step]
const norm = (state) => Math.hypot(state.parameters[1], state.parameters[2])
const fit = ridge(X, y, lambda / m)
const kept = (curvature) => curvature / (curvature + lambda / m)

// The penalty alone, on a weight of 1
const options = { learningRate: alpha, lambda: lambda / m, start: [1] }
const l2 = takeSteps(gradientDescentSteps([[0]], [0], { ...options, intercept: false }), step)
const l1 = takeSteps(istaSteps(quadraticLoss([[0]], [0]), options), 30)
const zero = l1.findIndex((state) => state.parameters[0] < 1e-12)

console.log({
  theta: [...parameters],
  shrinkStep: [...shrinkStep],
  dataStep: [...dataStep],
  next: [...withPenalty[step + 1].parameters],
  norms: [norm(withPenalty[step]), norm(withPenalty[step + 1]), norm(without[step])],
  plain: [...without[step].parameters],
  ridge: [fit.intercept, ...fit.coefficients],
  factor: 1 - (alpha * lambda) / m,
  stability: [lambda / m, 0].map((strength) => (2 * alpha) / learningRateLimit(X, strength)),
  kept: [kept(1 + correlation), kept(1 - correlation)],
  alone: [l2[step].parameters[0], l1[step].parameters[0]],
  l1Steps: zero === -1 ? [] : zero,
})
