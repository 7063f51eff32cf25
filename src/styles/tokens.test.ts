import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { contrast, distance, fromHex, seenWith } from './color.ts'

const css = readFileSync(new URL('tokens.css', import.meta.url), 'utf8')
const [lightBlock, darkBlock] = css.split('@media screen')
const hexTokens = (block: string) =>
  Object.fromEntries(
    [...block.matchAll(/--dc-([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, hex]) => [
      name,
      fromHex(hex),
    ]),
  )
const themes = { light: hexTokens(lightBlock), dark: hexTokens(darkBlock) }
const meanings = ['l1', 'l2', 'elastic', 'data', 'loss']
const pairs = meanings.flatMap((a, i) => meanings.slice(i + 1).map((b) => [a, b]))

describe.each(Object.entries(themes))('in the %s theme', (_, token) => {
  test.each([...meanings, 'right', 'wrong', 'ink', 'muted'])(
    '%s stands out from the page at 4.5:1',
    (name) => {
      expect(contrast(token[name], token.surface)).toBeGreaterThanOrEqual(4.5)
    },
  )

  test.each(['right', 'wrong', 'ink', 'muted'])('%s can be read on a raised panel', (name) => {
    expect(contrast(token[name], token.raised)).toBeGreaterThanOrEqual(4.5)
  })

  test.each(meanings.map((name) => `${name}-soft`))('ink can be read on %s', (name) => {
    expect(contrast(token.ink, token[name])).toBeGreaterThanOrEqual(7)
  })

  test('the edge of a control stands out from the page at 3:1', () => {
    expect(contrast(token.control, token.surface)).toBeGreaterThanOrEqual(3)
  })

  test.each(pairs)('%s and %s differ for every kind of colour vision', (a, b) => {
    const [p, q] = [token[a], token[b]]
    expect(distance(p, q)).toBeGreaterThan(0.12)
    for (const kind of ['protanopia', 'deuteranopia', 'tritanopia'] as const) {
      expect(distance(seenWith(kind, p), seenWith(kind, q))).toBeGreaterThan(0.06)
    }
  })
})

test('both themes define the same colours', () => {
  expect(Object.keys(themes.dark).sort()).toEqual(Object.keys(themes.light).sort())
})
