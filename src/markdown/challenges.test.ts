import { describe, expect, test } from 'vitest'
import { compilePage, fence, propertiesOf } from './testing.ts'

const parts = {
  run: fence('ts run', 'let a = 1'),
  check: fence('ts check', "check(a === 2, 'a is not 2.')"),
  hint: '<Hint>\n\nAdd.\n\n</Hint>\n',
  solution: fence('ts solution', 'let a = 2'),
}
const challenge = (inner: Partial<typeof parts> = {}, tag = 'id="add-one" title="Add"') =>
  `<Challenge ${tag}>\n\nThe task.\n\n${Object.values({ ...parts, ...inner }).join('\n')}\n</Challenge>\n`

describe('a challenge', () => {
  test('has a cell of its own id, with checks that cannot collide with the reader’s names', async () => {
    const code = await compilePage(challenge())
    expect(propertiesOf(code, 'Cell')).toEqual([
      {
        id: 'challenge-add-one-code',
        code: 'let a = 1',
        checks: "{\ncheck(a === 2, 'a is not 2.')\n}",
      },
    ])
    expect(propertiesOf(code, 'Solution')).toEqual([{ code: 'let a = 2', challenge: 'add-one' }])
    expect(code.match(/a is not 2/g)).toHaveLength(1)
  })

  test('keeps its set-up', async () => {
    const code = await compilePage(
      challenge({ run: fence('ts setup', 'let b') + '\n' + parts.run }),
    )
    expect(propertiesOf(code, 'Cell')).toMatchObject([{ setup: 'let b' }])
  })

  test.each([
    ['a program', { run: '' }, 'needs one block ```ts run to start from'],
    ['checks', { check: '' }, 'needs one block ```ts check'],
    ['a hint', { hint: '' }, 'needs a <Hint>'],
    ['one solution', { solution: parts.solution + '\n' + parts.solution }, 'needs one block'],
  ])('without %s stops the build, which says what and where', async (_, inner, message) => {
    const page = compilePage(`\n\n${challenge(inner)}`)
    await expect(page).rejects.toThrow(
      `content/docs/en/page.mdx:3: the challenge “add-one” ${message}`,
    )
  })

  test('without a proper id stops the build', async () => {
    await expect(compilePage(challenge({}, 'id="Add 1" title="Add"'))).rejects.toThrow('an id="…"')
    await expect(compilePage(challenge({}, 'id="add"'))).rejects.toThrow('a title="…"')
  })

  test('is where checks and solutions belong', async () => {
    const page = compilePage(`Text.\n\n${parts.check}`)
    await expect(page).rejects.toThrow('page.mdx:3: a block `ts check` belongs right into')
  })
})
