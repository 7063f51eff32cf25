import { expect, test } from 'vitest'
import { guessAt } from '../../figures/guessAt.ts'
import { readChapter } from './chapter.ts'
import { checkGuesses } from './guesses.ts'

const HEAD = '---\ntitle: T\ndescription: D.\nsidebar: { order: 1 }\n---\n\n'

const HIT = '<Hit when="distance < 0.2">Yes.</Hit>'
const LAST = '<Miss>No.</Miss>'
const guess = (replies: string, attributes = 'point="w"') =>
  `<Guess id="a" figure="geometry" panel="plane" ${attributes}>\n${replies}\n</Guess>\n`

/** What is told of a page, with the line. */
async function told(en: string, zh = en): Promise<string[]> {
  const chapters = Object.entries({ en, zh }).map(([language, text]) =>
    readChapter(`content/docs/${language}/page.mdx`, `${language}/page.mdx`, HEAD + text),
  )
  expect(chapters.flatMap(({ problems }) => problems)).toEqual([])
  const problems = await checkGuesses(chapters, { guessAt })
  return problems
    .filter(({ file }) => file.includes('/en/'))
    .map(({ line, message }) => `${line}: ${message}`)
}

test('a question whose explanations answer every guess is no fault', async () => {
  expect(
    await told(guess(`${HIT}\n<Miss when="guess[1] > truth[1]">High.</Miss>\n${LAST}`)),
  ).toEqual([])
})

test.each([
  ['without a Hit', LAST, '7: <Guess> has 0 <Hit>'],
  ['with two', `${HIT}\n${HIT}\n${LAST}`, '7: <Guess> has 2 <Hit>'],
  ['with a condition on the last', `${HIT}\n<Miss when="distance > 1">No.</Miss>`, '9: every expl'],
  ['with an earlier Miss for all', `${HIT}\n${LAST}\n${LAST}`, '9: every explanation needs'],
  ['that ends in the Hit', `${LAST}\n${HIT}`, '8: every explanation needs'],
  [
    'that the exact answer passes by',
    `<Miss when="guess[1] > -3">Low.</Miss>\n${HIT}\n${LAST}`,
    '8: the exact answer, 1.14, 0, comes to this explanation',
  ],
  [
    'with an explanation that no guess comes to',
    `${HIT}\n<Miss when="guess[0] > 4">Far.</Miss>\n${LAST}`,
    '9: no guess comes to this explanation (“guess[0] > 4”)',
  ],
  [
    'whose last explanation has nothing left',
    `${HIT}\n<Miss when="distance > 0.1">Far.</Miss>\n${LAST}`,
    '10: no guess comes to this explanation: those before',
  ],
  ['that names what there is not', `${HIT}\n<Miss when="v > 1">.</Miss>\n${LAST}`, '7: the figure'],
])('a question %s', async (_, replies, message) => {
  expect(await told(guess(replies))).toEqual([expect.stringContaining(message)])
})

test('a computed value', async () => {
  expect(await told(guess(`${HIT}\n${LAST}`, 'point={w}'))).toEqual([
    '7: <Guess> needs every value written out',
  ])
})

test('names and label may differ between the languages, nothing else', async () => {
  const text = (names: string, near: number) =>
    `<Guess id="a" figure="geometry" zeros="w" names={${names}}>\n<Hit when="distance < ${near}">Yes.</Hit>\n${LAST}\n</Guess>\n`
  expect(await told(text("['a', 'b']", 1), text("['甲', '乙']", 1))).toEqual([])
  expect(await told(text("['a', 'b']", 1), text("['甲', '乙']", 2))).toEqual([
    expect.stringContaining('8: this <Hit> differs from that of the other language'),
  ])
})
