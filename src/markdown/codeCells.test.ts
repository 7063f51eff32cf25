import { describe, expect, test } from 'vitest'
import { courseMarkdown } from './processor.ts'
import { compilePage, fence, propertiesOf, shared } from './testing.ts'

/** The properties of the cells on a page, in order. */
const cellsOf = async (source: string) => propertiesOf(await compilePage(source), 'Cell')

describe('a block `ts run`', () => {
  test('becomes a cell with the code as it stands, title and id', async () => {
    const code = 'const s = `<a href="x">${1}</a>`\nprint("it\'s", s, \'{}\', "π\\n")'
    expect(await cellsOf(fence('ts run title="A first path" id=first-path', code))).toEqual([
      { id: 'first-path', title: 'A first path', code },
    ])
  })

  test('gets an id from its place among those that name none', async () => {
    const page = [fence('ts run'), fence('ts run id=mine'), fence('ts run')].join('\n')
    const ids = (await cellsOf(page)).map(({ id }) => id)
    expect(ids).toEqual(['code-1', 'mine', 'code-2'])
  })

  test('takes the set-up before it along, which is not shown', async () => {
    const page = fence('ts setup', 'const n = 3') + '\n' + fence('ts run', 'print(n)')
    expect(await cellsOf(page)).toEqual([{ id: 'code-1', code: 'print(n)', setup: 'const n = 3' }])
    expect(await compilePage(page)).not.toContain('language-ts')
  })

  test('works within other components and lists', async () => {
    const page = `<div>\n\n${fence('ts setup', 'let a')}\n${fence('ts run')}\n</div>\n\n- item\n\n  \`\`\`ts run\n  print(2)\n  \`\`\`\n`
    expect(await cellsOf(page)).toMatchObject([
      { code: 'print(1)', setup: 'let a' },
      { code: 'print(2)' },
    ])
  })

  test('imports its component by itself, once', async () => {
    const code = await compilePage(fence('ts run') + '\n' + fence('ts run'))
    expect(code.match(/import Cell from/g)).toHaveLength(1)
  })
})

test('other blocks stay as they are, and bring no component', async () => {
  const code = await compilePage(
    fence('ts') + '\n' + fence('python run') + '\n' + fence('ts title="x"'),
  )
  expect(code).not.toContain('Cell')
  expect(code).toContain('language-python')
})

describe('a build fails with file and line', () => {
  const broken: [name: string, source: string, message: RegExp][] = [
    [
      'at a set-up that no cell follows',
      `text\n\n${fence('ts setup')}\ntext\n`,
      /page\.mdx:3: a set-up stands right before the cell/,
    ],
    [
      'at a set-up that another one follows',
      `${fence('ts setup')}\n${fence('ts setup')}\n${fence('ts run')}`,
      /page\.mdx:1: a set-up stands right before the cell/,
    ],
    [
      'at a set-up with a title',
      `${fence('ts setup title="x"')}\n${fence('ts run')}`,
      /page\.mdx:1: a set-up takes no further words/,
    ],
    [
      'at a word that says nothing',
      `text\n\n${fence('ts run autorun')}`,
      /page\.mdx:3: “autorun” says nothing about a cell: title="…" or id=… may follow/,
    ],
    [
      'at an attribute that does not exist',
      fence('ts run limit=3'),
      /page\.mdx:1: “limit=3” says nothing about a cell/,
    ],
    [
      'at an attribute without a value',
      fence('ts run title='),
      /page\.mdx:1: “title=” says nothing/,
    ],
    [
      'at a quotation mark that is not closed',
      fence('ts run title="A first path'),
      /page\.mdx:1: “title="A” says nothing/,
    ],
    [
      'at a title given twice',
      fence('ts run title=a title=b'),
      /page\.mdx:1: the title is given twice/,
    ],
    [
      'at an id that does not travel well in links',
      fence('ts run id=First_Path'),
      /page\.mdx:1: the cell id “First_Path” is not made of lowercase words/,
    ],
    [
      'at an id used twice',
      `${fence('ts run id=same')}\n${fence('ts run id=same')}`,
      /page\.mdx:5: the cell id “same” is already taken/,
    ],
  ]

  test.each(broken)('%s', async (_name, source, message) => {
    await expect(compilePage(source)).rejects.toThrow(message)
  })

  test('at a cell in a page that is not MDX', async () => {
    const renderer = await courseMarkdown().createRenderer(shared)
    const page = new URL('file:///content/docs/en/page.md')
    await expect(renderer.render(fence('ts run'), { fileURL: page })).rejects.toThrow(
      /page\.md:1: a cell needs MDX/,
    )
  })
})
