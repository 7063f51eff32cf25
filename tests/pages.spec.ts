/* What holds for every page of the site. */
import AxeBuilder from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'
import { paths } from './support/pages.ts'
import { scrollThrough } from './support/scrollThrough.ts'
import { watch } from './support/watch.ts'

test('there are pages to test', () => {
  expect(paths).toContain('en/')
  expect(paths).toContain('zh/')
})

for (const path of paths) {
  test.describe(path, () => {
    test('keeps its console silent, its policy unbroken and its requests at home', async ({
      page,
      isMobile,
    }) => {
      test.skip(isMobile, 'Requests do not depend on the width.')
      const faults = watch(page)
      await page.goto(path)
      await scrollThrough(page)
      await page.waitForLoadState('networkidle')
      expect(faults).toEqual([])
      await expect(page.locator('meta[http-equiv="content-security-policy"]')).toHaveCount(1)
    })

    for (const colorScheme of ['light', 'dark'] as const) {
      test(`is accessible in ${colorScheme}`, async ({ page, isMobile }) => {
        const isTranslation = !path.startsWith('en/')
        test.skip(
          colorScheme === 'dark' && (isMobile || isTranslation),
          'Colours depend neither on the width nor on the language.',
        )
        test.skip(isMobile && isTranslation, 'A narrow page has the same parts in both languages.')
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
        await page.goto(path)
        await scrollThrough(page)
        await page.waitForLoadState('networkidle')
        expect(await lightnessOfPaper(page)).toBe(colorScheme)
        // Formulas take most of the time, and have the colour of the text around them.
        const checks = new AxeBuilder({ page })
          .exclude('.katex')
          // A page that was only opened has no frames, and only what is wrong is read: a third of the time.
          .setLegacyMode()
          .options({ resultTypes: ['violations'] })
        // Contrast is all that a dark page can have of its own.
        if (colorScheme === 'dark') checks.withRules(['color-contrast'])
        else if (isMobile || isTranslation) checks.disableRules(['color-contrast'])
        const { violations } = await checks.analyze()
        const found = violations.flatMap(({ id, nodes }) =>
          nodes.map(({ target, failureSummary }) => `${id}: ${target}: ${failureSummary}`),
        )
        expect(found).toEqual([])
      })
    }

    test('fits the width of the window', async ({ page }) => {
      await page.goto(path)
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect(overflow).toBeLessThanOrEqual(0)
    })
  })
}

/** Whether the ground on which a page is set is light or dark. */
function lightnessOfPaper(page: Page): Promise<'light' | 'dark'> {
  return page.evaluate(() => {
    const context = document.createElement('canvas').getContext('2d')!
    context.fillStyle = getComputedStyle(document.body).backgroundColor
    context.fillRect(0, 0, 1, 1)
    return context.getImageData(0, 0, 1, 1).data[1] > 127 ? 'light' : 'dark'
  })
}
