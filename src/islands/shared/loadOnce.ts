/**
 * Loads on the first call and shares the result. A failed load is not cached: the next call tries again.
 *
 * @example
 * const draw = loadOnce(() => import('./draw.ts'))
 * await draw() // fetches
 * await draw() // at hand
 */
export function loadOnce<T>(load: () => Promise<T>): () => Promise<T> {
  let loading: Promise<T> | undefined
  return () =>
    (loading ??= load().catch((error: unknown) => {
      loading = undefined
      throw error
    }))
}
