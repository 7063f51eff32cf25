/* The files of `public` that no page shows: the rules for hosts, and the icons. */
import { existsSync, readFileSync } from 'node:fs'
import sharp from 'sharp'
import { expect, test } from 'vitest'

/** The rules for hosts: a pattern of addresses and the headers that it sets. */
const rules = readFileSync('public/_headers', 'utf8')
  .replace(/^#.*\n/gm, '')
  .split(/^(?=\/)/m)
  .filter((rule) => rule.startsWith('/'))
  .map((rule) => {
    const [pattern, ...headers] = rule.trim().split('\n')
    const parts = pattern.replace(/:\w+/g, '[^/]+').replace('*', '.*')
    return { matches: new RegExp(`^${parts}$`), headers: headers.map((header) => header.trim()) }
  })
const headersOf = (path: string) =>
  rules.filter(({ matches }) => matches.test(path)).flatMap(({ headers }) => headers)

test('other sites may frame a figure alone, and no other page', () => {
  const frames = /^(X-Frame-Options|Content-Security-Policy): /
  for (const path of ['/', '/404.html', '/sandbox.html', '/en/', '/zh/l1/', '/en/q/why-zeros/']) {
    expect(headersOf(path).filter((header) => frames.test(header))).toEqual([
      "Content-Security-Policy: frame-ancestors 'self'",
      'X-Frame-Options: SAMEORIGIN',
    ])
  }
  const embedded = headersOf('/en/embed/geometry/')
  expect(embedded).toContain('X-Content-Type-Options: nosniff')
  expect(embedded.filter((header) => frames.test(header))).toEqual([])
})

test('every icon of the manifest is there, in the size that it says', async () => {
  const { icons } = JSON.parse(readFileSync('public/manifest.webmanifest', 'utf8')) as {
    icons: { src: string; sizes: string }[]
  }
  for (const { src, sizes } of icons) {
    expect(existsSync(`public/${src}`)).toBe(true)
    if (sizes === 'any') continue
    const { width, height } = await sharp(`public/${src}`).metadata()
    expect(`${width}x${height}`).toBe(sizes)
  }
  expect(icons.map(({ sizes }) => sizes)).toEqual(expect.arrayContaining(['192x192', '512x512']))
})

test('the icon for programs that know no other holds three sizes', () => {
  const icon = readFileSync('public/favicon.ico')
  expect([icon.readUInt16LE(2), icon.readUInt16LE(4)]).toEqual([1, 3])
  expect([0, 1, 2].map((entry) => icon[6 + 16 * entry])).toEqual([16, 32, 48])
})
