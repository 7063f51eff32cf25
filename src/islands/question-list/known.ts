import { keepOnDevice, keptData } from '../shared/deviceStorage.ts'

/** Key of the device's storage for the questions that the reader knows. */
const KEY = 'course-known-questions'

/** The ids of the questions that the reader says to know; whatever else was stored is left out. */
export function knownQuestions(): Set<string> {
  const kept = keptData(KEY)
  return new Set(Array.isArray(kept) ? kept.filter((id) => typeof id === 'string') : [])
}

/** Notes whether the reader knows a question; false if the device keeps nothing. */
export function markKnown(id: string, isKnown: boolean): boolean {
  const known = knownQuestions()
  if (isKnown) known.add(id)
  else known.delete(id)
  return keepOnDevice(KEY, JSON.stringify([...known]))
}
