import type { Locator } from '@playwright/test'

/** Clicks a button and waits for words that show for a moment only: the wait begins before the click. */
export async function clickAndSee(button: Locator, words: Locator): Promise<void> {
  await Promise.all([words.waitFor(), button.click()])
}
