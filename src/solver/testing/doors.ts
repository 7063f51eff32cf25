import * as shrinkage from 'shrinkage'

/** What kind of value a parameter takes, which says what is wrong with a bad one. */
export type Kind =
  | 'design'
  | 'square'
  | 'list'
  | 'fixed list'
  | 'labels'
  | 'number'
  | 'positive'
  | 'nonnegative'
  | 'share'
  | 'count'
  | 'boolean'
  | 'word'
  | 'name'
  | 'text'
  | 'object'

/** A parameter or an option: its name as errors have it, its kind, and a value that is right. */
export interface Parameter {
  name: string
  kind: Kind
  good: unknown
}

/** A public function: its parameters in order, and the options that come after them, if it has any. */
export interface Door {
  parameters: Parameter[]
  options?: Parameter[]
}

const parameter =
  (kind: Kind) =>
  (name: string, good: unknown): Parameter => ({ name, kind, good })
const list = parameter('list')
const fixedList = parameter('fixed list')
const number = parameter('number')
const positive = parameter('positive')
const nonnegative = parameter('nonnegative')
const share = parameter('share')
const count = parameter('count')
const word = parameter('word')
const text = parameter('text')
const object = parameter('object')

const X = parameter('design')('X', [[1, 2], [3, 5], [4, 4], [0, 1]]) // prettier-ignore
const y = fixedList('y', [1, 2, 4, 3])
const labels = parameter('labels')('y', [0, 1, 0, 1])
const groups = fixedList('groups', [0, 1])
const lambda = nonnegative('lambda', 0.1)
const lambdas = list('lambdas', [0.2, 0.1])
const rho = share('rho', 0.5)
const H = parameter('square')('H', [[2, 1], [1, 2]]) // prettier-ignore
const c = fixedList('c', [1, 3])

const intercept = parameter('boolean')('intercept', true)
const sampleWeights = fixedList('sampleWeights', [1, 2, 1, 1])
const tolerance = nonnegative('tolerance', 1e-10)
const maxIterations = count('maxIterations', 1000)
const nonNegative = parameter('boolean')('nonNegative', false)
const penaltyFactors = fixedList('penaltyFactors', [1, 2])
const standardize = parameter('boolean')('standardize', true)
const method = word('method', 'auto')
const common = [intercept, sampleWeights, tolerance, maxIterations]
const fitting = [...common, nonNegative, penaltyFactors, standardize, method]
const classifying = [...common, nonNegative, penaltyFactors, standardize]

const fit = object('fit', { coefficients: [1, 2], intercept: 1, lambda: 0.1, rho: 0.5 })
const classifier = object('fit', { coefficients: [1, 2], intercept: 0, classes: ['no', 'yes'] })
const loss = object('loss', shrinkage.quadraticLoss([[2, 1], [1, 2]], [1, 3])) // prettier-ignore
const quality = object('quality', { residualSumOfSquares: 5, n: 10, degreesOfFreedom: 2 })
const penalized = [lambda, rho, fixedList('start', [0, 1])]
const adam = [
  lambda,
  positive('learningRate', 0.1),
  share('beta1', 0.9),
  share('beta2', 0.99),
  positive('epsilon', 1e-8),
  fixedList('start', [0, 1]),
]

/** Every public function, but for `loadFastKernels`, which takes nothing. */
export const doors: Record<string, Door> = {
  leastSquares: { parameters: [X, y], options: fitting },
  ridge: { parameters: [X, y, lambda], options: fitting },
  lasso: { parameters: [X, y, lambda], options: fitting },
  elasticNet: { parameters: [X, y, lambda, rho], options: fitting },
  lassoPath: { parameters: [X, y], options: [...fitting, nonnegative('lambdaMin', 0.1)] },
  ridgePath: { parameters: [X, y, lambdas], options: fitting },
  elasticNetPath: { parameters: [X, y, lambdas, rho], options: fitting },
  lambdaMax: { parameters: [X, y], options: [...fitting, rho] },
  certificateOf: {
    parameters: [X, y, fixedList('coefficients', [1, 0]), lambda, rho],
    options: fitting,
  },
  elasticNetGram: { parameters: [H, c, lambda, rho], options: [nonNegative, penaltyFactors] },
  constrainedLasso: {
    parameters: [X, y, nonnegative('radius', 0.5)],
    options: [...common, nonNegative],
  },
  constrainedRidge: {
    parameters: [X, y, positive('radius', 0.5)],
    options: [...common, nonNegative],
  },
  groupLasso: { parameters: [X, y, groups, lambda], options: common },
  groupLassoPath: { parameters: [X, y, groups, lambdas], options: common },
  groupLambdaMax: { parameters: [X, y, groups], options: common },
  logisticRegression: { parameters: [X, labels, lambda, rho], options: classifying },
  logisticPath: { parameters: [X, labels, lambdas, rho], options: classifying },
  logisticLambdaMax: { parameters: [X, labels], options: [...classifying, rho] },
  bridge: { parameters: [H, c, lambda, positive('q', 0.5)] },
  predict: { parameters: [fit, X] },
  predictProbabilities: { parameters: [classifier, X] },
  predictClasses: { parameters: [classifier, X] },
  residuals: { parameters: [fit, X, y] },
  residualSumOfSquares: { parameters: [fit, X, y], options: [sampleWeights] },
  rSquared: { parameters: [fit, X, y], options: [sampleWeights] },
  coefficientsByName: { parameters: [object('fit', { coefficients: [1], features: ['a'] })] },
  pathAt: {
    parameters: [object('path', { lambdas: [0.1], fits: [fit.good], exact: false }), lambda],
  },
  crossValidate: {
    parameters: [X, y],
    options: [
      ...fitting,
      rho,
      lambdas,
      count('folds', 2),
      number('seed', 1),
      word('family', 'gaussian'),
    ],
  },
  lambdaGrid: {
    parameters: [X, y],
    options: [
      ...fitting,
      rho,
      count('count', 5),
      positive('ratio', 0.1),
      word('family', 'gaussian'),
    ],
  },
  logGrid: { parameters: [positive('largest', 2), positive('smallest', 1), count('count', 3)] },
  degreesOfFreedom: { parameters: [X, fit], options: [intercept] },
  aic: { parameters: [quality] },
  bic: { parameters: [quality] },
  mallowsCp: { parameters: [quality, positive('noiseVariance', 1)] },
  relaxedLasso: { parameters: [X, y, lambda], options: [...fitting, share('gamma', 0.5)] },
  squaredLoss: { parameters: [X, y], options: [intercept] },
  quadraticLoss: { parameters: [H, c, number('constant', 0)] },
  gradientDescentSteps: {
    parameters: [X, y],
    options: [positive('learningRate', 0.1), lambda, intercept, fixedList('start', [0, 0, 0])],
  },
  learningRateLimit: { parameters: [X, lambda], options: [intercept] },
  subgradientSteps: {
    parameters: [loss],
    options: [...penalized, positive('learningRate', 0.1)],
  },
  istaSteps: { parameters: [loss], options: [...penalized, positive('learningRate', 0.1)] },
  fistaSteps: { parameters: [loss], options: [...penalized, positive('learningRate', 0.1)] },
  coordinateDescentSteps: { parameters: [loss], options: penalized },
  adamSteps: { parameters: [loss], options: adam },
  adamWSteps: { parameters: [loss], options: adam },
  takeSteps: { parameters: [object('steps', [1, 2, 3]), nonnegative('count', 2)] },
  softThreshold: { parameters: [number('z', 2), nonnegative('t', 1)] },
  hardThreshold: { parameters: [number('z', 2), nonnegative('t', 1)] },
  groupSoftThreshold: { parameters: [list('z', [3, 4]), nonnegative('t', 1)] },
  projectL1Ball: { parameters: [list('z', [3, 4]), nonnegative('radius', 1)] },
  projectL2Ball: { parameters: [list('z', [3, 4]), nonnegative('radius', 1)] },
  normalConeTest: {
    parameters: [fixedList('g', [2, 1]), list('w', [1, 0]), rho, nonnegative('tolerance', 1e-9)],
  },
  normalConeEdges: { parameters: [list('w', [1, 0]), rho] },
  gaussianDistribution: { parameters: [number('mean', 0), positive('deviation', 1)] },
  laplaceDistribution: { parameters: [number('location', 0), positive('scale', 1)] },
  gaussianPosterior: {
    parameters: [],
    options: [number('observation', 1), positive('noise', 1), positive('deviation', 1)],
  },
  laplacePosterior: {
    parameters: [],
    options: [number('observation', 1), positive('noise', 1), positive('scale', 1)],
  },
  penaltyFromPrior: {
    parameters: [
      object('prior', { kind: 'laplace', scale: 1 }),
      positive('noise', 1),
      count('n', 10),
    ],
  },
  priorFromPenalty: {
    parameters: [
      word('kind', 'laplace'),
      positive('lambda', 1),
      positive('noise', 1),
      count('n', 10),
    ],
  },
  convertPenalty: {
    parameters: [],
    options: [
      parameter('name')('from', 'shrinkage'),
      object('parameters', { lambda: 0.1, rho: 0 }),
      parameter('name')('to', 'sklearn.Ridge'),
      count('n', 50),
      word('loss', 'squared'),
      positive('responseDeviation', 1),
      positive('noise', 1),
      parameter('boolean')('standardized', false),
    ],
  },
  simulateRegression: {
    parameters: [],
    options: [
      count('n', 5),
      count('p', 3),
      nonnegative('relevant', 2),
      nonnegative('noise', 1),
      share('correlation', 0.5),
      number('seed', 1),
    ],
  },
  polynomialFeatures: {
    parameters: [list('x', [1, 2, 3]), count('degree', 2), word('basis', 'raw')],
  },
  readNumericTable: {
    parameters: [text('text', 'a,y\n1,2\n')],
    options: [word('separator', ','), word('decimal', '.')],
  },
  splitTarget: {
    parameters: [
      object('table', { columns: ['a', 'y'], rows: [[1, 2]] }),
      parameter('name')('target', 'y'),
    ],
  },
  standardize: { parameters: [X], options: [word('deviation', 'sample')] },
  toMatrix: { parameters: [X] },
  seededRandom: { parameters: [number('seed', 1)] },
}

/**
 * Calls a public function, and takes the first steps of an optimizer.
 *
 * @param name the function
 * @param values its arguments, the options among them
 */
export function callDoor(name: string, values: unknown[]): unknown {
  const door = (shrinkage as unknown as Record<string, (...given: unknown[]) => unknown>)[name]
  const result = door(...values)
  if (!name.endsWith('Steps') || name === 'takeSteps') return result
  return shrinkage.takeSteps(result as Iterable<unknown>, 2)
}

/** The arguments of a right call, in which the options named are left out or replaced. */
export function goodArguments({ parameters, options }: Door): unknown[] {
  const values = parameters.map(({ good }) => good)
  if (options === undefined) return values
  return [...values, Object.fromEntries(options.map(({ name, good }) => [name, good]))]
}
