import { expect, test } from 'vitest'
import { addressWithCode, addressWithoutCode, linkedCode } from './link.ts'

const page = 'https://course.example/en/l1/?geometry.lambda=2'

test('a link leads back to its text, and keeps the state of the figures', () => {
  const link = addressWithCode(`${page}#why-zero`, 'first-path', 'eJw-_A')
  expect(link).toBe(`${page}#first-path.code=eJw-_A`)
  expect(linkedCode(new URL(link).hash, 'first-path')).toBe('eJw-_A')
})

test('a cell takes no text that is meant for another', () => {
  expect(linkedCode('#first-path.code=eJw', 'path')).toBeUndefined()
  expect(linkedCode('#first-path.code=eJw', 'first')).toBeUndefined()
  expect(linkedCode('#first-path', 'first-path')).toBeUndefined()
  expect(linkedCode('', 'first-path')).toBeUndefined()
})

test('taking the code out of an address leaves a link to the cell, and other links alone', () => {
  expect(addressWithoutCode(`${page}#a.code=eJw`, 'a')).toBe(`${page}#a`)
  expect(addressWithoutCode(`${page}#b.code=eJw`, 'a')).toBe(`${page}#b.code=eJw`)
  expect(addressWithoutCode(page, 'a')).toBe(page)
})
