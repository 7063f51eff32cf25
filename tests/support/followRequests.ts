import type { Page, Request } from '@playwright/test'

/** How long nothing must be under way, in ms. */
const QUIET = 500

/**
 * Follows the requests of a page from now on, and gives a function that waits until none has been under way for half a
 * second. Playwright's own `networkidle` never comes in every third visit with the headless shell.
 */
export function followRequests(page: Page): () => Promise<void> {
  const open = new Set<Request>()
  let last = Date.now()
  const end = (request: Request) => {
    open.delete(request)
    last = Date.now()
  }
  page.on('request', (request) => open.add(request))
  page.on('requestfinished', end)
  page.on('requestfailed', end)
  return async () => {
    while (open.size > 0 || Date.now() - last < QUIET) await page.waitForTimeout(QUIET / 10)
  }
}
