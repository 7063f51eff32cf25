import { expect, test } from 'vitest'
import { compilePage, propertiesOf } from './testing.ts'

/** The handles of a page, as `name → address`. */
async function handlesIn(source: string, path?: string) {
  const html = (await compilePage(source, path)).replaceAll('\\"', '"')
  const links = html.matchAll(/<a class="handle" href="([^"]*)" aria-label="([^"]*)"><\/a>/g)
  return [...links].map(([, href, name]) => `${name} → ${href}`)
}

const SOURCE = `
## Why corners {#why-corners}

$$
a = b
\\tag{1.10}
$$

$$
c
$$

<Derivation summary="Why">

Because.

</Derivation>

<Derivation summary="Why else">

Because.

</Derivation>

<Derivation id="own-name">

Because.

</Derivation>

## Exercises {#exercises}

**1.** Let $w = 0$.

And so on.

<Derivation summary="Solution">

Zero.

</Derivation>

**2.** Another.
`

test('headings, numbered equations and exercises have handles, in both languages', async () => {
  expect(await handlesIn(SOURCE)).toEqual([
    'Link to “Why corners” → #why-corners',
    'Link to (1.10) → #eq-1-10',
    'Link to “Exercises” → #exercises',
    'Link to exercise 1 → #exercise-1',
    'Link to exercise 2 → #exercise-2',
  ])
  expect(await handlesIn('## 角 {#corners}', 'content/docs/zh/page.mdx')).toEqual([
    '“角”的链接 → #corners',
  ])
})

test('each of them carries the id to which its handle leads', async () => {
  const html = (await compilePage(SOURCE)).replaceAll('\\"', '"')
  for (const id of ['why-corners', 'eq-1-10', 'exercise-1', 'exercise-2']) {
    expect(html.match(new RegExp(`\\bid(=|: )"${id}"`, 'g'))).toHaveLength(1)
  }
})

test('a derivation takes the id of its section or exercise, or that of its author', async () => {
  const derivations = propertiesOf(await compilePage(SOURCE), 'Derivation')
  expect(derivations.map(({ id }) => id)).toEqual([
    'why-corners-derivation',
    'why-corners-derivation-2',
    'own-name',
    'exercise-1-solution',
  ])
})
