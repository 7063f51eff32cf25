/** The form that a value of kept progress has. */
export type Form =
  'object' | 'id' | 'ids' | 'rung' | 'rating' | 'date' | 'truth' | 'numbers' | 'few'

/**
 * Called with what is not as it should be: the place, as in `questions.why-zeros.rung`, the value, and the form that is
 * expected there.
 */
export type OnFault = (place: string, value: unknown, expected: Form) => void

/** More than the course will ever have of anything, so that a damaged file cannot fill the storage. */
export const MOST = 1000

const ID = /^[a-z][a-z0-9-]{0,63}$/

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The ids in a list. */
export function idsFrom(data: unknown, place: string, onFault: OnFault): Set<string> {
  const ids = new Set<string>()
  if (data === undefined) return ids
  if (!Array.isArray(data)) onFault(place, data, 'ids')
  else if (data.length > MOST) onFault(place, data.length, 'few')
  for (const [index, id] of (Array.isArray(data) ? data.slice(0, MOST) : []).entries()) {
    if (typeof id === 'string' && ID.test(id)) ids.add(id)
    else onFault(`${place}[${index}]`, id, 'id')
  }
  return ids
}

/**
 * The entries of an object whose keys are ids.
 *
 * @param entryOf the entry for a value at a place; undefined to leave it out
 */
export function entriesFrom<T>(
  data: unknown,
  place: string,
  onFault: OnFault,
  entryOf: (value: unknown, place: string) => T | undefined | void,
): Map<string, T> {
  const entries = new Map<string, T>()
  if (data === undefined) return entries
  const found = isObject(data) ? Object.entries(data) : []
  if (!isObject(data)) onFault(place, data, 'object')
  else if (found.length > MOST) onFault(place, found.length, 'few')
  for (const [id, value] of found.slice(0, MOST)) {
    if (!ID.test(id)) onFault(`${place}.${id}`, id, 'id')
    const entry = ID.test(id) ? entryOf(value, `${place}.${id}`) : undefined
    if (entry !== undefined) entries.set(id, entry as T)
  }
  return entries
}

/** A map as an object, in the order of its keys. */
export function inOrder<T>(
  entries: ReadonlyMap<string, T>,
  dataOf: (entry: T) => unknown,
): Record<string, unknown> {
  const sorted = [...entries].sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(sorted.map(([id, entry]) => [id, dataOf(entry)]))
}
