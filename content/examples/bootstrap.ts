import * as Plot from '@observablehq/plot'
import { crossValidate, lasso, seededRandom, splitTarget, standardize } from 'shrinkage'
import diabetes from 'data/diabetes'

const { features, X, y } = splitTarget(diabetes, 'target')
const samples = 200
const random = seededRandom(1)
const times = features.map(() => 0)

// Would other patients have led to the same features? Draw them again, with replacement.
for (let k = 0; k < samples; k++) {
  progress(k / samples, `sample ${k + 1} of ${samples}`)
  const drawn = Array.from(y, () => random.integer(y.length))
  const rows = drawn.map((i) => X[i])
  const target = drawn.map((i) => y[i])
  const { lambda } = crossValidate(rows, target, { seed: k }).oneStandardError
  const { coefficients } = lasso(standardize(rows).X, target, lambda)
  coefficients.forEach((weight, j) => (times[j] += weight === 0 ? 0 : 1))
}

const shares = features.map((feature, j) => ({ feature, chosen: times[j] / samples }))
table(shares)
plot({
  marginLeft: 50,
  x: { domain: [0, 1], label: 'share of the samples', grid: true },
  y: { label: null },
  marks: [
    Plot.barX(shares, { x: 'chosen', y: 'feature', sort: { y: '-x' }, fillOpacity: 0.6 }),
    Plot.ruleX([0]),
  ],
})
