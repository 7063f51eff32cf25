import type { Browser } from '@playwright/test'

/** What a reader with a slow phone meets when opening a page. */
export interface Load {
  /** Until the largest part of the first screen is painted, in ms. */
  largestPaint: number
  /** What tasks take beyond 50 ms after the first paint: the time in which a touch would wait, in ms. */
  blocking: number
  /** How much of the screen moved how far. */
  shift: number
  /** The element that was painted last and largest, as a CSS selector. */
  largest: string
}

const PHONE = { width: 390, height: 844 }

/** Slow 4G, as Lighthouse has it. */
const NETWORK = {
  offline: false,
  latency: 150,
  downloadThroughput: (1.6e6 / 8) * 0.9,
  uploadThroughput: (750e3 / 8) * 0.9,
}

/**
 * Opens a page on a processor slowed down four times and a slow mobile network, with nothing cached.
 *
 * @param address the address of the page
 */
export async function loadPage(browser: Browser, address: string): Promise<Load> {
  const context = await browser.newContext({ viewport: PHONE, deviceScaleFactor: 2 })
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.emulateNetworkConditions', NETWORK)
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  await page.addInitScript(observe)
  await page.goto(address, { timeout: 60_000 })
  await page.evaluate(quiet)
  const load = await page.evaluate(() => (globalThis as unknown as { loaded: Load }).loaded)
  await context.close()
  return load
}

// The functions below run in the page.

/** Resolves once nothing has been loaded and the page has been at rest for a while. */
async function quiet() {
  const begin = performance.now()
  const latest = () =>
    Math.max(
      begin,
      ...performance
        .getEntriesByType('resource')
        .map(({ startTime, duration }) => startTime + duration),
    )
  do await new Promise((resolve) => setTimeout(() => requestIdleCallback(resolve), 100))
  while (performance.now() - latest() < 300)
}

/** Gathers the paints, long tasks and shifts of the page. */
function observe() {
  const loaded = { largestPaint: 0, blocking: 0, shift: 0, largest: '' }
  Object.assign(globalThis, { loaded })
  const on = (type: string, take: (entry: PerformanceEntry) => void) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({
      type,
      buffered: true,
    })
  let firstPaint = Infinity
  on('paint', ({ name, startTime }) => {
    if (name === 'first-contentful-paint') firstPaint = startTime
  })
  on('largest-contentful-paint', (entry) => {
    const { element } = entry as PerformanceEntry & { element: Element | null }
    loaded.largestPaint = entry.startTime
    loaded.largest = element ? [element.localName, ...element.classList].join('.') : ''
  })
  on('longtask', ({ startTime, duration }) => {
    const end = startTime + duration
    if (end > firstPaint) loaded.blocking += Math.max(0, end - Math.max(startTime + 50, firstPaint))
  })
  on('layout-shift', (entry) => {
    loaded.shift += (entry as PerformanceEntry & { value: number }).value
  })
}
