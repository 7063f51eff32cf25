/*
 * npm run bench [NAME]: times `shrinkage` and the references on the same problems in one run, one thread each, and
 * prints their times as a table in Markdown. Every answer is held to the same certificate, which belongs to none of them.
 * Without a NAME, and with all references installed, the table of the solver's README is replaced.
 */
import { cpus } from 'node:os'
import { fileURLToPath } from 'node:url'
import { callsFor } from './calls.ts'
import { problems, type Problem } from './problems.ts'
import { writeSpeedTable } from './readme.ts'
import { findReferences, startReferences, TARGET, type Contestant } from './references.ts'
import { median, medianRatio, timeInRounds } from './rounds.ts'
import { SolverProcess } from './solverProcess.ts'
import { tableRow } from './tableRow.ts'

const wanted = process.argv[2] ?? ''
const { installed, missing } = findReferences()
for (const { name, source } of missing) {
  console.log(`Not installed, so not compared: ${name} (${source})`)
}

const libraries = [...new Set(installed.map(({ library }) => library))]
const head = ['problem', 'plain', 'SIMD', ...libraries]
const table = [tableRow(head), tableRow(head.map((_, k) => (k < 1 || k > 2 ? '---' : '---:')))]

for (const problem of problems(wanted)) {
  const calls = Object.keys(callsFor(problem))
  const own: Contestant[] = []
  for (const call of calls) {
    for (const kernels of ['plain', 'simd']) own.push(await startOwn(problem, call, kernels))
  }
  const { contestants, tooSlow } = await startReferences(problem, installed)
  const all = [...own, ...contestants]
  const times = await timeInRounds(all.map(({ solver }) => solver))
  for (const { solver } of all) solver.stop()
  print(problem, all, times)
  for (const { name } of tooSlow) console.log(`  ${name} takes too long`)
  const cells = libraries.map((library) => {
    const isSlow = tooSlow.some((each) => each.library === library)
    return cellOf(library, all, times) ?? (isSlow ? 'over a minute' : '')
  })
  table.push(tableRow([problem.name, milliseconds(times[0]), milliseconds(times[1]), ...cells]))
}
const machine = `Node ${process.version} on ${cpus()[0].model}`
console.log(`\n${table.join('\n')}\n\n${machine}`)
if (wanted === '' && missing.length === 0) await writeSpeedTable(table, machine)

async function startOwn({ name }: Problem, call: string, kernels: string): Promise<Contestant> {
  const own = fileURLToPath(new URL('own.ts', import.meta.url))
  const solver = new SolverProcess([process.execPath, own, name, call, kernels])
  const gap = await solver.solved()
  if (gap === null) throw new Error(`${call} with ${kernels} kernels takes too long for ${name}.`)
  return { name: `${call}, ${kernels}`, library: 'shrinkage', solver, gap: Number(gap) }
}

/** Prints the solvers' times, and how many times longer each takes than our plain call, without and with SIMD. */
function print({ name, goal }: Problem, contestants: Contestant[], times: number[][]) {
  const [plain, simd] = times
  console.log(`\n${name} (medians of ${plain.length} rounds)`)
  const ratios = (k: number) =>
    [plain, simd].map((own) => `${medianRatio(times[k], own).toFixed(2)}×`)
  const width = Math.max(...contestants.map((each) => each.name.length))
  contestants.forEach(({ name, gap }, k) => {
    const cells = [`${milliseconds(times[k])} ms`, ...ratios(k)]
    const row = name.padEnd(width) + cells.map((cell) => cell.padStart(13)).join('')
    const miss = gap <= TARGET ? '' : ', misses the target'
    console.log(`  ${row}   gap ${gap.toExponential(0)}${miss}`)
  })
  const fastest = fastestOf(contestants, times, (each) => each.library !== 'shrinkage')
  if (fastest === undefined || contestants[fastest].gap > TARGET) return
  const [againstPlain, againstSimd] = ratios(fastest)
  const goals = Object.entries(goal).map(([kernels, factor]) => `${kernels} ${factor}×`)
  const reached = `plain ${againstPlain}, simd ${againstSimd}`
  const aim = goals.length > 0 ? ` (goal: ${goals.join(', ')})` : ''
  console.log(`  against ${contestants[fastest].name}, the fastest: ${reached}${aim}`)
}

/** A library's time, and how many times longer it takes than the faster of our plain call's two. */
function cellOf(library: string, contestants: Contestant[], times: number[][]): string | undefined {
  const k = fastestOf(contestants, times, (each) => each.library === library)
  if (k === undefined) return undefined
  const quicker = median(times[1]) < median(times[0]) ? times[1] : times[0]
  const ratio = medianRatio(times[k], quicker)
  if (contestants[k].gap > TARGET) return 'misses 1e-10'
  const variant = contestants[k].name.slice(library.length).trim()
  return `${variant} ${milliseconds(times[k])} (${twoDigits(ratio)}×)`.trim()
}

/** The fastest of those whose answer passes the certificate; if none does, the fastest of all. */
function fastestOf(
  contestants: Contestant[],
  times: number[][],
  isMeant: (contestant: Contestant) => boolean,
): number | undefined {
  const meant = [...contestants.keys()].filter((k) => isMeant(contestants[k]))
  const passing = meant.filter((k) => contestants[k].gap <= TARGET)
  const candidates = passing.length > 0 ? passing : meant
  return candidates.toSorted((a, b) => median(times[a]) - median(times[b]))[0]
}

function milliseconds(times: number[]): string {
  return threeDigits(median(times))
}

function twoDigits(value: number): string {
  return value < 10 ? value.toPrecision(2) : value.toFixed(0)
}

function threeDigits(value: number): string {
  return value < 100 ? value.toPrecision(3) : value.toFixed(0)
}
