/* node bench/own.ts NAME KERNELS: times `shrinkage` on one problem in a process of its own, for run.ts. */
import { elasticNetPath, lassoPath, loadFastKernels, ridgePath } from '../src/solver/index.ts'
import { worstGap } from './certificate.ts'
import { leastTime } from './measure.ts'
import { problems, type Problem } from './problems.ts'

const [name, kernels] = process.argv.slice(2)
const problem = problems().find((each) => each.name === name)!
if (kernels === 'simd' && !(await loadFastKernels()))
  throw new Error('WebAssembly lacks SIMD here.')
const solve = () => solvePath(problem)
console.log(JSON.stringify({ gap: worstGap(problem, solve()), ms: leastTime(solve) }))

/** The path as a user of the package would ask for it. */
function solvePath({ X, y, lambdas, kind }: Problem): Float64Array[] {
  const options = { intercept: false }
  if (kind === 'ridge') return ridgePath(X, y, lambdas, options).map((fit) => fit.coefficients)
  if (X.rows > X.columns && lambdas.length > 1) {
    const path = lassoPath(X, y, { ...options, lambdaMin: lambdas[lambdas.length - 1] })
    const { data } = path.coefficientsAt(lambdas).coefficients
    return Array.from(lambdas, (_, k) => data.subarray(k * X.columns, (k + 1) * X.columns))
  }
  return elasticNetPath(X, y, 1, lambdas, options).map((fit) => fit.coefficients)
}
