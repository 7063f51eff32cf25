import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { worstGap } from './certificate.ts'
import type { Problem } from './problems.ts'
import { SolverProcess } from './solverProcess.ts'

/** A solver that has solved the problem and can be timed. */
export interface Contestant {
  name: string
  solver: SolverProcess
  /** Worst relative gap of its path. */
  gap: number
}

/** Relative gap that every answer must reach. */
export const TARGET = 1e-10

interface Reference {
  name: string
  /** The Debian packages that bring it. */
  packages: string
  /** A command that succeeds where it is installed. */
  probe: string[]
  command: string[]
  method: string
  kind: Problem['kind'] | 'both'
  /** From coarse to fine; an exact method has one that it ignores. */
  tolerances: number[]
}

const python = {
  packages: 'python3-sklearn',
  probe: ['/usr/bin/python3', '-c', 'import sklearn'],
  command: ['/usr/bin/python3', script('sklearn_path.py')],
}
const exact = [0]

const references: Reference[] = [
  { name: 'scikit-learn lars_path', ...python, method: 'lars', kind: 'lasso', tolerances: exact },
  {
    name: 'scikit-learn CD',
    ...python,
    method: 'cd',
    kind: 'lasso',
    tolerances: [1e-8, 1e-9, 1e-10, 1e-11, 1e-12],
  },
  { name: 'numpy eigh', ...python, method: 'eigh', kind: 'ridge', tolerances: exact },
  {
    name: 'glmnet',
    packages: 'r-cran-glmnet',
    probe: ['Rscript', '-e', 'library(glmnet)'],
    command: ['Rscript', script('glmnet_path.R')],
    method: 'path',
    kind: 'both',
    tolerances: [1e-12, 1e-14, 1e-16, 1e-18, 1e-20],
  },
]

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
  const tooSlow: string[] = []
  try {
    writeProblem(folder, problem)
    for (const reference of installed) {
      if (reference.kind !== problem.kind && reference.kind !== 'both') continue
      const contestant = await startReference(problem, reference, folder)
      if (contestant) contestants.push(contestant)
      else tooSlow.push(reference.name)
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
  { name, command, method, tolerances }: Reference,
  folder: string,
): Promise<Contestant | null> {
  let best: Contestant | null = null
  for (const tolerance of tolerances) {
    const solver = new SolverProcess([...command, folder, method, String(tolerance)])
    if ((await solver.solved()) === null) break
    best?.solver.stop()
    best = { name, solver, gap: worstGap(problem, readPath(folder, problem.X.columns)) }
    if (best.gap <= TARGET) break
  }
  return best
}

function writeProblem(folder: string, { X, y, lambdas, kind }: Problem) {
  for (const [name, values] of Object.entries({ X: X.data, y, lambdas })) {
    writeFileSync(join(folder, `${name}.bin`), new Uint8Array(values.buffer))
  }
  const description = `${kind} ${X.rows} ${X.columns} ${lambdas.length}\n`
  writeFileSync(join(folder, 'problem.txt'), description)
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
