import { entriesFrom, idsFrom, inOrder, isObject, type OnFault } from '../progress/data.ts'
import { keptState } from '../shared/keptState.ts'

/** Key of the browser's storage for what is solved and answered. The number is the version of the format. */
export const PROGRESS_KEY = 'course-challenges-1'

/** What a reader has done. */
export interface Solved {
  /** Ids of solved challenges. */
  solved: ReadonlySet<string>
  /** Ids of answered questions, and whether the first answer was right. */
  answered: ReadonlyMap<string, boolean>
}

/** What the reader has solved and answered, on this device. */
export const solvedProgress = keptState<Solved>(
  PROGRESS_KEY,
  (data) => solvedFrom(isObject(data) ? data : {}, () => {}),
  (value) => ({ version: 1, ...solvedData(value) }),
)

/** The ids of the solved challenges. Never throws: unreadable data count as no progress. */
export function solvedChallenges(): ReadonlySet<string> {
  return solvedProgress.get().solved
}

/** The ids of the answered questions, and whether the first answer was right. */
export function answeredQuestions(): ReadonlyMap<string, boolean> {
  return solvedProgress.get().answered
}

/** Stores a challenge as solved; false if the browser cannot store it beyond this page. */
export function markSolved(id: string): boolean {
  const { solved, answered } = solvedProgress.get()
  return solvedProgress.set({ solved: new Set([...solved, id]), answered })
}

/** Stores the first answer to a question; false if the browser cannot store it beyond this page. */
export function markAnswered(id: string, isRight: boolean): boolean {
  const { solved, answered } = solvedProgress.get()
  return solvedProgress.set({ solved, answered: new Map([...answered, [id, isRight]]) })
}

/** Forgets the answer to a question, which can then be answered again. */
export function forgetAnswer(id: string): void {
  const { solved, answered } = solvedProgress.get()
  const rest = [...answered].filter(([other]) => other !== id)
  solvedProgress.set({ solved, answered: new Map(rest) })
}

/** Calls back when the progress changes, on this page or in another tab. Returns a function that unsubscribes. */
export const onProgress = solvedProgress.onChange

/** The challenges and answers in data that anyone may have written; what is not as it should be is told and left out. */
export function solvedFrom(data: Record<string, unknown>, onFault: OnFault): Solved {
  return {
    solved: idsFrom(data['solved'], 'solved', onFault),
    answered: entriesFrom(data['answered'], 'answered', onFault, (value, place) =>
      typeof value === 'boolean' ? value : onFault(place, value, 'truth'),
    ),
  }
}

export const solvedData = ({ solved, answered }: Solved): Record<string, unknown> => ({
  solved: [...solved].sort(),
  answered: inOrder(answered, (isRight) => isRight),
})
