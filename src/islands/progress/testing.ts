import { vi } from 'vitest'
import { forgetProgress } from './file.ts'

/** Gives a test the window and the storage of a page, with nothing kept. Returns what makes the storage fail. */
export function fakeWindow(): () => void {
  const page = new EventTarget()
  for (const name of ['addEventListener', 'removeEventListener', 'dispatchEvent'] as const)
    vi.stubGlobal(name, page[name].bind(page))
  const kept = new Map<string, string>()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  })
  forgetProgress()
  return () =>
    vi.stubGlobal('localStorage', { getItem: closed, setItem: closed, removeItem: closed })
}

function closed(): never {
  throw new DOMException('The operation is insecure.', 'SecurityError')
}
