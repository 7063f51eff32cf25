/** Keeps a text on this device; false if the browser cannot, as in some private windows. */
export function keepOnDevice(key: string, text: string): boolean {
  try {
    localStorage.setItem(key, text)
    return true
  } catch {
    return false
  }
}

/** A text that was kept on this device. */
export function keptOnDevice(key: string): string | undefined {
  try {
    return localStorage.getItem(key) ?? undefined
  } catch {
    return undefined
  }
}

/** What was kept on this device as JSON; undefined if there is nothing that can be read. */
export function keptData(key: string): unknown {
  try {
    return JSON.parse(keptOnDevice(key) ?? '')
  } catch {
    return undefined
  }
}

export function forgetOnDevice(key: string): void {
  try {
    localStorage.removeItem(key)
  } catch {
    // Nothing was kept.
  }
}
