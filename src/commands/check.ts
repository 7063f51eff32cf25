/*
 * npm run check: checks the content, the types of figures and the texts, without a build or a browser. npm run check
 * FILE …: only the given chapters.
 */
import { existsSync } from 'node:fs'
import { enableCompileCache } from 'node:module'
import { inOrder, displayPath, sentenceOf } from '../markdown/problems.ts'
import { start } from './run.mjs'
import { typeFaults } from './typeFaults.ts'

// Before the modules that take long to compile, which are therefore imported below.
enableCompileCache('node_modules/.cache/node')
const { figuresOf } = await import('../build/openFigures.ts')
const { checkSources } = await import('../build/sourceChecks/checkSources.ts')

const files = process.argv.slice(2).map(displayPath)
for (const file of files) {
  if (/^content\/(docs|questions)\/[a-z]{2}\/.*\.mdx$/.test(file) && existsSync(file)) continue
  console.error(`There is no chapter “${file}”; expected a path such as content/docs/en/l1.mdx.`)
  process.exit(2)
}

const isWhole = files.length === 0
// In parallel, in separate processes.
const types = isWhole ? start('tsc -p src/figures --pretty false') : undefined
const spelling = isWhole ? start('cspell --no-progress --no-summary') : undefined

const open = figuresOf(process.cwd())
const asked = isWhole
  ? [checkSources('.', open)]
  : files.map((file) => checkSources('.', open, file))
const problems = (await Promise.all(asked)).flat()
const found = [
  explained(
    inOrder(problems).map(sentenceOf),
    'Each rule is explained, wrong and right, in docs/rules.md.',
  ),
  typeFaults((await types)?.output ?? ''),
  explained(
    linesOf((await spelling)?.output ?? ''),
    'A word that is right goes into cspell.words.txt, a term into content/glossary.yaml.',
  ),
].filter((part) => part !== '')

console.log(found.length === 0 ? 'Nothing to mend.' : found.join('\n\n'))
const didAllRun = [await types, await spelling].every(
  (result) => result?.passed !== false || result.output !== '',
)
process.exit(found.length === 0 && didAllRun ? 0 : 1)

/** Lines followed by advice on all of them, or nothing if there are none. */
function explained(lines: readonly string[], help: string): string {
  return lines.length === 0 ? '' : [...lines, '', help].join('\n')
}

function linesOf(output: string): string[] {
  return output.split('\n').filter((line) => line.trim() !== '')
}
