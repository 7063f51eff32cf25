/*
 * npm run bench [NAME]: times `shrinkage` and the references on the same problems in one run, one thread each, and
 * prints ratios. Every answer is held to the same certificate, which belongs to none of them.
 */
import { fileURLToPath } from 'node:url'
import { problems, type Problem } from './problems.ts'
import { findReferences, startReferences, TARGET, type Contestant } from './references.ts'
import { median, medianRatio, timeInRounds } from './rounds.ts'
import { SolverProcess } from './solverProcess.ts'

const wanted = process.argv[2] ?? ''
const { installed, missing } = findReferences()
for (const { name, packages } of missing) {
  console.log(`Not installed, so not compared: ${name} (Debian package ${packages})`)
}

for (const problem of problems().filter(({ name }) => name.includes(wanted))) {
  const own = [await startOwn(problem, 'plain'), await startOwn(problem, 'simd')]
  const { contestants, tooSlow } = await startReferences(problem, installed)
  const all = [...own, ...contestants]
  const times = await timeInRounds(all.map(({ solver }) => solver))
  for (const { solver } of all) solver.stop()
  print(problem, all, times)
  for (const name of tooSlow) console.log(`  ${name} takes too long`)
}

async function startOwn({ name }: Problem, kernels: string): Promise<Contestant> {
  const own = fileURLToPath(new URL('own.ts', import.meta.url))
  const solver = new SolverProcess([process.execPath, own, name, kernels])
  const gap = await solver.solved()
  if (gap === null) throw new Error(`shrinkage with ${kernels} kernels takes too long for ${name}.`)
  return { name: `shrinkage, ${kernels}`, solver, gap: Number(gap) }
}

/** Prints the solvers' times and how many times longer each takes than the first two, which are our own. */
function print({ name, goal }: Problem, contestants: Contestant[], times: number[][]) {
  const [plain, simd] = times
  console.log(`\n${name} (medians of ${plain.length} rounds)`)
  const ratios = (k: number) =>
    [plain, simd].map((own) => `${medianRatio(times[k], own).toFixed(2)}×`)
  contestants.forEach(({ name, gap }, k) => {
    const cells = [`${median(times[k]).toFixed(3)} ms`, ...ratios(k)]
    const row = name.padEnd(24) + cells.map((cell) => cell.padStart(15)).join('')
    const miss = gap <= TARGET ? '' : ', misses the target'
    console.log(`  ${row}   gap ${gap.toExponential(0)}${miss}`)
  })
  const passing = [...times.keys()].filter((k) => k >= 2 && contestants[k].gap <= TARGET)
  if (passing.length === 0) return
  const fastest = passing.reduce((a, b) => (median(times[b]) < median(times[a]) ? b : a))
  const [againstPlain, againstSimd] = ratios(fastest)
  const goals = Object.entries(goal).map(([kernels, factor]) => `${kernels} ${factor}×`)
  const reached = `plain ${againstPlain}, simd ${againstSimd}`
  console.log(`  against the fastest reference: ${reached} (goal: ${goals.join(', ')})`)
}
