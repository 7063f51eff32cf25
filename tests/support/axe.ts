import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

interface Options {
  /** Selector of the part of the page that is checked; the whole page by default. */
  within?: string
  /** Whether the rule that depends on colours is tried; by default it is. */
  colours?: boolean | 'alone'
}

/** The rule that depends on colours. */
const CONTRAST = ['color-contrast']

/**
 * Faults in the accessibility of a page, or of a part of it. The page is of no use afterwards: formulas are a letter each,
 * as they have the colour of the text around them, code has each of its colours once, pictures are empty, and what stands
 * beside the part is gone. Most of the time would go into elements that no rule looks at.
 */
export async function axeFaults(
  page: Page,
  { within, colours = true }: Options = {},
): Promise<string[]> {
  await page.evaluate((within) => {
    // Handles are seen only under a pointer.
    for (const handle of document.querySelectorAll<HTMLElement>('.handle')) {
      handle.style.opacity = '1'
    }
    for (const formula of document.querySelectorAll('.katex')) formula.textContent = 'w'
    for (const picture of document.querySelectorAll('.figure-stage svg')) picture.replaceChildren()
    const colours = new Set<string>()
    for (const token of document.querySelectorAll<HTMLElement>('pre .line span')) {
      const colour = `${token.className} ${token.style.cssText} ${token.closest('pre')!.className}`
      if (colours.has(colour)) token.replaceWith(token.textContent)
      else colours.add(colour)
    }
    let part = within === undefined ? null : document.querySelector(within)
    for (; part && part !== document.body; part = part.parentElement) {
      for (const sibling of [...(part.parentElement?.children ?? [])]) {
        if (sibling !== part && !sibling.matches('style, script, link')) sibling.remove()
      }
    }
  }, within)
  const checks = new AxeBuilder({ page })
    // A page that was only opened has no frames, and only what is wrong is read: a third of the time.
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
  if (within) checks.include(within)
  if (!colours) checks.disableRules(CONTRAST)
  else if (colours === 'alone') checks.withRules(CONTRAST)
  const { violations } = await checks.analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target}: ${failureSummary}`),
  )
}

/** The same in the light theme, and then in the dark one those that depend on colours. */
export async function axeFaultsInBothThemes(page: Page, options: Options = {}): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  const faults = await axeFaults(page, options)
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
  return [...faults, ...(await axeFaults(page, { ...options, colours: 'alone' }))]
}
