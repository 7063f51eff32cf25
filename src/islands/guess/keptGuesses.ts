import type { Answer } from '../../figures/kit/guess.ts'
import { entriesFrom, inOrder, MOST, type OnFault } from '../progress/data.ts'
import { keptState } from '../shared/keptState.ts'

/** Key of the browser's storage for the reader's guesses. The number is the version of the format. */
const GUESSES = 'course-guesses-1'

/** The reader's guesses by question, on this device. */
export const guesses = keptState<ReadonlyMap<string, Answer>>(
  GUESSES,
  (data) => guessesFrom(data, () => {}),
  (all) => guessesData(all),
)

/** The guess at a question that the reader made earlier on this device, if it still fits the question. */
export function keptGuess(id: string, parts: number): Answer | undefined {
  const guess = guesses.get().get(id)
  return guess?.length === parts ? guess : undefined
}

/** Keeps a guess, so that it is there when the reader returns. */
export function keepGuess(id: string, guess: Answer): void {
  guesses.set(new Map([...guesses.get(), [id, guess]]))
}

/** The guesses in data that anyone may have written; what is not as it should be is told and left out. */
export function guessesFrom(data: unknown, onFault: OnFault): Map<string, Answer> {
  return entriesFrom(data, 'guesses', onFault, (value, place) =>
    isNumbers(value) ? value : onFault(place, value, 'numbers'),
  )
}

export const guessesData = (guesses: ReadonlyMap<string, Answer>) =>
  inOrder(guesses, (guess) => guess)

const isNumbers = (value: unknown): value is Answer =>
  Array.isArray(value) && value.length <= MOST && value.every(Number.isFinite)
