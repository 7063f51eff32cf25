import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { run } from './run.mjs'

const NAMES = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser']
const ELSEWHERE = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** Chromium without a window: the same engine, and a page opens in half the time. */
const SHELL_NAMES = ['chromium-headless-shell', 'chrome-headless-shell']

const FIREFOX_NAMES = ['firefox', 'firefox-esr']
const FIREFOX_ELSEWHERE = [
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
]

/**
 * Path of a Chromium on this machine: the one in CHROME_PATH, an installed one, or the one that Playwright has
 * downloaded.
 *
 * @returns {Promise<string | undefined>}
 * @throws {Error} If CHROME_PATH names no program.
 */
export async function findBrowser() {
  const named = process.env.CHROME_PATH
  if (named) {
    if (!isProgram(named)) throw new Error(`CHROME_PATH names “${named}”, which is no program.`)
    return named
  }
  const { chromium } = await import('@playwright/test')
  return [...onPath(NAMES), ...ELSEWHERE, chromium.executablePath()].find(isProgram)
}

/**
 * Path of a headless shell of Chromium on this machine: the one in HEADLESS_SHELL_PATH, or an installed one.
 *
 * @returns {string | undefined}
 * @throws {Error} If HEADLESS_SHELL_PATH names no program.
 */
export function findHeadlessShell() {
  const named = process.env.HEADLESS_SHELL_PATH
  if (named && !isProgram(named))
    throw new Error(`HEADLESS_SHELL_PATH names “${named}”, which is no program.`)
  return named || onPath(SHELL_NAMES).find(isProgram)
}

/**
 * Path of a Firefox on this machine: the one in FIREFOX_PATH, or an installed one.
 *
 * @returns {string | undefined}
 * @throws {Error} If FIREFOX_PATH names no program.
 */
export function findFirefox() {
  const named = process.env.FIREFOX_PATH
  if (named && !isProgram(named))
    throw new Error(`FIREFOX_PATH names “${named}”, which is no program.`)
  return named || [...onPath(FIREFOX_NAMES), ...FIREFOX_ELSEWHERE].find(isProgram)
}

/**
 * Finds a Chromium as `findBrowser` does, and otherwise installs Debian's if permitted. Installs its headless shell as
 * well, which the tests prefer.
 *
 * @returns {Promise<string | undefined>}
 */
export async function ensureBrowser() {
  const found = await findBrowser()
  const missing = [
    ...(found ? [] : ['chromium', 'fonts-noto-cjk']),
    ...(findHeadlessShell() ? [] : ['chromium-headless-shell']),
  ]
  if (missing.length > 0) install('Chromium', missing.join(' '))
  return found ?? findBrowser()
}

/**
 * Finds a Firefox as `findFirefox` does, and otherwise installs Debian's if permitted.
 *
 * @returns {string | undefined}
 */
export function ensureFirefox() {
  const found = findFirefox()
  if (found) return found
  install('Firefox', 'firefox-esr')
  return findFirefox()
}

/** Installs Debian packages, if this is Debian and the user is permitted to. */
function install(what, packages) {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return
  console.log(`Installing ${what} …`)
  const quiet = { DEBIAN_FRONTEND: 'noninteractive' }
  run('apt-get -qq update', quiet)
  run(`apt-get -qq install -y --no-install-recommends ${packages}`, quiet)
}

/** The paths in PATH of programs with the given names. */
function onPath(names) {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return names.flatMap((name) => folders.map((folder) => join(folder, name)))
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
