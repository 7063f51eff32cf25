import { ROUNDING, type DecayValues } from './model.ts'
import { STEPS } from './parameters.ts'

/** A program that prints the figure's numbers: where both runs are, and the two parts of the next step. */
export function program({
  step,
  alpha,
  lambda,
  m,
  optimum,
  start,
  correlation,
}: DecayValues): string {
  return `import {
  gradientDescentSteps,
  istaSteps,
  learningRateLimit,
  quadraticLoss,
  ridge,
  takeSteps,
} from 'shrinkage'

const [k, alpha, lambda, m] = [${step}, ${alpha}, ${lambda}, ${m}]
const correlation = ${correlation}

// Four samples with XᵀX/4 = [[1, r], [r, 1]], each taken m/4 times: m changes λ/m and nothing else
const [along, across] = [Math.sqrt(1 + correlation), Math.sqrt(1 - correlation)]
const four = [
  [along, along],
  [-along, -along],
  [across, -across],
  [-across, across],
]
const X = Array.from({ length: m }, (_, i) => four[i % 4])
const y = X.map((row) => 2 + row[0] * ${optimum[0]} + row[1] * ${optimum[1]})

// Gradient descent on equation 7, with penalty and without; its λ/m is the package's λ; the first parameter is θ₀
const start = [0, ${start.join(', ')}]
const run = (strength) =>
  takeSteps(gradientDescentSteps(X, y, { learningRate: alpha, lambda: strength, start }), k + 1)
const [withPenalty, without] = [run(lambda / m), run(0)]
const { parameters, shrinkStep, dataStep } = withPenalty[k]
const norm = (state) => Math.hypot(state.parameters[1], state.parameters[2])
const fit = ridge(X, y, lambda / m)
const kept = (curvature) => curvature / (curvature + lambda / m)

// The penalty alone, on a weight of 1
const options = { learningRate: alpha, lambda: lambda / m, start: [1] }
const l2 = takeSteps(gradientDescentSteps([[0]], [0], { ...options, intercept: false }), k)
const l1 = takeSteps(istaSteps(quadraticLoss([[0]], [0]), options), ${STEPS})
const zero = l1.findIndex((state) => state.parameters[0] < ${ROUNDING})

console.log({
  theta: [...parameters],
  shrinkStep: [...shrinkStep],
  dataStep: [...dataStep],
  next: [...withPenalty[k + 1].parameters],
  norms: [norm(withPenalty[k]), norm(withPenalty[k + 1]), norm(without[k])],
  plain: [...without[k].parameters],
  ridge: [fit.intercept, ...fit.coefficients],
  factor: 1 - (alpha * lambda) / m,
  stability: [lambda / m, 0].map((strength) => (2 * alpha) / learningRateLimit(X, strength)),
  kept: [kept(1 + correlation), kept(1 - correlation)],
  alone: [l2[k].parameters[0], l1[k].parameters[0]],
  l1Steps: zero === -1 ? [] : zero,
})
`
}
