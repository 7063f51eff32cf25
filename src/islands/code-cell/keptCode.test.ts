// @vitest-environment jsdom
import { beforeEach, expect, test, vi } from 'vitest'
import { KEPT_CODE, KeptCode } from './keptCode.ts'

beforeEach(() => {
  localStorage.clear()
  vi.useFakeTimers()
})

/** Keeps some versions of `print(1)`, one after the other, and leaves the page. */
function leave(id: string, ...versions: string[]) {
  const kept = new KeptCode(id)
  for (const version of versions) kept.write('print(1)', version)
  dispatchEvent(new Event('pagehide'))
}

test('a version is there on return, in the same cell with the same program alone', () => {
  leave('first', 'print(2)', 'print(3)')
  expect(new KeptCode('first').read('print(1)')).toBe('print(3)')
  expect(new KeptCode('second').read('print(1)')).toBeUndefined()
  expect(new KeptCode('first').read('print(1) // mended')).toBeUndefined()
})

test('it is kept a moment after the last change, without leaving', () => {
  new KeptCode('first').write('print(1)', 'print(2)')
  expect(localStorage.getItem(KEPT_CODE)).toBeNull()
  vi.runAllTimers()
  expect(new KeptCode('first').read('print(1)')).toBe('print(2)')
})

test('the program itself is no version of its own', () => {
  leave('first', 'print(2)')
  leave('first', 'print(1)')
  expect(localStorage.getItem(KEPT_CODE)).toBe('{}')
})

test('the sixty changed last are kept', () => {
  for (let i = 0; i < 62; i++) leave(`cell-${i}`, `print(${i + 2})`)
  leave('cell-3', 'print(99)')
  const all = Object.keys(JSON.parse(localStorage.getItem(KEPT_CODE)!) as object)
  expect(all).toHaveLength(60)
  expect(new KeptCode('cell-1').read('print(1)')).toBeUndefined()
  expect(new KeptCode('cell-3').read('print(1)')).toBe('print(99)')
})

test.each(['', '{', 'null', '7', '{"first 1mwtw5q":7}'])(
  'a damaged store (%s) is no fault',
  (text) => {
    localStorage.setItem(KEPT_CODE, text)
    expect(new KeptCode('first').read('print(1)')).toBeUndefined()
    leave('first', 'print(2)')
    expect(new KeptCode('first').read('print(1)')).toBe('print(2)')
  },
)

test('a browser that refuses its storage costs memory and nothing else', () => {
  const refuse = () => {
    throw new DOMException('The operation is insecure.', 'SecurityError')
  }
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(refuse)
  vi.spyOn(Storage.prototype, 'getItem').mockImplementation(refuse)
  leave('first', 'print(2)')
  expect(new KeptCode('first').read('print(1)')).toBeUndefined()
  vi.restoreAllMocks()
})
