import { GUESSES } from '../guess/keptGuesses.ts'
import { forgetOnDevice, keepOnDevice, keptOnDevice } from '../shared/deviceStorage.ts'

/** Key of the browser's storage for the reader's progress. The number is the version of the format. */
export const PROGRESS_KEY = 'course-challenges-1'

/** Event on the window when the progress has changed on this page. */
const CHANGED = 'course-progress'

const ID = /^[a-z][a-z0-9-]{0,63}$/
/** More challenges or questions than the course will ever have, so that a damaged file cannot fill the storage. */
const MOST = 1000

/** What a reader has done. */
interface Progress {
  /** Ids of solved challenges. */
  solved: ReadonlySet<string>
  /** Ids of answered questions, and whether the first answer was right. */
  answered: ReadonlyMap<string, boolean>
}

/** The progress if the browser has no storage, as in some private windows. */
let unkept: Progress | undefined

/** The ids of the solved challenges. Never throws: unreadable data count as no progress. */
export function solvedChallenges(): ReadonlySet<string> {
  return progress().solved
}

/** The ids of the answered questions, and whether the first answer was right. */
export function answeredQuestions(): ReadonlyMap<string, boolean> {
  return progress().answered
}

/** Stores a challenge as solved; false if the browser cannot store it beyond this page. */
export function markSolved(id: string): boolean {
  const { solved, answered } = progress()
  return write({ solved: new Set([...solved, id]), answered })
}

/** Stores the first answer to a question; false if the browser cannot store it beyond this page. */
export function markAnswered(id: string, isRight: boolean): boolean {
  const { solved, answered } = progress()
  return write({ solved, answered: new Map([...answered, [id, isRight]]) })
}

/** Forgets the answer to a question, which can then be answered again. */
export function forgetAnswer(id: string): void {
  const { solved, answered } = progress()
  write({ solved, answered: new Map([...answered].filter(([other]) => other !== id)) })
}

/** Clears all progress on this device, and the reader's guesses. */
export function forgetProgress(): void {
  unkept = undefined
  forgetOnDevice(PROGRESS_KEY)
  forgetOnDevice(GUESSES)
  dispatchEvent(new Event(CHANGED))
}

/** The progress as the text of a file. */
export function progressText(): string {
  return textOf(progress())
}

/** Adds the progress in such a text to the stored one; false if the text is invalid. */
export function addProgress(text: string): boolean {
  const [added, { solved, answered }] = [progressIn(text), progress()]
  if (added.solved.size === 0 && added.answered.size === 0) return false
  write({
    solved: new Set([...solved, ...added.solved]),
    answered: new Map([...added.answered, ...answered]),
  })
  return true
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

const progress = (): Progress => unkept ?? progressIn(keptOnDevice(PROGRESS_KEY) ?? '')

function write(progress: Progress): boolean {
  const isKept = keepOnDevice(PROGRESS_KEY, textOf(progress))
  unkept = isKept ? undefined : progress
  dispatchEvent(new Event(CHANGED))
  return isKept
}

function textOf({ solved, answered }: Progress): string {
  const data = {
    version: 1,
    solved: [...solved].sort(),
    answered: Object.fromEntries([...answered].sort(([a], [b]) => a.localeCompare(b))),
  }
  return `${JSON.stringify(data, null, 2)}\n`
}

function progressIn(text: string): Progress {
  const { solved, answered } = objectIn(text)
  const ids = Array.isArray(solved) ? solved.filter(isId) : []
  const answers = Object.entries(Object(answered) as object).filter(
    (entry): entry is [string, boolean] => isId(entry[0]) && typeof entry[1] === 'boolean',
  )
  return { solved: new Set(ids.slice(0, MOST)), answered: new Map(answers.slice(0, MOST)) }
}

const isId = (id: unknown): id is string => typeof id === 'string' && ID.test(id)

function objectIn(text: string): Record<string, unknown> {
  try {
    return Object(JSON.parse(text)) as Record<string, unknown>
  } catch {
    return {}
  }
}
