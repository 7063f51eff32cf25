import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { run } from './run.mjs'

const NAMES = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser']
const ELSEWHERE = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/**
 * Path of a Chromium on this machine: the one that CHROME_PATH names, an installed one, or the one
 * that Playwright has downloaded.
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
  const folders = (process.env.PATH ?? '').split(delimiter)
  const installed = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)))
  const { chromium } = await import('@playwright/test')
  return [...installed, ...ELSEWHERE, chromium.executablePath()].find(isProgram)
}

/**
 * Finds a browser as `findBrowser` does, and installs Debian's where there is none and it may.
 *
 * @returns {Promise<string | undefined>}
 */
export async function ensureBrowser() {
  const found = await findBrowser()
  if (found || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return found

  console.log('Installing Chromium, and a font for Chinese …')
  const quiet = { DEBIAN_FRONTEND: 'noninteractive' }
  const packages = 'chromium fonts-noto-cjk'
  run('apt-get -qq update', quiet)
  run(`apt-get -qq install -y --no-install-recommends ${packages}`, quiet)
  return findBrowser()
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
