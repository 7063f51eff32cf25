/** Where the browser keeps which challenges the reader has solved. The number is the version of the format. */
export const PROGRESS_KEY = 'course-challenges-1'

/** Told to the window when the progress has changed on this page. */
const CHANGED = 'course-progress'

const ID = /^[a-z][a-z0-9-]{0,63}$/
/** More than the course will ever have: a damaged file cannot fill the store. */
const MOST = 1000

/** What is solved on this page if the browser keeps nothing, as in some private windows. */
let unkept: readonly string[] = []

/** The ids of the solved challenges. Whatever is stored, this answers: what it cannot read is not solved. */
export function solvedChallenges(): ReadonlySet<string> {
  return new Set([...idsIn(stored()), ...unkept])
}

/** Remembers a challenge as solved; false if the browser will forget it with this page. */
export function markSolved(id: string): boolean {
  return add([id])
}

/** Forgets all challenges, on this device for good. */
export function forgetProgress(): void {
  unkept = []
  try {
    localStorage.removeItem(PROGRESS_KEY)
  } catch {
    // Nothing was kept.
  }
  dispatchEvent(new Event(CHANGED))
}

/** The progress as a text that the reader can keep in a file. */
export function progressText(): string {
  return `${JSON.stringify({ version: 1, solved: [...solvedChallenges()].sort() }, null, 2)}\n`
}

/** Adds the progress of such a text to what is solved here; false if it is no such text. */
export function addProgress(text: string): boolean {
  const ids = idsIn(text)
  if (ids.length > 0) add(ids)
  return ids.length > 0
}

/** Calls back when the progress changes, on this page or in another tab; the result ends that. */
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
