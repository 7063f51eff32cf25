/* A program in several libraries: its tabs, and what is left of them without JavaScript. */
import { expect, test, type Locator } from '@playwright/test'
import { SAMPLE } from './support/pages.ts'
import { watch } from './support/watch.ts'

const selected = (groups: Locator) => groups.locator('[role=tab][aria-selected=true]')

test('an arrow key turns to the next library, everywhere on the page and on the next page', async ({
  page,
}) => {
  const faults = watch(page)
  await page.goto(SAMPLE)
  const groups = page.locator('.programs').filter({ hasText: 'glmnet' })
  expect(await groups.count()).toBeGreaterThan(1)
  await groups.first().getByRole('tab', { name: 'shrinkage' }).focus()
  await page.keyboard.press('ArrowRight')
  for (const tab of await selected(groups).all()) await expect(tab).toHaveText('scikit-learn')
  await expect(groups.first().getByRole('tabpanel')).toContainText('from sklearn')

  await page.goto('zh/sample/')
  await expect(selected(page.locator('.programs')).first()).toHaveText('scikit-learn')
  expect(faults).toEqual([])
})

test('a tab that is chosen stays where it is, however tall its program', async ({ page }) => {
  await page.goto(SAMPLE)
  const last = page.locator('.programs').last()
  await last.scrollIntoViewIfNeeded()
  const before = (await last.boundingBox())!.y
  await last.getByRole('tab', { name: 'PyTorch' }).click()
  expect(Math.abs((await last.boundingBox())!.y - before)).toBeLessThan(2)
})

test('the cell shows the numbers that the other libraries printed', async ({ page }) => {
  await page.goto(SAMPLE)
  const group = page.locator('.programs').last()
  await group.getByRole('button', { name: 'Run' }).click()
  const intercept = /intercept (2\.478386\d*)/
  await expect(group.locator('[data-output]')).toContainText(intercept)
  for (const recording of await group.locator('.recording pre').all()) {
    expect(await recording.textContent()).toMatch(intercept)
  }
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('all programs stand one below the other, each under the name of its library', async ({
    page,
  }) => {
    await page.goto('zh/sample/')
    const group = page.locator('.programs').first()
    await expect(group.locator('pre.code-block')).toHaveCount(3)
    for (const code of await group.locator('pre.code-block').all()) await expect(code).toBeVisible()
    for (const name of ['shrinkage', 'scikit-learn', 'glmnet']) {
      await expect(group.locator('.library', { hasText: name })).toBeVisible()
    }
    await expect(group.locator('[role=tab]').first()).toBeHidden()
  })
})
