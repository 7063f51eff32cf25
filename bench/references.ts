import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { worstGap } from './certificate.ts'
import { interpreters } from './environment.ts'
import type { Problem } from './problems.ts'
import { SolverProcess } from './solverProcess.ts'
import { writeProblem } from './writeProblem.ts'

/** A solver that has solved the problem and can be timed. */
export interface Contestant {
  name: string
  /** Whose column in the table it belongs to. */
  library: string
  solver: SolverProcess
  /** Worst relative gap of its path. */
  gap: number
}

/** Relative gap that every answer must reach. */
export const TARGET = 1e-10

interface Reference {
  name: string
  /** Its column in the table of speeds; the fastest of one library counts. */
  library: string
  /** How to install it. */
  source: string
  /** A command that succeeds where it is installed. */
  probe: string[]
  command: string[]
  method: string
  kinds: Problem['kind'][]
  /** From coarse to fine; an exact method has one that it ignores. */
  tolerances: number[]
}

const { python3, Rscript } = interpreters
const exact = [0]

const references: Reference[] = [
  {
    name: 'scikit-learn lars_path',
    ...python('scikit-learn', 'sklearn', 'sklearn_path.py'),
    method: 'lars',
    kinds: ['lasso'],
    tolerances: exact,
  },
  {
    name: 'scikit-learn lasso_path',
    ...python('scikit-learn', 'sklearn', 'sklearn_path.py'),
    method: 'cd',
    kinds: ['lasso'],
    tolerances: [1e-8, 1e-9, 1e-10, 1e-11, 1e-12],
  },
  {
    name: 'celer',
    ...python('celer', 'celer', 'celer_path.py'),
    method: 'path',
    kinds: ['lasso', 'group'],
    tolerances: [1e-9, 1e-10, 1e-11, 1e-12, 1e-14, 1e-16, 1e-18],
  },
  {
    name: 'skglm',
    ...python('skglm', 'skglm', 'skglm_path.py'),
    method: 'path',
    kinds: ['lasso', 'group'],
    tolerances: [1e-6, 1e-7, 1e-8, 1e-9, 1e-10, 1e-11],
  },
  {
    name: 'adelie grpnet',
    ...python('adelie', 'adelie', 'adelie_path.py'),
    method: 'design',
    kinds: ['lasso', 'group', 'ridge'],
    tolerances: [1e-14, 1e-16, 1e-18, 1e-20, 1e-22, 1e-24],
  },
  {
    name: 'adelie gaussian_cov',
    ...python('adelie', 'adelie', 'adelie_path.py'),
    method: 'covariance',
    // Its ridge, without an L1 part, ends in a TypeError of adelie 1.1's own.
    kinds: ['lasso', 'group'],
    tolerances: [1e-14, 1e-16, 1e-18, 1e-20, 1e-22, 1e-24],
  },
  {
    name: 'glmnet',
    library: 'glmnet',
    source: 'Debian package r-cran-glmnet',
    probe: [Rscript, '-e', 'library(glmnet)'],
    command: [Rscript, script('glmnet_path.R')],
    method: 'path',
    kinds: ['lasso', 'ridge'],
    tolerances: [1e-12, 1e-14, 1e-16, 1e-18, 1e-20, 1e-22, 1e-24],
  },
  {
    name: 'numpy eigh',
    ...python('numpy', 'numpy', 'numpy_ridge.py'),
    method: 'eigh',
    kinds: ['ridge'],
    tolerances: exact,
  },
]

function python(library: string, module: string, file: string) {
  return {
    library,
    source: 'npm run bench:environment',
    probe: [python3, '-c', `import ${module}`],
    command: [python3, script(file)],
  }
}

/** Which references are installed here, and which are not. */
export function findReferences() {
  const works = ([file, ...rest]: string[]) =>
    spawnSync(file, rest, { stdio: 'ignore' }).status === 0
  const installed = references.filter(({ probe }) => works(probe))
  return { installed, missing: references.filter((each) => !installed.includes(each)) }
}

/** Lets the references that are meant for a problem solve it; names those that take too long. */
export async function startReferences(problem: Problem, installed: Reference[]) {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  const contestants: Contestant[] = []
  const tooSlow: Reference[] = []
  try {
    const { X, y, lambdas, kind, groupSize } = problem
    const arrays = { X: X.data, y, lambdas }
    writeProblem(folder, arrays, [kind, X.rows, X.columns, lambdas.length, groupSize])
    for (const reference of installed) {
      if (!reference.kinds.includes(problem.kind)) continue
      const contestant = await startReference(problem, reference, folder)
      if (contestant) contestants.push(contestant)
      else tooSlow.push(reference)
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
  return { contestants, tooSlow }
}

/**
 * Tries the tolerances from coarse to fine, up to the first whose answer passes the certificate. If none does, the
 * finest that came to its end stands; null if none came to its end.
 */
async function startReference(
  problem: Problem,
  { name, library, command, method, tolerances }: Reference,
  folder: string,
): Promise<Contestant | null> {
  let best: Contestant | null = null
  for (const tolerance of tolerances) {
    const solver = new SolverProcess([...command, folder, method, String(tolerance)])
    if ((await solver.solved()) === null) break
    best?.solver.stop()
    best = { name, library, solver, gap: worstGap(problem, readPath(folder, problem.X.columns)) }
    if (best.gap <= TARGET) break
  }
  return best
}

function readPath(folder: string, columns: number): Float64Array[] {
  const numbers = new Float64Array(new Uint8Array(readFileSync(join(folder, 'path.bin'))).buffer)
  return Array.from({ length: numbers.length / columns }, (_, k) =>
    numbers.subarray(k * columns, (k + 1) * columns),
  )
}

function script(name: string): string {
  return fileURLToPath(new URL(`references/${name}`, import.meta.url))
}
