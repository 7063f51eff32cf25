/*
 * npm run bench:defaults [NAME]: how far each library, with the settings that it has when nothing is set, is from the
 * minimum on ten lasso problems, as a table in Markdown.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { lasso, logisticRegression } from '../src/solver/index.ts'
import { distanceOf, type Answer, type Distance } from './defaults/distance.ts'
import { optimumOf } from './defaults/optimum.ts'
import { defaultsProblems, type DefaultsProblem } from './defaults/problems.ts'
import { interpreters, solverEnvironment } from './environment.ts'
import { tableRow } from './tableRow.ts'
import { writeProblem } from './writeProblem.ts'

/** The libraries' names as the scripts print them: without blanks, the call in backticks. */
const libraries = [
  'scikit-learn`Lasso`',
  'scikit-learn`LassoLars`',
  'celer`Lasso`',
  'skglm`Lasso`',
  'adelie`grpnet`',
  'glmnet`coef(s)`',
  'glmnet`coef(s,exact=TRUE)`',
]
const wanted = process.argv[2] ?? ''

const head = ['problem', 'active', 'shrinkage', ...libraries.map((name) => name.replace('`', ' `'))]
console.log(tableRow(head))
console.log(tableRow(head.map(() => '---')))
for (const problem of defaultsProblems().filter(({ name }) => name.includes(wanted))) {
  const optimum = optimumOf(problem)
  const answers = [ourAnswer(problem), ...theirAnswers(problem)]
  const cells = ['shrinkage', ...libraries].map((library) => {
    const answer = answers.find(({ name }) => name === library)
    return answer ? cellOf(distanceOf(problem, optimum, answer), answer.warned) : '–'
  })
  const active = optimum.coefficients.filter((value) => value !== 0).length
  console.log(tableRow([problem.name, `${active} of ${problem.X.columns}`, ...cells]))
}

interface Named extends Answer {
  name: string
  /** Whether it said that it had not converged. */
  warned: boolean
}

function ourAnswer({ kind, X, y, lambda }: DefaultsProblem): Named {
  const fit = kind === 'gaussian' ? lasso(X, y, lambda) : logisticRegression(X, y, lambda, 1)
  return { name: 'shrinkage', warned: !fit.converged, ...fit }
}

function theirAnswers({ kind, X, y, lambda }: DefaultsProblem): Named[] {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  try {
    const arrays = { X: X.data, y, lambdas: Float64Array.of(lambda) }
    writeProblem(folder, arrays, [kind, X.rows, X.columns])
    return [
      ...run(interpreters.python3, 'defaults.py', folder),
      ...run(interpreters.Rscript, 'defaults.R', folder),
    ]
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function run(interpreter: string, script: string, folder: string): Named[] {
  const path = fileURLToPath(new URL(`references/${script}`, import.meta.url))
  const options = { encoding: 'utf8', env: solverEnvironment() } as const
  const { status, stdout, stderr, error } = spawnSync(interpreter, [path, folder], options)
  if (status !== 0) throw new Error(`${script} failed:\n${stderr ?? error?.message}`)
  const lines = stdout.trim().split('\n')
  return lines.map((line) => {
    const [name, warned, intercept, ...coefficients] = line.trim().split(/\s+/)
    return {
      name,
      warned: warned === '1',
      intercept: Number(intercept),
      coefficients: Float64Array.from(coefficients, Number),
    }
  })
}

/** Objective, coefficients and support of an answer, such as `3e-6 · 2e-3 · +1 −0`; with a star if the library warned. */
function cellOf({ objective, coefficients, extra, missing }: Distance, warned: boolean): string {
  const support = extra + missing > 0 ? [`+${extra} −${missing}`] : []
  const parts = [objective.toExponential(0), coefficients.toExponential(0), ...support]
  return parts.join(' · ').replaceAll('e-', 'e−') + (warned ? ' \\*' : '')
}
