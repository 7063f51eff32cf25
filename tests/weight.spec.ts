/* What a page may weigh before the reader touches anything. */
import { expect, test } from '@playwright/test'
import { weigh } from '../bench/pages/weight.ts'
import { base, folder } from '../src/commands/testSite.mjs'
import { EMBED, paths, SAMPLE } from './support/pages.ts'

const course = paths.filter((path) => path !== '404.html' && !path.endsWith(SAMPLE.slice(3)))

/** What a page may weigh: bytes as sent, and elements. */
const light = { html: 52_000, fonts: 35_000, total: 110_000, elements: 6_500 }

test('every page is light', () => {
  const tooHeavy = course.flatMap((path) => {
    const weight = weigh(folder, base, path)
    return Object.entries(light)
      .filter(([part, limit]) => weight[part as keyof typeof light] > limit)
      .map(([part, limit]) => `${path} ${part}: ${weight[part as keyof typeof light]} > ${limit}`)
  })
  expect(tooHeavy).toEqual([])
})

test('a figure alone, as other sites frame it, is lighter still', () => {
  const { html, total } = weigh(folder, base, EMBED)
  expect(html).toBeLessThan(8_000)
  expect(total).toBeLessThan(55_000)
})
