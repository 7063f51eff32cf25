import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { env, fail, root, run } from './run.mjs'

/** Installs the packages in package-lock.json, unless exactly these are installed already. */
export function ensureInstalled() {
  if (!isInstalled()) {
    console.log('Installing packages …')
    if (!run('npm ci --no-audit --no-fund --loglevel=error'))
      fail('The packages could not be installed; see above.')
  }
  checkNode()
}

/** Whether npm's record of installed packages agrees with package-lock.json. */
function isInstalled() {
  const locked = readPackages('package-lock.json')
  const installed = readPackages(join('node_modules', '.package-lock.json'))

  return Object.entries(locked)
    .filter(([path, { link }]) => path.startsWith('node_modules/') && !link)
    .every(([path, { version, optional, devOptional }]) =>
      path in installed ? installed[path].version === version : optional || devOptional,
    )
}

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(join(root, file), 'utf8')).packages
  } catch {
    return {}
  }
}

/** Node 24 is installed as a package on Linux and Windows; elsewhere the user's own Node is used. */
function checkNode() {
  const version = execFileSync('node', ['--version'], { env, encoding: 'utf8' }).trim()
  const [major, minor] = version.slice(1).split('.').map(Number)
  if (major < 22 || (major === 22 && minor < 18)) {
    fail(`The course needs Node 22.18 or newer, and this is ${version}: get it at nodejs.org.`)
  }
}
