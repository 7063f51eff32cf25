import { describe, expect, test } from 'vitest'
import { createPage } from './pages.ts'
import { build, reports } from './fixtures.ts'
import { checkLinks } from './links.ts'

describe('links', () => {
  const files = new Set(['en/index.html', 'en/l1/index.html', 'figure.svg'])

  const check = async (text: string, root = 'https://example.org/') => {
    const [pages] = await build({ 'en/l1.md': text, 'en/index.md': '## Chapters {#chapters}' })
    return reports(checkLinks(pages, { root: new URL(root), files }))
  }

  test('links that lead somewhere are no problem, relative, absolute and to the outside', async () => {
    const links = ['/en/#chapters', '../', '#here', '/figure.svg', 'https://example.com/x#y']
    const states = ['?geometry.lambda=0.3#here', '#top', 'mailto:a@example.org']
    const text = [...links, ...states].map((link) => `[x](${link})`).join(' ')
    expect(await check(`## Here {#here}\n\n${text}\n`)).toEqual([])
  })

  test.each([
    ['/en/l9/', 'there is no page or file “/en/l9/”'],
    ['../l9/#a', 'there is no page or file “/en/l9/”'],
    ['/nowhere.svg', 'there is no page or file “/nowhere.svg”'],
    ['/en/l1', 'add a slash to its end'],
    ['#gone', 'nothing on “/en/l1/” has the id “gone”'],
    ['/en/#gone', 'nothing on “/en/” has the id “gone”'],
    ['https://example.org/en/l9/', 'there is no page or file “/en/l9/”'],
    ['http://', 'it is not a valid address'],
  ])('the broken link %s is found at its line', async (link, reason) => {
    expect(await check(`Text.\n\nA [link](${link}).\n`)).toEqual([
      `content/docs/en/l1.md:3: the link “${link}” is broken: ${reason}`,
    ])
  })

  test('a broken picture is found', async () => {
    expect(await check('<img src="/gone.png" alt="">')).toHaveLength(1)
  })

  test('under a base path, a link that leaves it is found', async () => {
    expect(await check('[x](../#chapters)', 'https://example.org/course/')).toEqual([])
    expect(await check('[x](/en/)', 'https://example.org/course/')).toEqual([
      'content/docs/en/l1.md:1: the link “/en/” is broken: it leaves the base path “/course/”',
    ])
  })

  test('a redirect that leads nowhere is found', () => {
    const html = '<!doctype html>\n<meta http-equiv="refresh" content="0;url=/en/l9/">'
    const page = createPage('dist/old/index.html', 'old/index.html', html, [])
    expect(reports(checkLinks([page], { root: new URL('https://example.org/'), files }))).toEqual([
      'dist/old/index.html:2: the link “/en/l9/” is broken: there is no page or file “/en/l9/”',
    ])
  })
})
