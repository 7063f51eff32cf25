import { expect, test } from 'vitest'
import { withInserted } from './insert.ts'

const chapter = `## A {#a}

Text.

### A detail {#detail}

\`\`\`ts run
## B {#b}
\`\`\`

## B {#b}

The end.
`

test('a block goes to the end of its section, behind the sections within it', () => {
  const text = withInserted(chapter, 'a', 'New.\n')
  expect(text).toBe(chapter.replace('```\n\n## B', '```\n\nNew.\n\n## B'))
})

test('or to the end of the chapter', () => {
  expect(withInserted(chapter, 'b', 'New.\n')).toBe(`${chapter}\nNew.\n`)
})

test('a heading in a program is none, and a section that there is not is told', () => {
  expect(withInserted(chapter, 'detail', 'New.\n')).toContain('```\n\nNew.\n\n## B')
  expect(withInserted(chapter, 'c', 'New.\n')).toBeUndefined()
})
