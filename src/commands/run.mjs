import { spawn, spawnSync } from 'node:child_process'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The root of the project. */
export const root = fileURLToPath(new URL('../..', import.meta.url))

/**
 * The environment for tools of the project: its own packages come first, including Node 24, which Astro needs even if
 * the system's Node is older.
 */
export const env = {
  ...process.env,
  PATH: [join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter),
  ASTRO_TELEMETRY_DISABLED: '1',
}

/**
 * Runs a program in the root of the project and shows its output.
 *
 * @param {string} command Program and arguments, separated by spaces: `astro build`.
 * @param {Record<string, string>} [variables] More environment variables.
 * @returns {boolean} Whether it succeeded.
 */
export function run(command, variables = {}) {
  const [program, ...args] = command.split(' ')
  const { status, error } = spawnSync(program, args, {
    cwd: root,
    env: { ...env, ...variables },
    stdio: 'inherit',
    shell: process.platform === 'win32', // on Windows, npm and the tools are .cmd files
  })
  if (error) console.error(`${program} could not be started: ${error.message}`)
  return status === 0
}

/**
 * Starts a program like `run`, asynchronously.
 *
 * @param {string} command
 * @param {Record<string, string>} [variables]
 * @param {boolean} [isShown] Whether to show the output; otherwise it is collected.
 * @returns {Promise<{ passed: boolean, output: string }>}
 */
export function start(command, variables = {}, isShown = false) {
  const [program, ...args] = command.split(' ')
  const child = spawn(program, args, {
    cwd: root,
    env: { ...env, ...variables },
    stdio: isShown ? 'inherit' : 'pipe',
    shell: process.platform === 'win32',
  })
  let output = ''
  const gather = (chunk) => (output += chunk)
  child.stdout?.setEncoding('utf8').on('data', gather)
  child.stderr?.setEncoding('utf8').on('data', gather)
  return new Promise((resolve) => {
    child.once('error', ({ message }) => {
      resolve({ passed: false, output: `${program} could not be started: ${message}\n` })
    })
    child.once('close', (code) => resolve({ passed: code === 0, output }))
  })
}

/** Exits with a message of one sentence. */
export function fail(sentence) {
  console.error(`\n${sentence}`)
  process.exit(1)
}
