/**
 * Keys of the tab's storage for the reader's code, which survives visits to other pages, and for the reader's tables.
 */
export const DRAFT = 'course-playground-code'
export const TABLES = 'course-playground-tables'

/** Stores a text until the tab is closed; false if the browser cannot. */
export function keep(key: string, text: string): boolean {
  try {
    sessionStorage.setItem(key, text)
    return true
  } catch {
    forget(key) // better no draft than an outdated one
    return false
  }
}

/** A text that was stored in this tab. */
export function kept(key: string): string | undefined {
  try {
    return sessionStorage.getItem(key) ?? undefined
  } catch {
    return undefined
  }
}

export function forget(key: string): void {
  try {
    sessionStorage.removeItem(key)
  } catch {
    // Nothing was stored.
  }
}
