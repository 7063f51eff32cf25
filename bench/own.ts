/*
 * node bench/own.ts NAME CALL KERNELS: solves one problem by `shrinkage`, prints the worst gap of its path, and times
 * batches for run.ts.
 */
import { loadFastKernels } from '../src/solver/index.ts'
import { timeBatches } from './batches.ts'
import { callsFor, coefficientsOf } from './calls.ts'
import { worstGap } from './certificate.ts'
import { problems } from './problems.ts'

const [name, call, kernels] = process.argv.slice(2)
const [problem] = problems(name)
if (kernels === 'simd' && !(await loadFastKernels()))
  throw new Error('WebAssembly lacks SIMD here.')
const solve = callsFor(problem)[call]
console.log(worstGap(problem, coefficientsOf(solve())))
timeBatches(solve)
