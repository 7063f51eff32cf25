import { expect, test } from 'vitest'
import { sharedSheets, withOneStyle } from './oneStyle.ts'

const pages = [
  ...Array<string[]>(6).fill(['base', 'frame']),
  ...Array<string[]>(10).fill(['base', 'frame', 'quiz']),
  ...Array<string[]>(2).fill(['base', 'frame', 'quiz', 'own']),
  ['base', 'landing'],
]
const shared = sharedSheets(pages)
const linked = (sheets: readonly string[]) =>
  sheets.map((sheet) => `<link rel="stylesheet" href="${sheet}">`).join('')
const lean = (sheets: readonly string[]) => withOneStyle(linked(sheets), shared, 'one')

test('what more than a few pages load is shared, what most pages load first', () => {
  expect(shared).toEqual({ common: ['base', 'frame'], sheets: ['base', 'frame', 'quiz'] })
})

test('the shared sheet stands where the first of its parts stood, and the others stay', () => {
  expect(lean(['base', 'frame', 'own', 'quiz'])).toBe(linked(['one', 'own']))
  expect(lean(['base', 'frame'])).toBe(linked(['one']))
})

test('a page that does without what is common stays as it is', () => {
  expect(lean(['base', 'landing'])).toBe(linked(['base', 'landing']))
})
