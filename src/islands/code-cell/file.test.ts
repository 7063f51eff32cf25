import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { programFile } from './file.ts'

test('a downloaded program runs in Node and prints what it printed on the page', async () => {
  const setup = 'const answer: number = 42'
  const code = "print('the answer', answer)\ntable([{ a: 1 }])\nplot({})\nprogress(0.5, 'half way')"
  const folder = await mkdtemp(join(tmpdir(), 'cell-'))
  const file = join(folder, 'program.ts')
  await writeFile(file, programFile([setup, code], 'https://course.example/en/l1/#a'))
  const { stdout } = await promisify(execFile)(process.execPath, [file])
  await rm(folder, { recursive: true })
  expect(stdout).toMatch(/^the answer 42\n┌.*│ 1 │.*\(a picture.*\)\n50% half way\n$/s)
})
