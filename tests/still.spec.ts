/* That every page stands still while it comes. */
import { expect, test, type Page } from '@playwright/test'
import { serve } from '../bench/pages/serve.ts'
import { base, folder } from '../src/commands/testSite.mjs'
import { paths, SAMPLE } from './support/pages.ts'

const course = paths.filter((path) => path !== '404.html' && !path.endsWith(SAMPLE.slice(3)))

for (const width of [1280, 375]) {
  test(`every page stands still while it comes over a slow line, ${width} px wide`, async ({
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
          const names = sources.map(({ node }) => (node as Element | null)?.outerHTML?.slice(0, 80))
          moved.push(`${value.toFixed(4)}: ${names.join(', ')}`)
        }
      }).observe({ type: 'layout-shift', buffered: true })
    })
    const shifts: string[] = []
    for (const path of course) {
      await page.goto(server.address + path, { waitUntil: 'networkidle' })
      shifts.push(...(await movedOn(page)).map((moved) => `${path} ${moved}`))
    }
    server.close()
    expect(shifts).toEqual([])
  })
}

function movedOn(page: Page): Promise<string[]> {
  return page.evaluate(() => (globalThis as unknown as { moved: string[] }).moved)
}
