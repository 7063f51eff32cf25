import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { figureAt } from '../../figures/figureAt.ts'
import { claims } from './claims.ts'

const count = { 0: 3, 1: 10, 2: 18, 3: 5, 4: 4, 5: 4 }
const ids = [
  ...Object.entries(count).flatMap(([section, claimsOfIt]) =>
    Array.from({ length: claimsOfIt }, (_, i) => `${section}.${i + 1}`),
  ),
  'R',
]

/** The claims that the article gets wrong, and those that it says imprecisely; the others hold. */
const verdicts = {
  wrong: '1.1 1.2 2.1 2.2 2.3 2.11 2.12 2.13 2.14 4.1 4.4 5.1 5.2'.split(' '),
  imprecise: '1.3 1.4 1.7 1.8 1.9 1.10 2.6 2.9 3.4 5.3 5.4'.split(' '),
}

test('every claim of the article is listed once, in its order', () => {
  expect(claims.map(({ id }) => id)).toEqual(ids)
})

test('each claim has one of three verdicts', () => {
  for (const { id, verdict } of claims) {
    const expected = (['wrong', 'imprecise'] as const).find((name) => verdicts[name].includes(id))
    expect(verdict, id).toBe(expected ?? 'holds')
  }
})

describe.each(['en', 'zh'] as const)('%s', (language) => {
  const source = (page: string) =>
    readFileSync(new URL(`../../../content/docs/${language}/${page}.mdx`, import.meta.url), 'utf8')

  test.each(claims.map((claim) => [claim.id, claim] as const))(
    '%s stands under a heading of its page, mended by an erratum where it must be',
    async (id, { page, section, verdict, figure, says }) => {
      const text = source(page)
      expect(says[language].trim()).not.toBe('')
      expect(text).toMatch(new RegExp(`^#+ .+ \\{#${section}\\}$`, 'm'))
      if (verdict !== 'holds') expect(text).toContain(`<Erratum id="${id}"`)
      if (!figure) return
      expect(source(figure.page ?? page)).toContain(`<Figure name="${figure.name}"`)
      // Refuses a figure, a parameter or a value that there is not.
      await figureAt(figure.name, figure.state)
    },
  )

  test('the page of claims lists every section of the article', () => {
    const listed = [...source('claims').matchAll(/<Claims of="(\w)" \/>/g)].map(([, of]) => of)
    expect(listed).toEqual([...new Set(ids.map((id) => id.split('.')[0]))])
  })
})
