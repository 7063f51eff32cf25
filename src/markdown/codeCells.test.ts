import { describe, expect, test } from 'vitest'
import { courseMarkdown } from './processor.ts'

const shared = { syntaxHighlight: false as const, shikiConfig: {} }

/** Compiles a page of the site to JavaScript. */
async function compile(source: string, path = 'content/docs/en/page.mdx'): Promise<string> {
  const processor = courseMarkdown()
  const mdx = await processor.createMdxRenderer!(shared, {
    optimize: true,
    srcDir: new URL(import.meta.url),
    sourcemap: false,
  })
  return (await mdx.process(source, path, {})).code
}

const block = (meta: string, code = 'print(1)') => `\`\`\`${meta}\n${code}\n\`\`\`\n`

/** The properties that the cells of a page are given, in order. */
async function cellsOf(source: string): Promise<Record<string, string>[]> {
  const code = await compile(source)
  return [...code.matchAll(/_jsx\(CourseCell, (\{.*?\n\s*\})\)/gs)].map(([, properties]) =>
    Function(`return (${properties})`)(),
  )
}

describe('a block `ts run`', () => {
  test('becomes a cell with the code as it stands, title and id', async () => {
    const code = 'const s = `<a href="x">${1}</a>`\nprint("it\'s", s, \'{}\', "π\\n")'
    expect(await cellsOf(block('ts run title="A first path" id=first-path', code))).toEqual([
      { id: 'first-path', title: 'A first path', code },
    ])
  })

  test('gets an id from its place among those that name none', async () => {
    const page = [block('ts run'), block('ts run id=mine'), block('ts run')].join('\n')
    const ids = (await cellsOf(page)).map(({ id }) => id)
    expect(ids).toEqual(['code-1', 'mine', 'code-2'])
  })

  test('takes the set-up before it along, which is not shown', async () => {
    const page = block('ts setup', 'const n = 3') + '\n' + block('ts run', 'print(n)')
    expect(await cellsOf(page)).toEqual([{ id: 'code-1', code: 'print(n)', setup: 'const n = 3' }])
    expect(await compile(page)).not.toContain('language-ts')
  })

  test('works within other components and lists', async () => {
    const page = `<div>\n\n${block('ts setup', 'let a')}\n${block('ts run')}\n</div>\n\n- item\n\n  \`\`\`ts run\n  print(2)\n  \`\`\`\n`
    expect(await cellsOf(page)).toMatchObject([
      { code: 'print(1)', setup: 'let a' },
      { code: 'print(2)' },
    ])
  })

  test('imports its component by itself, once', async () => {
    const code = await compile(block('ts run') + '\n' + block('ts run'))
    expect(code.match(/import CourseCell from/g)).toHaveLength(1)
  })
})

test('other blocks stay as they are, and bring no component', async () => {
  const code = await compile(
    block('ts') + '\n' + block('python run') + '\n' + block('ts title="x"'),
  )
  expect(code).not.toContain('CourseCell')
  expect(code).toContain('language-python')
})

describe('a build fails with file and line', () => {
  const broken: [name: string, source: string, message: RegExp][] = [
    [
      'at a set-up that no cell follows',
      `text\n\n${block('ts setup')}\ntext\n`,
      /page\.mdx:3: a set-up stands right before the cell/,
    ],
    [
      'at a set-up that another one follows',
      `${block('ts setup')}\n${block('ts setup')}\n${block('ts run')}`,
      /page\.mdx:1: a set-up stands right before the cell/,
    ],
    [
      'at a set-up with a title',
      `${block('ts setup title="x"')}\n${block('ts run')}`,
      /page\.mdx:1: a set-up takes no further words/,
    ],
    [
      'at a word that says nothing',
      `text\n\n${block('ts run autorun')}`,
      /page\.mdx:3: “autorun” says nothing about a cell: title="…" or id=… may follow/,
    ],
    [
      'at an attribute that does not exist',
      block('ts run limit=3'),
      /page\.mdx:1: “limit=3” says nothing about a cell/,
    ],
    [
      'at an attribute without a value',
      block('ts run title='),
      /page\.mdx:1: “title=” says nothing/,
    ],
    [
      'at a quotation mark that is not closed',
      block('ts run title="A first path'),
      /page\.mdx:1: “title="A” says nothing/,
    ],
    [
      'at a title given twice',
      block('ts run title=a title=b'),
      /page\.mdx:1: the title is given twice/,
    ],
    [
      'at an id that does not travel well in links',
      block('ts run id=First_Path'),
      /page\.mdx:1: the cell id “First_Path” is not made of lowercase words/,
    ],
    [
      'at an id used twice',
      `${block('ts run id=same')}\n${block('ts run id=same')}`,
      /page\.mdx:5: the cell id “same” is already taken/,
    ],
  ]

  test.each(broken)('%s', async (_name, source, message) => {
    await expect(compile(source)).rejects.toThrow(message)
  })

  test('at a cell in a page that is not MDX', async () => {
    const renderer = await courseMarkdown().createRenderer(shared)
    const page = new URL('file:///content/docs/en/page.md')
    await expect(renderer.render(block('ts run'), { fileURL: page })).rejects.toThrow(
      /page\.md:1: a cell needs MDX/,
    )
  })
})
