import { expect, test } from 'vitest'
import { readChapter } from './chapter.ts'
import { checkCourse } from './course.ts'

const recap = (lines: number) => `<Recap>\n\n${'- A line.\n'.repeat(lines)}\n</Recap>`
const chapter = (slug: string, head: string, body = recap(4)) =>
  readChapter(`content/docs/en/${slug}.mdx`, `en/${slug}.mdx`, `---\n${head}\n---\n\n${body}`)

const faults = (...chapters: ReturnType<typeof chapter>[]) =>
  checkCourse(chapters, chapters).map(({ file, line, message }) => `${file}:${line}: ${message}`)

const first = chapter('l1', 'sidebar: { order: 1 }\nnumber: 1a')
const second = chapter('lasso', 'sidebar: { order: 2 }\nnumber: 1b\nbuildsOn: [l1]')

test('chapters whose numbers rise, with what they build on before them, have no fault', () => {
  const tenth = chapter('choose', 'sidebar: { order: 10 }\nnumber: 10\nbuildsOn: [lasso]')
  expect(faults(first, second, tenth)).toEqual([])
})

test('a number that does not rise with the order is told on both sides', () => {
  const late = chapter('l2', 'sidebar: { order: 3 }\nnumber: 1')
  const messages = faults(first, late)
  expect(messages).toHaveLength(2)
  expect(messages[1]).toMatch(/^content\/docs\/en\/l2.mdx:3: the chapter “l1” with the order 1/)
})

test.each([
  ['lassso', 'there is no such page; did you mean “lasso”?'],
  ['summary', 'it comes later in the course'],
  ['claims', 'that page has no number'],
])('a chapter cannot build on “%s”', (slug, reason) => {
  const l2 = chapter('l2', `sidebar: { order: 3 }\nnumber: 2\nbuildsOn: [${slug}]`)
  const later = chapter('summary', 'sidebar: { order: 5 }\nnumber: 5')
  const claims = chapter('claims', 'sidebar: { order: 91 }', '')
  expect(faults(first, second, l2, later, claims)).toEqual([
    `content/docs/en/l2.mdx:4: this chapter cannot build on “${slug}”: ${reason}`,
  ])
})

test('a recap of three lines, or two of them, are told', () => {
  const head = 'sidebar: { order: 1 }\nnumber: 1'
  expect(faults(chapter('l1', head, recap(3)))).toEqual([
    'content/docs/en/l1.mdx:6: this chapter has a list of 3: expected one <Recap> with a list of 4 lines',
  ])
  expect(faults(chapter('l1', head, `${recap(4)}\n\n${recap(4)}`))).toHaveLength(1)
})
