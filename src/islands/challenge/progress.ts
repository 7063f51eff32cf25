/** Key of the browser's storage for the solved challenges. The number is the version of the format. */
export const PROGRESS_KEY = 'course-challenges-1'

/** Event on the window when the progress has changed on this page. */
const CHANGED = 'course-progress'

const ID = /^[a-z][a-z0-9-]{0,63}$/
/** More challenges than the course will ever have, so that a damaged file cannot fill the storage. */
const MOST = 1000

/** The solved challenges if the browser has no storage, as in some private windows. */
let unkept: readonly string[] = []

/** The ids of the solved challenges. Never throws: unreadable data count as no progress. */
export function solvedChallenges(): ReadonlySet<string> {
  return new Set([...idsIn(stored()), ...unkept])
}

/** Stores a challenge as solved; false if the browser cannot store it beyond this page. */
export function markSolved(id: string): boolean {
  return add([id])
}

/** Clears all progress on this device. */
export function forgetProgress(): void {
  unkept = []
  try {
    localStorage.removeItem(PROGRESS_KEY)
  } catch {
    // Nothing was stored.
  }
  dispatchEvent(new Event(CHANGED))
}

/** The progress as the text of a file. */
export function progressText(): string {
  return `${JSON.stringify({ version: 1, solved: [...solvedChallenges()].sort() }, null, 2)}\n`
}

/** Adds the progress in such a text to the stored one; false if the text is invalid. */
export function addProgress(text: string): boolean {
  const ids = idsIn(text)
  if (ids.length > 0) add(ids)
  return ids.length > 0
}

/** Calls back when the progress changes, on this page or in another tab. Returns a function that unsubscribes. */
export function onProgress(listener: () => void): () => void {
  const onStorage = ({ key }: StorageEvent) => {
    if (key === PROGRESS_KEY || key === null) listener()
  }
  addEventListener(CHANGED, listener)
  addEventListener('storage', onStorage)
  return () => {
    removeEventListener(CHANGED, listener)
    removeEventListener('storage', onStorage)
  }
}

function add(ids: readonly string[]): boolean {
  unkept = [...new Set([...solvedChallenges(), ...ids])]
  try {
    localStorage.setItem(PROGRESS_KEY, progressText())
    unkept = []
    return true
  } catch {
    return false
  } finally {
    dispatchEvent(new Event(CHANGED))
  }
}

function stored(): string {
  try {
    return localStorage.getItem(PROGRESS_KEY) ?? ''
  } catch {
    return ''
  }
}

function idsIn(text: string): string[] {
  try {
    const { solved } = JSON.parse(text) as { solved: unknown }
    const ids = Array.isArray(solved) ? solved.filter((id) => typeof id === 'string') : []
    return ids.filter((id) => ID.test(id)).slice(0, MOST)
  } catch {
    return []
  }
}
