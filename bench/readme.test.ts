import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { withSpeedTable } from './readme.ts'

const readme = readFileSync(new URL('../src/solver/README.md', import.meta.url), 'utf8')

test('of the README the table of speeds alone is replaced', () => {
  const rows = ['| problem | plain |', '| --- | ---: |', '| $& | 1 |']
  const text = withSpeedTable(readme, rows)
  const [before, after] = text.split(`${rows.join('\n')}\n`)
  expect(after).toBeDefined()
  expect(readme.startsWith(before)).toBe(true)
  expect(readme.endsWith(after)).toBe(true)
  const old = readme.slice(before.length, readme.length - after.length)
  expect(old).toMatch(/^(\|.*\n)+$/)
  expect(old).toMatch(/diabetes/)
  expect(before).toMatch(/## Speed\n[^#]*$/)
})

test('a text without such a table is refused', () => {
  expect(() => withSpeedTable('\n## Speed\n\nNone.\n\n## Errors\n\n| a |\n', [])).toThrow(
    /no table/,
  )
})
