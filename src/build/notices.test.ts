import { expect, test } from 'vitest'
import { noticesText, packageRoot } from './notices.ts'

test.each([
  ['/x/node_modules/d3-array/src/sum.js', '/x/node_modules/d3-array'],
  ['/x/node_modules/@lezer/lr/dist/index.js?v=1', '/x/node_modules/@lezer/lr'],
  ['/x/node_modules/a/node_modules/b/c.js', '/x/node_modules/a/node_modules/b'],
  ['C:\\x\\node_modules\\a\\b.js', 'C:/x/node_modules/a'],
  ['/x/src/solver/index.ts', undefined],
])('the package of %j is %s', (module, root) => {
  expect(packageRoot(module)).toBe(root)
})

test('packages with one text share it, and one without a text is named with its licence', () => {
  const text = noticesText([
    { name: 'a', version: '1', license: 'ISC', texts: ['Copyright A'] },
    { name: 'b', version: '2', license: 'ISC', texts: ['Copyright A'] },
    { name: 'c', version: '3', license: 'MIT', texts: [] },
  ])
  expect(text.match(/Copyright A/g)).toHaveLength(1)
  expect(text).toContain('a 1 (ISC)\nb 2 (ISC)')
  expect(text).toContain('c 3 (MIT)\n\nLicence: MIT')
})
