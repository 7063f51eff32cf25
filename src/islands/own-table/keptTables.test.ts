import { expect, test } from 'vitest'
import { keptTables } from './keptTables.ts'

test('what was kept by another version is left out', () => {
  const stored = new Map<string, string>()
  const scope = globalThis as { sessionStorage?: unknown }
  scope.sessionStorage = { getItem: (key: string) => stored.get(key) ?? null }
  const good = { name: 'a', csv: 'x,y\n1,2', leftOut: ['z'] }
  for (const [text, expected] of [
    ['{', []],
    ['7', []],
    ['[null, 1, "a", {"name": "a"}]', []],
    [JSON.stringify([good, { ...good, leftOut: 7 }]), [good, { ...good, leftOut: [] }]],
  ] as const) {
    stored.set('course-playground-tables', text)
    expect(keptTables()).toEqual(expected)
  }
  delete scope.sessionStorage
})
