import { expect, test } from 'vitest'
import { StartingProgram } from './startingProgram.ts'

test('code that nobody has changed follows the program', () => {
  const start = new StartingProgram('a')
  expect(start.move('b', 'a')).toBe(true)
  expect(start.move('c', 'b')).toBe(true)
  expect(start.text).toBe('c')
  expect(start.isBehind('c')).toBe(false)
})

test('changed code stays, and is behind while the program is another than it was made from', () => {
  const start = new StartingProgram('a')
  expect(start.isBehind('mine')).toBe(false)
  expect(start.move('b', 'mine')).toBe(false)
  expect(start.isBehind('mine')).toBe(true)
  expect(start.move('a', 'mine')).toBe(false)
  expect(start.isBehind('mine')).toBe(false)
})

test('code whose changes were undone follows again', () => {
  const start = new StartingProgram('a')
  start.move('b', 'mine')
  expect(start.isBehind('a')).toBe(true)
  expect(start.move('c', 'a')).toBe(true)
})

test('taking the present program makes later changes be made from it', () => {
  const start = new StartingProgram('a')
  start.move('b', 'mine')
  start.restart()
  expect(start.isBehind('mine')).toBe(false)
  expect(start.move('c', 'b')).toBe(true)
})

test('the first program told after a link is the one that its code was made from', () => {
  const start = new StartingProgram('a')
  start.restart(false)
  expect(start.move('b', 'linked')).toBe(false)
  expect(start.isBehind('linked')).toBe(false)
  start.move('c', 'linked')
  expect(start.isBehind('linked')).toBe(true)
})
