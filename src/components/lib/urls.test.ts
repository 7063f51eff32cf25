import { expect, test } from 'vitest'
import { pageAddress } from './urls.ts'

test('an address has one slash between its parts and one at its end', () => {
  for (const base of ['/course', '/course/']) {
    for (const id of ['en/l1', 'en/l1/']) expect(pageAddress(base, id)).toBe('/course/en/l1/')
  }
  expect(pageAddress('/', 'zh')).toBe('/zh/')
})
