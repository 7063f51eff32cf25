/* What a page may weigh before the reader touches anything, and that it stands still while it comes. */
import { expect, test, type Page } from '@playwright/test'
import { serve } from '../bench/pages/serve.ts'
import { weigh } from '../bench/pages/weight.ts'
import { base, folder } from '../src/commands/testSite.mjs'
import { followRequests } from './support/followRequests.ts'
import { EMBED, paths, SAMPLE } from './support/pages.ts'
import { thorough } from './support/thorough.ts'

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

/** The languages take turns, as their pages are laid out alike. */
const visits = [
  { width: 1280, pages: thorough ? course : course.filter((path) => path.startsWith('en')) },
  { width: 375, pages: thorough ? course : course.filter((path) => path.startsWith('zh')) },
].flatMap(({ width, pages }) => {
  const half = Math.ceil(pages.length / 2)
  return [pages.slice(0, half), pages.slice(half)].map((pages) => ({ width, pages }))
})

for (const { width, pages } of visits) {
  test(`pages stand still while they come over a slow line, ${width} px wide, from ${pages[0]} on`, async ({
    page,
  }) => {
    const server = await serve(folder, base, 15)
    await page.setViewportSize({ width, height: 800 })
    await page.addInitScript(() => {
      const moved: string[] = []
      Object.assign(globalThis, { moved })
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
          const { value, sources } = entry as PerformanceEntry & {
            value: number
            sources: { node: Node | null }[]
          }
          // Less than a line moved by a pixel.
          if (value < 0.001) continue
          const names = sources.map(({ node }) => (node as Element | null)?.outerHTML?.slice(0, 80))
          moved.push(`${value.toFixed(4)}: ${names.join(', ')}`)
        }
      }).observe({ type: 'layout-shift', buffered: true })
    })
    const untilLoaded = followRequests(page)
    const shifts: string[] = []
    for (const path of pages) {
      await page.goto(server.address + path)
      await untilLoaded()
      shifts.push(...(await movedOn(page)).map((moved) => `${path} ${moved}`))
    }
    server.close()
    expect(shifts).toEqual([])
  })
}

function movedOn(page: Page): Promise<string[]> {
  return page.evaluate(() => (globalThis as unknown as { moved: string[] }).moved)
}
