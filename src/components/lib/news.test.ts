import { expect, test } from 'vitest'
import { readNews } from './news.ts'

const entry = (date: string, see: string) =>
  `- { date: ${date}, see: ${see}, en: { title: A, text: B }, zh: { title: 甲, text: 乙 } }\n`

test('what is new comes newest first', () => {
  const news = readNews(entry('2026-01-01', 'l1') + entry('2026-02-01', "'l2#picture'"))
  expect(news.map(({ see }) => see)).toEqual(['l2#picture', 'l1'])
})

test('a wrong entry is told with its place', () => {
  expect(() => readNews(entry('2026-13-01', 'l1'))).toThrow(/news\.yaml: .*date/s)
  expect(() => readNews(entry('2026-01-01', '/en/l1/'))).toThrow('expected page or page#heading')
  expect(() => readNews(entry('2026-01-01', 'l1') + entry('2026-01-02', 'l1'))).toThrow(
    'two entries lead to “l1”',
  )
})

test('the list of the course can be read', () => {
  expect(readNews().length).toBeGreaterThan(0)
})
