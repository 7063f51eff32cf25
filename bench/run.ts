/*
 * npm run bench [NAME]: times `shrinkage` and the references on the same problems in one run, one thread each, and
 * prints ratios. Every answer is held to the same certificate, which belongs to none of them.
 */
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { problems, type Problem } from './problems.ts'
import { findReferences, timeReferences, type Timing } from './references.ts'

const wanted = process.argv[2] ?? ''
const { installed, missing } = findReferences()
for (const { name, packages } of missing) {
  console.log(`Not installed, so not compared: ${name} (Debian package ${packages})`)
}

for (const problem of problems().filter(({ name }) => name.includes(wanted))) {
  const own = ['plain', 'simd'].map((kernels) => timeOwn(problem, kernels))
  print(problem, own, timeReferences(problem, installed))
}

function timeOwn(problem: Problem, kernels: string): Timing & { ms: number } {
  const command = [fileURLToPath(new URL('own.ts', import.meta.url)), problem.name, kernels]
  const output = execFileSync(process.execPath, command, { encoding: 'utf8' })
  return { method: `shrinkage, ${kernels}`, ...JSON.parse(output) }
}

function print({ name, goal }: Problem, own: (Timing & { ms: number })[], references: Timing[]) {
  console.log(`\n${name}`)
  const [plain, simd] = own
  const ratio = (ms: number | undefined, { ms: ours }: { ms: number }) =>
    (ms === undefined ? '' : `${(ms / ours).toFixed(2)}×`).padStart(10)
  for (const { method, ms, gap } of [...own, ...references]) {
    const time = ms === undefined ? 'misses the target' : `${ms.toFixed(3)} ms`
    const cells = [method.padEnd(24), time.padStart(18), ratio(ms, plain), ratio(ms, simd)]
    console.log(`  ${cells.join('')}   gap ${gap.toExponential(0)}`)
  }
  const times = references.flatMap(({ ms }) => (ms === undefined ? [] : [ms]))
  if (times.length === 0) return
  const least = Math.min(...times)
  const goals = Object.entries(goal).map(([kernels, factor]) => `${kernels} ${factor}×`)
  const reached = `plain ${ratio(least, plain).trim()}, simd ${ratio(least, simd).trim()}`
  console.log(`  against the fastest reference: ${reached} (goal: ${goals.join(', ')})`)
}
