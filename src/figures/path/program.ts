import { features, targets } from '../kit/tables.ts'
import type { PathValues } from './model.ts'

/** A program that prints the figure's numbers: the weights at λ, and the λ chosen by cross-validation. */
export function program({ data, penalty, rho, lambda, feature, seed }: PathValues): string {
  const share = { lasso: 1, ridge: 0, 'elastic-net': rho }[penalty]
  const path = { lasso: 'lassoPath', ridge: 'ridgePath', 'elastic-net': 'elasticNetPath' }[penalty]
  const names = ['crossValidate', 'degreesOfFreedom', path, 'standardize'].sort()
  const solve = {
    lasso: `const path = lassoPath(X, y)
const fits = lambdas.map((value) => path.at(value))
const knots = path.knots.map((knot) => knot.lambda).filter((value) => value >= 0.0001)`,
    ridge: `const { fits } = ridgePath(X, y, lambdas)
const knots = []`,
    'elastic-net': `const { fits } = elasticNetPath(X, y, lambdas, rho)
const knots = []`,
  }[penalty]
  return `import { ${names.join(', ')} } from 'shrinkage'
import ${data} from 'data/${data}'

const [lambda, rho] = [${lambda}, ${share}]
const features = [${features[data].map((name) => `'${name}'`).join(', ')}]
const columns = (names) =>
  ${data}.rows.map((row) => names.map((name) => row[${data}.columns.indexOf(name)]))
const rows = columns(features)
const X = standardize(rows).X
const y = standardize(columns(['${targets[data]}'])).X.data

// Every strength of the slider, forty to a decade
const lambdas = Array.from({ length: 201 }, (_, i) => Number((10 ** (-4 + i / 40)).toPrecision(4)))
${solve}
const df = fits.map((fit) => degreesOfFreedom(X, fit))
const kept = (fit) => fit.coefficients.filter((weight) => weight !== 0).length

// Each fold is standardized by the rows it learns from
const cv = crossValidate(rows, y, { rho, lambdas, seed: ${seed} })
const choice = ({ index }) => [lambdas[index], cv.errors[index], kept(fits[index]), df[index]]

const now = lambdas.indexOf(lambda)
const along = fits.map((fit) => fit.coefficients[features.indexOf('${feature}')])

console.log({
  lambda,
  weights: [...fits[now].coefficients],
  kept: kept(fits[now]),
  df: df[now],
  error: [cv.errors[now], cv.standardErrors[now]],
  minimum: choice(cv.minimum),
  oneStandardError: choice(cv.oneStandardError),
  knots,
  followed: [along[now], along[0], Math.min(...along), Math.max(...along)],
  gap: Math.max(0, ...fits.map((fit) => 2 * fit.dualityGap)),
})
`
}
