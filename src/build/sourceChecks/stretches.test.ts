import { expect, test } from 'vitest'
import { readChapter } from './chapter.ts'
import { checkStretches } from './stretches.ts'

const words = (count: number) => 'word '.repeat(count)

const faults = (body: string, number = 'number: 1', language = 'en') =>
  checkStretches(
    readChapter(
      `content/docs/${language}/l1.mdx`,
      `${language}/l1.mdx`,
      `---\ntitle: T\n${number}\n---\n\n${body}`,
    ),
  ).map(({ line, message }) => `${line}: ${message}`)

test('a stretch that is too long is told once, where it becomes so', () => {
  expect(faults([300, 300, 2, 300].map(words).join('\n\n'))).toEqual([
    expect.stringMatching(/^10: here the text has gone on for 602 words without a figure/),
  ])
})

test('a figure or a guess begins anew', () => {
  const figure = '<Figure name="geometry" />'
  const guess = '<Guess id="a" figure="geometry">\n\nWhere?\n\n</Guess>'
  expect(faults([words(600), figure, words(600), guess, words(600)].join('\n\n'))).toEqual([])
})

test('what is folded, code and what follows the recap do not count', () => {
  const folded = `<Derivation summary="A">\n\n${words(700)}\n\n</Derivation>`
  const code = `\`\`\`ts\n${words(700)}\n\`\`\``
  const after = `## Recap {#recap}\n\n${words(700)}`
  expect(faults([folded, code, words(500), after].join('\n\n'))).toEqual([])
})

test('pages that are no chapters, and other languages, are not counted', () => {
  expect(faults(words(700), '')).toEqual([])
  expect(faults(words(700), 'number: 1', 'zh')).toEqual([])
})
