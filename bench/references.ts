import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { worstGap } from './certificate.ts'
import type { Problem } from './problems.ts'

/** What a solver needed for a problem, at the coarsest tolerance whose answer passes the certificate. */
export interface Timing {
  method: string
  /** Least processor time of a run; of one at the finest tolerance if none brought a reference to the target. */
  ms: number
  /** Worst relative gap of the path; infinite if no run came to its end. */
  gap: number
}

/** Relative gap that every answer must reach. */
export const TARGET = 1e-10
/** A run that takes longer than this, in ms, is timed once; one that takes longest is given up. */
const SLOW = 2000
const LONGEST = 60_000

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

/** Runs the references that are installed on a problem. */
export function timeReferences(problem: Problem, installed: Reference[]): Timing[] {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  try {
    writeProblem(folder, problem)
    return installed
      .filter(({ kind }) => kind === problem.kind || kind === 'both')
      .map((reference) => timeReference(problem, reference, folder))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Tries the tolerances from coarse to fine, and times the first whose answer passes. */
function timeReference(problem: Problem, reference: Reference, folder: string): Timing {
  const { name, tolerances } = reference
  let gap = Infinity
  let ms = NaN
  for (const tolerance of tolerances) {
    const output = run(reference, folder, tolerance)
    if (output === null) break
    ms = Number(output)
    gap = Math.min(gap, worstGap(problem, readPath(folder, problem.X.columns)))
    if (gap > TARGET) continue
    const again = ms < SLOW ? run(reference, folder, tolerance, 'time') : output
    return { method: name, ms: Number(again), gap }
  }
  return { method: name, ms, gap }
}

const oneThread = { OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1', MKL_NUM_THREADS: '1' }

/** What the script printed; null if it took too long. */
function run(
  { name, command, method }: Reference,
  folder: string,
  tolerance: number,
  time = '',
): string | null {
  const [file, ...rest] = [...command, folder, method, String(tolerance), time]
  const options = { env: { ...process.env, ...oneThread }, timeout: LONGEST }
  const { stdout, stderr, status, signal } = spawnSync(file, rest, { ...options, encoding: 'utf8' })
  if (signal !== null) return null
  if (status !== 0) throw new Error(`${name} failed:\n${stderr}`)
  return stdout
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
