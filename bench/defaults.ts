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

const problems = defaultsProblems().filter(({ name }) => name.includes(wanted))
const theirs = theirAnswers(problems)
const head = ['problem', 'active', 'shrinkage', ...libraries.map((name) => name.replace('`', ' `'))]
console.log(tableRow(head))
console.log(tableRow(head.map(() => '---')))
problems.forEach((problem, k) => {
  const optimum = optimumOf(problem)
  const answers = [ourAnswer(problem), ...theirs[k]]
  const cells = ['shrinkage', ...libraries].map((library) => {
    const answer = answers.find(({ name }) => name === library)
    return answer ? cellOf(distanceOf(problem, optimum, answer), answer.warned) : '–'
  })
  const active = optimum.coefficients.filter((value) => value !== 0).length
  console.log(tableRow([problem.name, `${active} of ${problem.X.columns}`, ...cells]))
})

interface Named extends Answer {
  name: string
  /** Whether it said that it had not converged. */
  warned: boolean
}

function ourAnswer({ kind, X, y, lambda }: DefaultsProblem): Named {
  const fit = kind === 'gaussian' ? lasso(X, y, lambda) : logisticRegression(X, y, lambda, 1)
  return { name: 'shrinkage', warned: !fit.converged, ...fit }
}

/** The answers of all libraries to each problem. */
function theirAnswers(problems: readonly DefaultsProblem[]): Named[][] {
  const folders = problems.map(() => mkdtempSync(join(tmpdir(), 'bench-')))
  try {
    problems.forEach(({ kind, X, y, lambda }, k) => {
      const arrays = { X: X.data, y, lambdas: Float64Array.of(lambda) }
      writeProblem(folders[k], arrays, [kind, X.rows, X.columns])
    })
    const lines = [
      ...run(interpreters.python3, 'defaults.py', folders),
      ...run(interpreters.Rscript, 'defaults.R', folders),
    ]
    return folders.map((folder) =>
      lines.filter((line) => line[0] === folder).map((line) => readAnswer(line)),
    )
  } finally {
    for (const folder of folders) rmSync(folder, { recursive: true })
  }
}

/** The words of each line that a script prints. */
function run(interpreter: string, script: string, folders: readonly string[]): string[][] {
  const path = fileURLToPath(new URL(`references/${script}`, import.meta.url))
  const options = { encoding: 'utf8', env: solverEnvironment() } as const
  const { status, stdout, stderr, error } = spawnSync(interpreter, [path, ...folders], options)
  if (status !== 0) throw new Error(`${script} failed:\n${stderr ?? error?.message}`)
  return stdout
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
}

function readAnswer([, name, warned, intercept, ...coefficients]: string[]): Named {
  return {
    name,
    warned: warned === '1',
    intercept: Number(intercept),
    coefficients: Float64Array.from(coefficients, Number),
  }
}

/** Objective, coefficients and support of an answer, such as `3e-6 · 2e-3 · +1 −0`; with a star if the library warned. */
function cellOf({ objective, coefficients, extra, missing }: Distance, warned: boolean): string {
  const support = extra + missing > 0 ? [`+${extra} −${missing}`] : []
  const parts = [objective.toExponential(0), coefficients.toExponential(0), ...support]
  return parts.join(' · ').replaceAll('e+0', '').replaceAll('e-', 'e−') + (warned ? ' \\*' : '')
}
