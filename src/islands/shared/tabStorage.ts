/** Where the tab keeps the reader's code while another page is read, and the reader's tables. */
export const DRAFT = 'course-playground-code'
export const TABLES = 'course-playground-tables'

/** Keeps a text until the tab is closed; false if the browser does not. */
export function keep(key: string, text: string): boolean {
  try {
    sessionStorage.setItem(key, text)
    return true
  } catch {
    forget(key) // rather nothing than what is out of date
    return false
  }
}

/** A text that was kept in this tab. */
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
    // Nothing was kept.
  }
}
