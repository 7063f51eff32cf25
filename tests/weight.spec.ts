/* What a page may weigh before the reader touches anything, and that it stands still while it loads. */
import { expect, test } from '@playwright/test'
import { weigh } from '../bench/pages/weight.ts'
import { base, folder } from '../src/commands/testSite.mjs'
import { paths } from './support/pages.ts'

for (const path of paths.filter((each) => each !== '404.html' && !each.includes('sample'))) {
  test(`${path} is light`, () => {
    const weight = weigh(folder, base, path)
    console.log(path, Object.values(weight).join(' '))
    expect.soft(weight.html).toBeLessThanOrEqual(60_000)
    expect.soft(weight.fonts).toBeLessThanOrEqual(35_000)
    expect.soft(weight.total).toBeLessThanOrEqual(110_000)
    expect.soft(weight.elements).toBeLessThanOrEqual(9_000)
  })
}
