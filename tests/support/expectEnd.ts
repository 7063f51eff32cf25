import { expect } from '@playwright/test'
import type { Ended } from './cells.ts'
import type { HostileProgram } from './hostilePrograms.ts'

/** Holds how a program ended against how it has to. */
export function expectEnd({ failure: wanted, prints }: HostileProgram, ended: Ended): void {
  const { failure, printed, duration } = ended
  if (wanted) {
    expect([wanted.code].flat(), failure?.message).toContain(failure?.code)
    if (wanted.message) expect(failure?.message).toMatch(wanted.message)
    if (wanted.line) expect(failure).toMatchObject({ line: wanted.line })
    if (wanted.column) expect(failure).toMatchObject({ column: wanted.column })
  } else {
    expect(failure).toBeUndefined()
  }
  if (prints !== undefined) expect(printed).toBe(prints)
  expect(duration).toBeLessThan(15_000)
}
