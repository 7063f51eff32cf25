/*
 * npm run bench [NAME]: times `shrinkage` and the references on the same problems in one run, one thread each, and
 * prints ratios. Every answer is held to the same certificate, which belongs to none of them.
 */
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { problems, type Problem } from './problems.ts'
import { findReferences, TARGET, timeReferences, type Timing } from './references.ts'

const wanted = process.argv[2] ?? ''
const { installed, missing } = findReferences()
for (const { name, packages } of missing) {
  console.log(`Not installed, so not compared: ${name} (Debian package ${packages})`)
}

for (const problem of problems().filter(({ name }) => name.includes(wanted))) {
  const own = ['plain', 'simd'].map((kernels) => timeOwn(problem, kernels))
  print(problem, own, timeReferences(problem, installed))
}

function timeOwn(problem: Problem, kernels: string): Timing {
  const command = [fileURLToPath(new URL('own.ts', import.meta.url)), problem.name, kernels]
  const output = execFileSync(process.execPath, command, { encoding: 'utf8' })
  return { method: `shrinkage, ${kernels}`, ...JSON.parse(output) }
}

function print({ name, goal }: Problem, [plain, simd]: Timing[], references: Timing[]) {
  console.log(`\n${name}`)
  const ratio = (ms: number, own: Timing) => `${(ms / own.ms).toFixed(2)}×`
  for (const timing of [plain, simd, ...references]) {
    const { method, ms, gap } = timing
    const time = Number.isNaN(ms) ? 'takes too long' : `${ms.toFixed(3)} ms`
    const ratios = Number.isNaN(ms) ? ['', ''] : [ratio(ms, plain), ratio(ms, simd)]
    const cells = [method.padEnd(24), ...[time, ...ratios].map((cell) => cell.padStart(15))]
    const miss = passes(timing) ? '' : ', misses the target'
    console.log(`  ${cells.join('')}   gap ${gap.toExponential(0)}${miss}`)
  }
  const times = references.filter(passes).map(({ ms }) => ms)
  if (times.length === 0) return
  const least = Math.min(...times)
  const goals = Object.entries(goal).map(([kernels, factor]) => `${kernels} ${factor}×`)
  const reached = `plain ${ratio(least, plain)}, simd ${ratio(least, simd)}`
  console.log(`  against the fastest reference: ${reached} (goal: ${goals.join(', ')})`)
}

function passes({ gap }: Timing): boolean {
  return gap <= TARGET
}
