import { expect, test } from 'vitest'
import { Origin } from './startingProgram.ts'

test('code that nobody has changed follows the program', () => {
  const origin = new Origin('a')
  expect(origin.move('b', 'a')).toBe(true)
  expect(origin.move('c', 'b')).toBe(true)
  expect(origin.program).toBe('c')
  expect(origin.isBehind('c')).toBe(false)
})

test('changed code stays, and is behind while the program is another than it was made from', () => {
  const origin = new Origin('a')
  expect(origin.isBehind('mine')).toBe(false)
  expect(origin.move('b', 'mine')).toBe(false)
  expect(origin.isBehind('mine')).toBe(true)
  expect(origin.move('a', 'mine')).toBe(false)
  expect(origin.isBehind('mine')).toBe(false)
})

test('code whose changes were undone follows again', () => {
  const origin = new Origin('a')
  origin.move('b', 'mine')
  expect(origin.isBehind('a')).toBe(true)
  expect(origin.move('c', 'a')).toBe(true)
})

test('taking the present program makes later changes be made from it', () => {
  const origin = new Origin('a')
  origin.move('b', 'mine')
  origin.restart()
  expect(origin.isBehind('mine')).toBe(false)
  expect(origin.move('c', 'b')).toBe(true)
})

test('the first program told after a link is the one that its code was made from', () => {
  const origin = new Origin('a')
  origin.restart(false)
  expect(origin.move('b', 'linked')).toBe(false)
  expect(origin.isBehind('linked')).toBe(false)
  origin.move('c', 'linked')
  expect(origin.isBehind('linked')).toBe(true)
})
