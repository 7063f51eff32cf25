import type { Browser } from '@playwright/test'

/** What a reader with a slow phone meets when opening a page. */
export interface Load {
  /** Until the largest part of the first screen is painted, in ms. */
  largestPaint: number
  /** What tasks take beyond 50 ms after the first paint: the time in which a touch would wait, in ms. */
  blocking: number
  /** How much of the screen moved how far. */
  shift: number
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
  await page.goto(address, { waitUntil: 'networkidle', timeout: 120_000 })
  const load = await page.evaluate(() => (globalThis as unknown as { loaded: Load }).loaded)
  await context.close()
  return load
}

/** Runs in the page: gathers its paints, long tasks and shifts. */
function observe() {
  const loaded = { largestPaint: 0, blocking: 0, shift: 0 }
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
  on('largest-contentful-paint', ({ startTime }) => (loaded.largestPaint = startTime))
  on('longtask', ({ startTime, duration }) => {
    const end = startTime + duration
    if (end > firstPaint) loaded.blocking += Math.max(0, end - Math.max(startTime + 50, firstPaint))
  })
  on('layout-shift', (entry) => {
    loaded.shift += (entry as PerformanceEntry & { value: number }).value
  })
}
