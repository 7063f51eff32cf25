/*
 * npm run programs: runs the programs in content/programs for the installed libraries, and reports numbers that differ
 * from the recorded ones. With --write it records the new output. The Python is that of `npm run bench:environment`, if
 * there is one; PYTHON and RSCRIPT name others.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs'
import { interpreters } from '../../bench/environment.ts'
import {
  libraries,
  readRecording,
  writeRecording,
} from '../components/chapter/programs/libraries.ts'
import { agree, numbersIn } from '../components/chapter/programs/numbers.ts'
import { fail, root } from './run.mjs'

const write = process.argv.includes('--write')
let problems = 0

for (const [library, { file, interpreter, versions }] of Object.entries(libraries)) {
  const program = interpreters[interpreter]
  const installed = start(program, versions)
  if (installed.status !== 0) {
    console.log(`\n${library} is not installed for ${program}: its programs are not run.`)
    continue
  }
  const name = installed.stdout.trim()
  console.log(`\n${name}`)
  for (const path of globSync(`content/programs/*/${file}`, { cwd: root }).sort()) {
    const { status, stdout, stderr } = start(program, [`${root}${path}`])
    const recording = `${root}${path}.txt`
    const problem = status === 0 ? difference(recording, stdout) : `fails\n${stderr}`
    const isRecorded = status === 0 && write
    if (isRecorded) writeFileSync(recording, writeRecording({ versions: name, output: stdout }))
    if (problem && !isRecorded) problems++
    console.log(`  ${path}: ${problem ?? 'as recorded'}`)
  }
}
if (problems > 0) fail(`Not as recorded: ${problems}. npm run programs -- --write records anew.`)

/** Runs a program in the folder of the course's tables, which it reads by their bare names. */
function start(program: string, args: readonly string[]) {
  return spawnSync(program, args, {
    cwd: `${root}content/data`,
    env: { ...process.env, PYTHONUTF8: '1' },
    encoding: 'utf8',
  })
}

function difference(recording: string, output: string): string | undefined {
  if (!existsSync(recording)) return 'not recorded before'
  const before = numbersIn(readRecording(readFileSync(recording, 'utf8')).output).map(Number)
  const now = numbersIn(output).map(Number)
  const isSame = before.length === now.length && now.every((value, i) => agree(value, before[i]))
  return isSame ? undefined : `differs\n${output}`
}
