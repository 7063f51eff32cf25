import type { Page } from '@playwright/test'

/** Scrolls a page to its end, so that all that loads when the reader comes near it does so. */
export async function scrollThrough(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let y = 0; y < document.body.scrollHeight; y += innerHeight) {
      scrollTo(0, y)
      await new Promise(requestAnimationFrame)
    }
  })
}
