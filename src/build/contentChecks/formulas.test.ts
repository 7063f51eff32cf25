import { describe, expect, test } from 'vitest'
import { createPage } from './pages.ts'
import { build, reports } from './fixtures.ts'
import { checkFormulas } from './formulas.ts'

describe('formulas', () => {
  const check = async (text: string) =>
    reports(checkFormulas((await build({ 'en/l1.md': text }))[0]))

  test('a page whose formulas all close has no problem', async () => {
    expect(await check('The norm $\\lVert w \\rVert_1$ and `$code`.\n\n$$\nx^2\n$$\n')).toEqual([])
  })

  test('a dollar sign that readers would see is found at its line', async () => {
    expect(await check('One.\n\nThe norm $x is not closed.\n')).toEqual([
      expect.stringMatching(/^content\/docs\/en\/l1\.md:3: readers see a stray “\$” in “The norm/),
    ])
  })

  test('a | that ends the cell of a table inside of a formula is found', async () => {
    const found = await check('| norm | ball |\n| --- | --- |\n| $|w|_1$ | diamond |\n')
    expect(found[0]).toMatch(/^content\/docs\/en\/l1\.md:3: readers see a stray “\$”/)
  })

  test('a formula that a component let fail is found', () => {
    const html = '<p>\n<span class="katex-error" title="Expected }">x</span></p>'
    expect(reports(checkFormulas([createPage('dist/a.html', 'a.html', html, [])]))).toEqual([
      'dist/a.html:2: KaTeX rejected a formula: Expected }',
    ])
  })
})
