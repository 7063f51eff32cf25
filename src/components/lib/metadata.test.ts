import { expect, test } from 'vitest'
import { structuredData, withPreviews } from './metadata.ts'

const home = 'https://example.org/course/en/'
const page = {
  locale: 'en',
  title: 'L1 </script>',
  description: 'Corners.',
  url: `${home}l1/`,
  home,
  course: 'Diamond & Circle',
} as const

test('a chapter is a part of the course, free and in its language', () => {
  expect(JSON.parse(structuredData(page))).toMatchObject({
    '@type': 'LearningResource',
    name: 'L1 </script>',
    inLanguage: 'en',
    isAccessibleForFree: true,
    isPartOf: { '@type': 'Course', name: 'Diamond & Circle', url: home },
  })
  expect(structuredData(page)).not.toContain('<')
})

test('the home page is the course', () => {
  expect(JSON.parse(structuredData({ ...page, url: home }))).toMatchObject({
    '@type': 'Course',
    name: 'Diamond & Circle',
    provider: { name: 'Diamond & Circle' },
  })
})

test('link previews know both languages and the kind of page', () => {
  const head = [
    { tag: 'meta', attrs: { property: 'og:locale', content: 'zh-CN' } },
    { tag: 'meta', attrs: { property: 'og:type', content: 'article' } },
    { tag: 'title' },
  ]
  const contents = (url: string) =>
    withPreviews(head, { ...page, locale: 'zh', url }).flatMap(
      ({ attrs }) => attrs?.['content'] ?? [],
    )
  expect(contents(`${home}l1/`)).toEqual(['zh_CN', 'article', 'en_GB'])
  const [, , , , section] = withPreviews(head, { ...page, section: 'Chapter 1a' })
  expect(section.attrs).toEqual({ property: 'article:section', content: 'Chapter 1a' })
  expect(contents(home)).toEqual(['zh_CN', 'website', 'en_GB'])
})
