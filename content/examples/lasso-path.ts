import * as Plot from '@observablehq/plot'
import { lassoPath, splitTarget, standardize } from 'shrinkage'
import diabetes from 'data/diabetes'

const { features, X: raw, y } = splitTarget(diabetes, 'target')
const { X } = standardize(raw)
const { knots } = lassoPath(X, y)

// Each knot is a λ at which a feature enters or leaves
table(
  knots.map(({ lambda, coefficients }) => ({
    λ: lambda,
    chosen: features.filter((_, j) => coefficients[j] !== 0).join(' '),
  })),
)

// Between two knots every weight moves on a straight line
const points = features.flatMap((feature, j) =>
  knots.map(({ lambda, coefficients }) => ({ feature, lambda, weight: coefficients[j] })),
)
plot({
  color: { legend: true },
  x: { label: 'λ', reverse: true },
  y: { label: 'weight', grid: true },
  marks: [Plot.ruleY([0]), Plot.line(points, { x: 'lambda', y: 'weight', stroke: 'feature' })],
})
