import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { drawHouse } from './draw.ts'
import { importsBetweenRooms } from './imports.ts'

test('the picture of the architecture shows the imports of today; if not, run npm run pictures', () => {
  expect(readFileSync('docs/architecture.svg', 'utf8')).toBe(drawHouse(importsBetweenRooms()))
})

test('imports are found in every kind of file, and none leads up the house', () => {
  const imports = importsBetweenRooms()
  expect([...imports.get('components')!]).toEqual(expect.arrayContaining(['islands', 'figures']))
  expect([...imports.get('islands')!]).toContain('figures')
  expect([...imports.get('figures')!]).toContain('figures/NAME')
  expect([...imports.get('solver')!]).toEqual([])
})
