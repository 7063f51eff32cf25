/*
 * npm test: all checks of the course, two side by side. npm run test:all: the same with all random cases, chapters and
 * languages, in Firefox too, and for the site without a base path. Ends with the line `N passed, N failed`.
 */
import { ensureInstalled } from './ensureInstalled.mjs'
import { ensureBrowser, ensureFirefox } from './findBrowser.mjs'
import { start } from './run.mjs'
import * as testSite from './testSite.mjs'

const isThorough = process.argv.includes('--all')
if (isThorough) process.env.THOROUGH = 'yes'

/** Two steps run at a time; a step that needs another waits for it. */
const steps = [
  { name: 'content', command: 'npm run -s check' },
  { name: 'unit tests', command: 'npm run -s test:unit' },
  { name: 'types', command: 'npm run -s check:types' },
  { name: 'lint', command: 'npm run -s check:lint' },
  { name: 'format', command: 'npm run -s check:format' },
  { name: 'build', command: 'npm run -s build:tests' },
  { name: 'HTML', command: htmlOf(testSite.folder), needs: 'build' },
  { name: 'browser tests', command: 'npm run -s test:browser', needs: 'build', alone: true },
  ...(isThorough
    ? [
        { name: 'build without a base path', command: 'npm run -s build' },
        { name: 'its HTML', command: htmlOf('dist'), needs: 'build without a base path' },
      ]
    : []),
]

ensureInstalled()
const variables = await findBrowsers()
const results = new Map()
const waiting = [...steps]
const running = new Set()

while (waiting.length > 0 || running.size > 0) {
  const next = waiting.find(canStart)
  if (next) {
    waiting.splice(waiting.indexOf(next), 1)
    const job = perform(next).finally(() => running.delete(job))
    running.add(Object.assign(job, { step: next }))
  } else {
    await Promise.race(running)
  }
}

const failed = steps.filter(({ name }) => !results.get(name)).map(({ name }) => name)
if (failed.length > 0) console.log(`\nFailed: ${failed.join(', ')}`)
console.log(`\n${steps.length - failed.length} passed, ${failed.length} failed`)
process.exit(failed.length > 0 ? 1 : 0)

/** The browser tests are sensitive to load, and use the machine well by themselves. */
function canStart({ needs, alone }) {
  if (running.size >= (alone ? 1 : 2)) return false
  if ([...running].some(({ step }) => step.alone)) return false
  return needs === undefined || results.has(needs)
}

/** Runs a step and shows its output: at once if it runs alone, else at its end. */
async function perform({ name, command, needs, alone }) {
  const begin = Date.now()
  if (alone) console.log(`\n── ${name} ──`)
  const { passed, output } =
    results.get(needs) === false
      ? { passed: false, output: `Not run: the step “${needs}” failed.\n` }
      : await start(command, variables, alone)
  results.set(name, passed)
  const seconds = ((Date.now() - begin) / 1000).toFixed(1)
  if (!alone) console.log(`\n── ${name} ──`)
  process.stdout.write(output)
  console.log(`${passed ? '✓' : '✗'} ${name}, ${seconds} s`)
}

/** Of the questions and of the figures alone, which are made alike, one each; what is printed holds the chapters again. */
function htmlOf(folder) {
  const files = isThorough
    ? ['**/*.html']
    : ['*.html', '*/*.html', '*/!(q|embed|print)/*.html', '*/q/why-zeros/*.html', '*/embed/geometry/*.html'] // prettier-ignore
  return `html-validate --preset standard ${files.map((file) => `${folder}/${file}`).join(' ')}`
}

/** Paths of the browsers; the tests report if there is no Chromium. */
async function findBrowsers() {
  const browser = await ensureBrowser()
  if (!browser)
    console.log('No Chromium found: install Chrome or Chromium, or set CHROME_PATH to its program.')
  if (!isThorough) return { CHROME_PATH: browser ?? '' }
  const firefox = ensureFirefox()
  if (!firefox)
    console.log('No Firefox found, so that its tests are not run: install it, or set FIREFOX_PATH.')
  return { CHROME_PATH: browser ?? '', FIREFOX_PATH: firefox ?? '' }
}
