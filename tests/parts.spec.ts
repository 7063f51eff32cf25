/* Links to the parts of a page, what they show in place, and what is copied. */
import { expect, test } from '@playwright/test'
import { SAMPLE } from './support/pages.ts'
import { watch } from './support/watch.ts'

test.use({ permissions: ['clipboard-read', 'clipboard-write'] })

test('numbers of equations and citations show what they name; handles and selections are copied', async ({
  page,
}) => {
  const faults = watch(page)
  await page.goto(SAMPLE)
  const popup = page.locator('.popup')
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText())

  await page.getByRole('link', { name: '(9.1)', exact: true }).hover()
  await expect(popup.locator('.katex-display')).toBeVisible()
  await expect(popup).toContainText('States')
  await page.keyboard.press('Escape')
  await expect(popup).toHaveCount(0)

  await page.keyboard.press('Tab') // from here on, focus is that of a keyboard
  await page.getByRole('link', { name: 'Tibshirani (1996)' }).focus()
  await expect(popup).toContainText('Regression shrinkage and selection')
  await page.keyboard.press('Escape')

  await page.locator('.equation').hover()
  await page.getByRole('link', { name: 'Link to (9.1)' }).click()
  await expect(popup.getByRole('status')).toHaveText('Link copied')
  expect(await clipboard()).toMatch(/\/en\/sample\/#eq-9-1$/)
  await popup.getByRole('button', { name: 'Copy TeX' }).click()
  await expect.poll(clipboard).toBe('\\frac{d}{dw} w^2 = 2w\n\\tag{9.1}')

  await page.getByRole('link', { name: 'Link to “Shapes”' }).press('Enter')
  await popup.getByRole('button', { name: 'Copy as Markdown' }).click()
  await expect.poll(clipboard).toContain('| L2   | $\\lVert w \\rVert_2^2 = \\sum_j w_j^2$')
  expect(await clipboard()).toMatch(/^## Shapes\n.*\/en\/sample\/#shapes>\n$/s)

  await page.evaluate(() => {
    const names = document.querySelector('#eq-9-1')!
    const range = new Range()
    range.setStartBefore(names.previousElementSibling!)
    range.setEndAfter(names.nextElementSibling!)
    getSelection()!.removeAllRanges()
    getSelection()!.addRange(range)
  })
  await page.keyboard.press('ControlOrMeta+c')
  expect(await clipboard()).toBe(
    'By (9.1) the slope of $w^2$ at zero is $0$, and not $\\lambda$.\n\n' +
      '$$\n\\frac{d}{dw} w^2 = 2w\n\\tag{9.1}\n$$\n\n' +
      'The name of the lasso comes from Tibshirani (1996).',
  )
  expect(faults).toEqual([])
})

test('what is folded on screen is open on paper, without what can be pressed, and fills its pages', async ({
  page,
}) => {
  await page.goto(SAMPLE)
  await page.emulateMedia({ media: 'print' })
  await expect(
    page.getByText('The slope of w').or(page.locator('.derivation p')).first(),
  ).toBeVisible()
  await expect(page.getByText('Add the number to itself.')).toBeVisible()
  await expect(page.locator('#sample-quiz').getByText('The circle has no corners.')).toBeVisible()
  expect(await page.locator('button, input[type="range"]').filter({ visible: true }).count()).toBe(
    0,
  )
  const options = page.locator('#geometry .figure-options').first().locator('label')
  await expect(options.filter({ visible: true })).toHaveText(['Shaped by hand'])

  // What may not be divided leaves up to its height empty at the foot of a page.
  const paper = { width: 680, height: 986 }
  await page.setViewportSize(paper)
  const high = await page.evaluate(
    (most) =>
      [...document.querySelectorAll('.sl-markdown-content *')]
        .filter((part) => getComputedStyle(part).breakInside === 'avoid')
        .map((part) => ({ part: part.className, height: part.getBoundingClientRect().height }))
        .filter(({ height }) => height > most),
    0.4 * paper.height,
  )
  expect(high).toEqual([])
})
