import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { contrast, distance, fromHex } from './color.ts'

/** The properties of a style sheet in each theme, with references resolved. */
function themesOf(names: string[]) {
  const sheets = names.map((name) => readFileSync(new URL(name, import.meta.url), 'utf8'))
  const read = (blocks: string[]) =>
    Object.fromEntries(
      blocks.flatMap((css) =>
        [...css.matchAll(/--dc-([\w-]+): ([^;]+);/g)].map(([, name, value]) => [name, value]),
      ),
    )
  const parts = sheets.map((css) => css.split('@media screen'))
  const light = read(parts.map(([first]) => first))
  const dark = { ...light, ...read(parts.map(([, second]) => second)) }
  const resolved = (theme: Record<string, string>) => (name: string) =>
    fromHex(theme[name].replace(/^var\(--dc-(.+)\)$/, (_, other) => theme[other]))
  return { light: resolved(light), dark: resolved(dark) }
}

const themes = themesOf(['tokens.css', 'code.css'])

describe.each(Object.entries(themes))('in the %s theme', (_, color) => {
  test.each(['ink', 'keyword', 'literal', 'comment', 'punctuation'])(
    '%s can be read on the background of code',
    (part) => {
      const ratio = contrast(color(`code-${part}`), color('code-background'))
      expect(ratio).toBeGreaterThanOrEqual(4.5)
    },
  )

  test.each(['keyword', 'literal'])('%s is not taken for a colour that means something', (part) => {
    for (const meaning of ['l1', 'l2', 'elastic', 'data', 'loss', 'wrong']) {
      expect(distance(color(`code-${part}`), color(meaning))).toBeGreaterThan(0.1)
    }
  })
})
