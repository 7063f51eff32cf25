/** A choice that the reader has made on this device; null if there is none, or if the browser keeps nothing. */
export function preference(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

/** Keeps a choice, unless the browser refuses to: then it holds for this page. */
export function keepPreference(key: string, value: string): void {
  try {
    localStorage.setItem(key, value)
  } catch {
    // The page already shows what was chosen.
  }
}
