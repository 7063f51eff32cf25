/*
 * npm run bench [NAME]: times `shrinkage` and the references on the same problems in one run, one thread each, and
 * prints ratios. Every answer is held to the same certificate, which belongs to none of them.
 */
import { elasticNetPath, lassoPath, ridgePath } from '../src/solver/index.ts'
import { worstGap } from './certificate.ts'
import { leastTime } from './measure.ts'
import { problems, type Problem } from './problems.ts'
import { findReferences, timeReferences, type Timing } from './references.ts'

const wanted = process.argv[2] ?? ''
const { installed, missing } = findReferences()
for (const { name, packages } of missing) {
  console.log(`Not installed, so not compared: ${name} (Debian package ${packages})`)
}

for (const problem of problems().filter(({ name }) => name.includes(wanted))) {
  print(problem, timeOwn(problem), timeReferences(problem, installed))
}

function timeOwn(problem: Problem): Timing & { ms: number } {
  const solve = () => solvePath(problem)
  const gap = worstGap(problem, solve())
  return { method: 'shrinkage', ms: leastTime(solve), gap }
}

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

function print({ name, goal }: Problem, own: Timing & { ms: number }, references: Timing[]) {
  console.log(`\n${name}`)
  for (const { method, ms, gap } of [own, ...references]) {
    const time = ms === undefined ? 'misses the target' : `${ms.toFixed(3)} ms`
    const ratio = ms === undefined || method === own.method ? '' : `${(ms / own.ms).toFixed(2)}×`
    const cells = [method.padEnd(24), time.padStart(18), ratio.padStart(10)]
    console.log(`  ${cells.join('')}   gap ${gap.toExponential(0)}`)
  }
  const times = references.flatMap(({ ms }) => (ms === undefined ? [] : [ms]))
  if (times.length === 0) return
  const ratio = (Math.min(...times) / own.ms).toFixed(2)
  const goals = Object.entries(goal).map(([kernels, factor]) => `${kernels} ${factor}×`)
  console.log(`  ${ratio}× the speed of the fastest reference (goal: ${goals.join(', ')})`)
}
