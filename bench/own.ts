/*
 * node bench/own.ts NAME KERNELS: solves one problem by `shrinkage`, prints the worst gap of its path, and times batches
 * for run.ts.
 */
import {
  elasticNetPath,
  lassoPath,
  loadFastKernels,
  ridgePath,
  type Fit,
  type Matrix,
} from '../src/solver/index.ts'
import { timeBatches } from './batches.ts'
import { worstGap } from './certificate.ts'
import { problems, type Problem } from './problems.ts'

const [name, kernels] = process.argv.slice(2)
const problem = problems().find((each) => each.name === name)!
if (kernels === 'simd' && !(await loadFastKernels()))
  throw new Error('WebAssembly lacks SIMD here.')
const solve = () => solvePath(problem)
console.log(worstGap(problem, columnsOf(solve())))
timeBatches(solve)

/** The path as a user of the package would ask for it: fits, or a matrix with a column for each strength. */
function solvePath({ X, y, lambdas, kind }: Problem): Fit[] | Matrix {
  const options = { intercept: false }
  if (kind === 'ridge') return ridgePath(X, y, lambdas, options).fits
  if (X.rows > X.columns && lambdas.length > 1) {
    const path = lassoPath(X, y, { ...options, lambdaMin: lambdas[lambdas.length - 1] })
    return path.coefficientsAt(lambdas).coefficients
  }
  return elasticNetPath(X, y, lambdas, 1, options).fits
}

function columnsOf(path: Fit[] | Matrix): Float64Array[] {
  if (Array.isArray(path)) return path.map((fit) => fit.coefficients)
  const { rows, columns, data } = path
  return Array.from({ length: columns }, (_, k) => data.subarray(k * rows, (k + 1) * rows))
}
