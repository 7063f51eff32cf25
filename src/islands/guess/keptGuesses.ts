import type { Answer } from '../../figures/kit/guess.ts'
import { keepOnDevice, keptData } from '../shared/deviceStorage.ts'

/** Key of the browser's storage for the reader's guesses. The number is the version of the format. */
export const GUESSES = 'course-guesses-1'

/** The guess at a question that the reader made earlier on this device, if it still fits the question. */
export function keptGuess(id: string, parts: number): Answer | undefined {
  const guess = guesses()[id]
  const fits = Array.isArray(guess) && guess.length === parts && guess.every(Number.isFinite)
  return fits ? (guess as Answer) : undefined
}

/** Keeps a guess, so that it is there when the reader returns. */
export function keepGuess(id: string, guess: Answer): void {
  keepOnDevice(GUESSES, JSON.stringify({ ...guesses(), [id]: guess }))
}

const guesses = () => ({ ...(keptData(GUESSES) as Record<string, unknown> | undefined) })
