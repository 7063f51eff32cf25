import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { follow, followAll, linksIn, report } from './outsideLinks.mjs'

const quick = { timeout: 300, wait: 0 }
const asked: string[] = []
let server: Server
let origin: string

beforeAll(async () => {
  server = createServer((request, response) => {
    const { method, url } = request
    asked.push(`${method} ${url}`)
    const seen = asked.filter((line) => line.endsWith(` ${url}`)).length
    if (url === '/silent') return
    if (url === '/moved') response.setHeader('location', '/good')
    const status =
      { '/good': 200, '/moved': 301, '/gone': 404, '/refused': 403 }[url!] ??
      (url === '/second-time' && seen > 1
        ? 200
        : url === '/get-only' && method === 'GET'
          ? 200
          : 503)
    response.writeHead(url === '/get-only' && method === 'HEAD' ? 404 : status).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

afterAll(() => {
  server.closeAllConnections()
  server.close()
})

describe('links are found', () => {
  test.each([
    [
      'in Markdown',
      'See [a](https://a.org/x), [b](https://b.org/).',
      ['https://a.org/x', 'https://b.org/'],
    ],
    [
      'with brackets of their own',
      '(https://a.org/Lasso_(statistics))',
      ['https://a.org/Lasso_(statistics)'],
    ],
    ['at the end of a sentence', 'It is at https://a.org/x.', ['https://a.org/x']],
    [
      'in Chinese',
      '见 https://a.org/x。另见（https://b.org/y）',
      ['https://a.org/x', 'https://b.org/y'],
    ],
    ['in JSON', '{ "url": "https://a.org/x?b=c" }', ['https://a.org/x?b=c']],
    ['without the fragment', '<https://a.org/x#y>', ['https://a.org/x']],
    ['outside alone', 'http://localhost:4321 and https://diamond-and-circle.github.io/en/', []],
  ])('%s', (_, text, expected) => {
    expect(linksIn(text).map(({ url }) => url)).toEqual(expected)
  })

  test('with their line', () => {
    expect(linksIn('one\ntwo https://a.org/')).toEqual([{ url: 'https://a.org/', line: 2 }])
  })
})

describe('a link is', () => {
  test.each([
    ['/good', 'good'],
    ['/moved', 'good'],
    ['/get-only', 'good'],
    ['/second-time', 'good'],
    ['/gone', 'broken'],
    ['/refused', 'unsure'],
    ['/out-of-order', 'unsure'],
    ['/silent', 'unsure'],
  ])('%s: %s', async (path, state) => {
    expect(await follow(origin + path, quick)).toMatchObject({ state })
  })

  test('broken where there is no server', async () => {
    const answer = await follow('http://no-such-host.invalid/', quick)
    expect(answer.state).toBe('broken')
  })
})

test('a link that stands twice is followed once, and reported with both places', async () => {
  asked.length = 0
  const url = `${origin}/gone`
  const links = [
    { url, file: 'content/docs/en/l1.mdx', line: 3 },
    { url, file: 'content/docs/zh/l1.mdx', line: 4 },
    { url: `${origin}/good`, file: 'README.md', line: 1 },
    { url: `${origin}/refused`, file: 'README.md', line: 2 },
  ]
  const answers = await followAll(
    links.map((link) => link.url),
    quick,
  )
  expect(asked.filter((line) => line === 'HEAD /gone')).toHaveLength(1)
  expect(report(links, answers)).toBe(
    [
      '1 of 3 links out of the course are broken.',
      `- <${url}> (status 404), in \`content/docs/en/l1.mdx:3\`, \`content/docs/zh/l1.mdx:4\``,
      '',
      'These gave no clear answer; a look by hand tells:',
      `- <${origin}/refused> (status 403), in \`README.md:2\``,
      '',
    ].join('\n'),
  )
})
