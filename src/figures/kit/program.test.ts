import { expect, test } from 'vitest'
import { withConstants } from './program.ts'

test('replaces the constants at the left margin, whatever their kind and length', () => {
  const program = `const list = [
  [1, 2],
]
const name = 'a'
const on = false
function f() {
  const name = 'b'
}`
  const constants = { list: [[0.5, -1]], name: "it's $&", on: true }
  expect(withConstants(program, constants)).toBe(`const list = [[0.5, -1]]
const name = 'it\\'s $&'
const on = true
function f() {
  const name = 'b'
}`)
})

test('says which constant a program lacks', () => {
  expect(() => withConstants('const a = 1', { b: 1 })).toThrow('no line “const b = …”')
})
