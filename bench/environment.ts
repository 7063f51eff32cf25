import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const own = fileURLToPath(new URL('.venv/bin/python', import.meta.url))

/** The interpreters: those that PYTHON and RSCRIPT name; without them that of environment.sh, or what the system has. */
export const interpreters = {
  python3: process.env.PYTHON ?? (existsSync(own) ? own : 'python3'),
  Rscript: process.env.RSCRIPT ?? 'Rscript',
}

/**
 * The environment for a solver's process: one thread, and the kernels that its linear algebra chooses for the processor.
 * A machine may be set to older ones, with which numpy would be timed unfairly.
 */
export function solverEnvironment(): NodeJS.ProcessEnv {
  const environment: NodeJS.ProcessEnv = {
    ...process.env,
    OMP_NUM_THREADS: '1',
    OPENBLAS_NUM_THREADS: '1',
  }
  for (const name of ['OPENBLAS_CORETYPE', 'OPENBLAS_L2_SIZE'])
    Reflect.deleteProperty(environment, name)
  return environment
}
