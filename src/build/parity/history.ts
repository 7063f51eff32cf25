import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const exec = promisify(execFile)

/** A commit that changed chapters. */
export interface Change {
  commit: string
  subject: string
  /** Paths of the chapters that it changed, relative to the root of the repository. */
  files: string[]
}

/**
 * The commits that changed chapters, oldest first; empty where there is no history to read.
 *
 * @param root root of the repository
 * @param since a commit whose descendants alone are asked for, and the changes that are not committed yet
 */
export async function changesSince(root: string, since: string): Promise<Change[]> {
  const range = `${since}..HEAD`
  const format = '--format=%x00%H %s'
  const log = await git(
    root,
    'log',
    '--reverse',
    '--no-merges',
    format,
    '--name-only',
    range,
    '--',
    DOCS,
  )
  if (log === undefined) return []
  return log
    .split('\0')
    .slice(1)
    .map((entry) => {
      const [head, ...files] = entry.split('\n').filter((line) => line !== '')
      return { commit: head.slice(0, 40), subject: head.slice(41), files }
    })
}

/** The text of a chapter as of a commit, or undefined where it did not exist. */
export function textAt(root: string, commit: string, file: string): Promise<string | undefined> {
  return git(root, 'show', `${commit}:${file}`)
}

/** Where the chapters are. */
const DOCS = 'content/docs'

/** What git prints, or undefined where it fails: no repository, a shallow one, or no such file. */
async function git(root: string, ...args: string[]): Promise<string | undefined> {
  try {
    const { stdout } = await exec('git', args, { cwd: root, maxBuffer: 2 ** 28 })
    return stdout
  } catch {
    return undefined
  }
}
