/*
 * npm run check: every fault of the content, of the types of figures and of the texts, without a build or a browser.
 * npm run check FILE …: those of some chapters.
 */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { withSiteModules } from '../build/openSite.ts'
import { inOrder, sentenceOf } from '../markdown/problems.ts'
import { checkSources } from '../build/sourceChecks/checkSources.ts'

const files = process.argv.slice(2)
for (const file of files) {
  if (/^content\/docs\/[a-z]{2}\/.*\.mdx$/.test(file) && existsSync(file)) continue
  console.error(`There is no chapter “${file}”; expected a path such as content/docs/en/l1.mdx.`)
  process.exit(2)
}

/** What is checked beside the content, at the same time: npm scripts that print nothing where nothing is wrong. */
const others = files.length > 0 ? [] : ['check:figures', 'check:spelling']
const running = others.map(run)

const problems = await withSiteModules(process.cwd(), async (open) =>
  files.length === 0
    ? checkSources('.', open)
    : (await Promise.all(files.map((file) => checkSources('.', open, file)))).flat(),
)
for (const problem of inOrder(problems)) console.log(sentenceOf(problem))
if (problems.length > 0) console.log('\nEach rule is explained, wrong and right, in docs/rules.md.')

const results = await Promise.all(running)
for (const { output } of results) process.stdout.write(output)

const isClean = problems.length === 0 && results.every(({ passed }) => passed)
if (isClean) console.log('Nothing to mend.')
process.exit(isClean ? 0 : 1)

function run(script: string): Promise<{ output: string; passed: boolean }> {
  const child = spawn('npm', ['run', '-s', script], { shell: process.platform === 'win32' })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()))
  return new Promise((resolve) =>
    child.on('close', (code) => resolve({ output, passed: code === 0 })),
  )
}
