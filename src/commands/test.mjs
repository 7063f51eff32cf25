/* npm test: all checks of the course, one after the other. Ends with the line `N passed, N failed`. */
import { ensureBrowser, ensureFirefox } from './findBrowser.mjs'
import { ensureInstalled } from './ensureInstalled.mjs'
import { run } from './run.mjs'

const steps = [
  { name: 'format', test: () => run('npm run -s check:format') },
  { name: 'lint', test: () => run('npm run -s check:lint') },
  { name: 'types', test: () => run('npm run -s check:types') },
  { name: 'unit tests', test: () => run('npm run -s test:unit') },
  { name: 'build under a base path', test: buildUnderBasePath },
  { name: 'build', test: () => run('npm run -s build') },
  { name: 'HTML', test: () => run('npm run -s check:html'), needs: 'build' },
  { name: 'browser tests', test: testInBrowser, needs: 'build' },
]

ensureInstalled()
const failed = new Set()
for (const { name, test, needs } of steps) {
  console.log(`\n── ${name} ──`)
  const start = Date.now()
  const passed = failed.has(needs) ? cannotRun(needs) : await test()
  if (!passed) failed.add(name)
  const seconds = ((Date.now() - start) / 1000).toFixed(1)
  console.log(`${passed ? '✓' : '✗'} ${name}, ${seconds} s`)
}

if (failed.size > 0) console.log(`\nFailed: ${[...failed].join(', ')}`)
console.log(`\n${steps.length - failed.size} passed, ${failed.size} failed`)
process.exit(failed.size > 0 ? 1 : 0)

function cannotRun(needs) {
  console.log(`Not run: the step “${needs}” failed.`)
  return false
}

/** The content checks of the build find every link that forgets the base path. */
function buildUnderBasePath() {
  return run('astro build --outDir .astro/under-base-path', { BASE_PATH: '/x' })
}

async function testInBrowser() {
  const browser = await ensureBrowser()
  const firefox = ensureFirefox()
  if (!firefox)
    console.log('No Firefox found, so that its tests are not run: install it, or set FIREFOX_PATH.')
  if (browser) {
    return run('npm run -s test:browser', { CHROME_PATH: browser, FIREFOX_PATH: firefox ?? '' })
  }
  console.log('No Chromium found: install Chrome or Chromium, or set CHROME_PATH to its program.')
  return false
}
