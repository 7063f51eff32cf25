import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const exec = promisify(execFile)

/** A commit that changed chapters. */
export interface Change {
  commit: string
  subject: string
  /** Paths of the changed chapters, relative to the root of the repository. */
  files: string[]
}

/**
 * The commits that changed chapters, oldest first; empty without a history.
 *
 * @param root root of the repository
 * @param since a commit: only its descendants are returned, and the uncommitted changes
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

/** The text of a chapter at a commit, or undefined if it did not exist. */
export function textAt(root: string, commit: string, file: string): Promise<string | undefined> {
  return git(root, 'show', `${commit}:${file}`)
}

/** Folder of the chapters. */
const DOCS = 'content/docs'

/** The output of git, or undefined if it fails: no repository, a shallow one, or no such file. */
async function git(root: string, ...args: string[]): Promise<string | undefined> {
  try {
    const { stdout } = await exec('git', args, { cwd: root, maxBuffer: 2 ** 28 })
    return stdout
  } catch {
    return undefined
  }
}
