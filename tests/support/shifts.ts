import type { Page } from '@playwright/test'

/**
 * Watches for elements that move while a page comes. Call it before the page opens.
 *
 * @returns tells what has moved on the page since, and how far, as the browser measures it
 */
export async function watchShifts(page: Page): Promise<() => Promise<string[]>> {
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
  return () => page.evaluate(() => (globalThis as unknown as { moved: string[] }).moved)
}
