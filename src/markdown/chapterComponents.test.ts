import { expect, test } from 'vitest'
import { compilePage } from './testing.ts'

test('a chapter uses the components of the course without importing them, each imported once', async () => {
  const code = await compilePage('<Figure name="geometry" />\n\n<Figure name="path" />\n')
  expect(
    code.match(/import Figure from "\/src\/components\/chapter\/Figure\.astro"/g),
  ).toHaveLength(1)
})

test('a component that a page imports itself stays its own', async () => {
  const code = await compilePage("import Figure from './Own.astro'\n\n<Figure />\n")
  expect(code).toContain('./Own.astro')
  expect(code).not.toContain('/src/components/')
})

test('an unknown component stops the build with its line', async () => {
  const page = compilePage('Text.\n\n<Figgure name="geometry" />\n')
  await expect(page).rejects.toThrow(
    /page\.mdx:3: there is no component <Figgure>; expected one of /,
  )
})
