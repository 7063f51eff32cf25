import { expect, test } from 'vitest'
import { inLocale } from './languages.ts'

test('the other language has the same path, at the root of a host and under a base path', () => {
  expect(inLocale('/en/l1/', 'zh', '/')).toBe('/zh/l1/')
  expect(inLocale('/zh/', 'en', '/')).toBe('/en/')
  expect(inLocale('/course/en/l1/', 'zh', '/course')).toBe('/course/zh/l1/')
})

test('a base path that is named like a language is left alone', () => {
  expect(inLocale('/en/zh/l1/', 'en', '/en/')).toBe('/en/en/l1/')
})

test('going over and back leads to where one came from', () => {
  const path = '/base/en/priors/'
  expect(inLocale(inLocale(path, 'zh', '/base'), 'en', '/base')).toBe(path)
})
