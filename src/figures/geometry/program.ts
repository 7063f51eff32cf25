import { targets } from '../kit/tables.ts'
import { targetDeviation, type GeometryValues } from './model.ts'
import { THROWS } from './throws.ts'

/**
 * A program that prints the figure's numbers: the loss, the solution, and the shares of random losses with zero, one
 * and two zero weights.
 */
export function program(values: GeometryValues): string {
  const { lambda, seed } = values
  const data = values.loss === 'free' ? '' : `import ${values.loss} from 'data/${values.loss}'\n`
  const solvers = { lq: ['bridge'], norm: ['groupLasso'], l1: [], l2: [], 'elastic-net': [] }
  const names = ['elasticNet', 'seededRandom', ...solvers[values.penalty]]
  if (data) names.push('standardize')
  return `import { ${names.sort().join(', ')} } from 'shrinkage'
${data}
// A loss ½(w − ŵ)ᵀH(w − ŵ) of two features, as two samples with XᵀX/n = H and y = Xŵ
function design(optimum, correlation, scale) {
  const root = Math.SQRT2
  const X = [
    [root, root * correlation * scale],
    [0, root * scale * Math.sqrt(1 - correlation ** 2)],
  ]
  return { X, y: X.map((row) => row[0] * optimum[0] + row[1] * optimum[1]) }
}

const lambda = ${lambda}
${lossLines(values)}
const { X, y } = design(optimum, correlation, scale)
${solveLines(values)}
const zeros = w.filter((weight) => weight === 0).length
const [d1, d2] = w.map((weight, j) => weight - optimum[j])
const h12 = correlation * scale
const slopes = [d1 + h12 * d2, h12 * d1 + scale ** 2 * d2]

// ${THROWS} random losses: what share of their solutions has no zero, one, two?
const random = seededRandom(${seed})
const between = (low, high) => low + (high - low) * random.uniform()
const losses = Array.from({ length: ${THROWS} }, () =>
  design([between(-3, 3), between(-3, 3)], between(-0.9, 0.9), 1),
)
const zerosOf = (weights) => weights.filter((weight) => weight === 0).length
function shares(rho) {
  const options = { intercept: false }
  const counts = losses.map(({ X, y }) => zerosOf(elasticNet(X, y, lambda, rho, options).coefficients))
  return [0, 1, 2].map((zeros) => counts.filter((count) => count === zeros).length / losses.length)
}

console.log({ optimum, w, lambda, t, zeros, slopes, gap, throwsL1: shares(1), throwsL2: shares(0) })
`
}

function lossLines({ loss, optimum, correlation, scale, first, second }: GeometryValues): string {
  if (loss === 'free') {
    return `const [correlation, scale] = [${correlation}, ${scale}]\nconst optimum = [${optimum.join(', ')}]`
  }
  return `// Feature 1, feature 2 and the target, each standardized: their correlations make the loss
const names = ['${first}', '${second}', '${targets[loss]}']
const rows = ${loss}.rows.map((row) => names.map((name) => row[${loss}.columns.indexOf(name)]))
const { X: standardized } = standardize(rows)
const column = (j) => standardized.data.slice(j * rows.length, (j + 1) * rows.length)
const correlationOf = (j, k) =>
  column(j).reduce((sum, value, i) => sum + value * column(k)[i], 0) / rows.length
const [correlation, scale] = [correlationOf(0, 1), 1]
const [r1, r2] = [correlationOf(0, 2), correlationOf(1, 2)]
const unit = ${targetDeviation} // the target's standard deviation, in the units of the weights
const optimum = [
  (unit * (r1 - correlation * r2)) / (1 - correlation ** 2),
  (unit * (r2 - correlation * r1)) / (1 - correlation ** 2),
]`
}

function solveLines({ penalty, rho, q }: GeometryValues): string {
  if (penalty === 'lq') {
    return `const H = [
  [1, correlation * scale],
  [correlation * scale, scale ** 2],
]
const c = H.map((row) => row[0] * optimum[0] + row[1] * optimum[1])
const { coefficients: w, kktResidual: gap } = bridge(H, c, lambda, ${q})
const t = w.reduce((sum, weight) => sum + Math.abs(weight) ** ${q}, 0)`
  }
  if (penalty === 'norm') {
    return `// The group lasso weighs the norm of a group of two by √2
const fit = groupLasso(X, y, [0, 0], lambda / Math.SQRT2, { intercept: false })
const w = [...fit.coefficients]
const gap = Math.max(fit.dualityGap, 0)
const t = Math.hypot(...w)`
  }
  const share = penalty === 'elastic-net' ? rho : penalty === 'l1' ? 1 : 0
  const norm1 = 'w.reduce((sum, weight) => sum + Math.abs(weight), 0)'
  const budget = {
    l1: norm1,
    l2: 'Math.hypot(...w)',
    'elastic-net': `${share} * ${norm1} + ((1 - ${share}) / 2) * Math.hypot(...w) ** 2`,
  }[penalty]
  return `const fit = elasticNet(X, y, lambda, ${share}, { intercept: false })
const w = [...fit.coefficients]
const gap = Math.max(fit.dualityGap, 0)
const t = ${budget}`
}
