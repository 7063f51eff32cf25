import * as Plot from '@observablehq/plot'
import { gradientDescentSteps, ridge, splitTarget, standardize, takeSteps } from 'shrinkage'
import prostate from 'data/prostate'

const { features, X: raw, y } = splitTarget(prostate, 'lpsa')
const chosen = ['lcavol', 'svi'].map((name) => features.indexOf(name))
const { X } = standardize(raw.map((row) => chosen.map((j) => row[j])))

// One step multiplies every weight by 1 − αλ, then follows the gradient; the article's λ is m times this one
const learningRate = 0.1
const lambda = 0.2
print('factor of one step', 1 - learningRate * lambda)

const start = [2, -1, -1] // the intercept, which does not decay, and two weights
const states = takeSteps(gradientDescentSteps(X, y, { learningRate, lambda, start }), 60)
table(
  [0, 1, 2, 5, 10, 60].map((step) => {
    const [intercept, lcavol, svi] = states[step].parameters
    return { step, intercept, lcavol, svi }
  }),
)

// Where the steps lead: the solution of ridge regression
const { coefficients } = ridge(X, y, lambda)
print('ridge', ...coefficients)
const steps = states.map(({ parameters }) => parameters.slice(1))
plot({
  aspectRatio: 1,
  grid: true,
  x: { label: 'lcavol' },
  y: { label: 'svi' },
  marks: [
    Plot.ruleX([0]),
    Plot.ruleY([0]),
    Plot.line(steps, { marker: 'dot' }),
    Plot.dot([coefficients], { r: 6, strokeWidth: 2 }),
  ],
})
