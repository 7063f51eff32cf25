import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { withSpeedTable } from './readme.ts'

const readme = readFileSync(new URL('../src/solver/README.md', import.meta.url), 'utf8')

const measured = /^Measured on .*$/m

test('of the README the table of speeds and the sentence on its machine alone are replaced', () => {
  const rows = ['| problem | plain |', '| --- | ---: |', '| $& | 1 |']
  const text = withSpeedTable(readme, rows, 'Measured on $& at noon.')
  expect(text.match(measured)?.[0]).toBe('Measured on $& at noon.')
  const same = text.replace(measured, () => readme.match(measured)![0])
  const [before, after] = same.split(`${rows.join('\n')}\n`)
  expect(after).toBeDefined()
  expect(readme.startsWith(before)).toBe(true)
  expect(readme.endsWith(after)).toBe(true)
  const old = readme.slice(before.length, readme.length - after.length)
  expect(old).toMatch(/^(\|.*\n)+$/)
  expect(old).toMatch(/diabetes/)
  expect(before).toMatch(/## Speed\n[^#]*$/)
})

test('a text without such a table is refused', () => {
  expect(() => withSpeedTable('\n## Speed\n\nNone.\n\n## Errors\n\n| a |\n', [], '')).toThrow(
    /no table/,
  )
})
