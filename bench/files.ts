/*
 * npm run bench:files: how much of the solver a small problem runs through. For a few calls it prints the files of
 * src/solver in which a function ran, by top folder, and how many functions did: what a reader would have to open.
 */
import { Session } from 'node:inspector/promises'
import { lasso, lassoPath, ridge } from '../src/solver/index.ts'
import { sparse } from './problems.ts'

const solver = new URL('../src/solver/', import.meta.url).href

const { X, y } = sparse({ n: 50, p: 8, relevant: 3, correlation: 0.5, seed: 1 })
const lambda = 0.1
const calls: Record<string, () => unknown> = {
  'lasso(X, y, λ)': () => lasso(X, y, lambda),
  'ridge(X, y, λ)': () => ridge(X, y, lambda),
  'lassoPath(X, y)': () => lassoPath(X, y),
  'lassoPath(X, y).at(λ)': () => lassoPath(X, y).at(lambda),
}

const session = new Session()
session.connect()
await session.post('Profiler.enable')
for (const [name, call] of Object.entries(calls)) print(name, await functionsRunIn(call))

/** The functions that run in a call, file by file; the code that a file runs when it is loaded does not count. */
async function functionsRunIn(call: () => unknown): Promise<Map<string, string[]>> {
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false })
  call()
  const { result } = await session.post('Profiler.takePreciseCoverage')
  await session.post('Profiler.stopPreciseCoverage')
  const files = new Map<string, string[]>()
  for (const { url, functions } of result) {
    if (!url.startsWith(solver)) continue
    const ran = functions.filter(({ ranges: [whole] }) => whole.count > 0 && whole.startOffset > 0)
    if (ran.length > 0)
      files.set(
        url.slice(solver.length),
        ran.map((each) => each.functionName),
      )
  }
  return files
}

function print(name: string, files: Map<string, string[]>) {
  const functions = [...files.values()].reduce((sum, each) => sum + each.length, 0)
  console.log(`\n${name} on 50×8: ${files.size} files, ${functions} functions`)
  const folders: Record<string, string[]> = {}
  for (const [file, ran] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const folder = file.includes('/') ? file.split('/')[0] : '(top)'
    const within = file.includes('/') ? file.slice(folder.length + 1) : file
    folders[folder] = [...(folders[folder] ?? []), `${within} ${ran.length}`]
  }
  for (const [folder, list] of Object.entries(folders)) {
    console.log(`  ${folder} ${list.length}: ${list.join(', ')}`)
  }
}
