/* Terms of the glossary, on its page and where a chapter first uses them. */
import { expect, test, type Page } from '@playwright/test'
import { watch } from './support/watch.ts'

const term = (page: Page) => page.locator('main a[data-term="cross-validation"]')
const card = (page: Page) => page.locator('.popup')

test('a term shows its definition to a pointer, which may go over to it', async ({ page }) => {
  const faults = watch(page)
  await page.goto('en/overfitting/')
  await term(page).hover()
  await expect(card(page)).toContainText(/^cross-validation 交叉验证Splits the data into folds/)
  await card(page).getByRole('link', { name: 'Glossary' }).hover()
  await page.waitForTimeout(600) // longer than the card stays without a pointer
  await expect(card(page)).toBeVisible()
  await page.locator('h1').hover()
  await expect(card(page)).toHaveCount(0)
  expect(faults).toEqual([])
})

test('a term shows its definition to the keyboard, and Escape closes it', async ({ page }) => {
  await page.goto('zh/overfitting/')
  const link = term(page)
  await page.keyboard.press('Tab') // from here on, focus is that of a keyboard
  await link.focus()
  await expect(link).toHaveAccessibleDescription(/^把数据分成若干折/)
  await page.keyboard.press('Tab')
  await expect(card(page).getByRole('link', { name: '怎样选 λ' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(card(page)).toHaveCount(0)
  await expect(link).toBeFocused()
})

test.describe('on a touchscreen', () => {
  test.use({ hasTouch: true, viewport: { width: 375, height: 800 } })

  test('a first tap shows the definition, with a link to the glossary', async ({ page }) => {
    await page.goto('en/overfitting/')
    await term(page).tap()
    await expect(card(page)).toBeVisible()
    const { x, width } = (await card(page).boundingBox())!
    expect(x).toBeGreaterThanOrEqual(0)
    expect(x + width).toBeLessThanOrEqual(375)
    await card(page).getByRole('link', { name: 'Glossary' }).tap()
    await expect(page).toHaveURL(/\/en\/glossary\/#cross-validation$/)
    await expect(page.locator('#cross-validation')).toBeInViewport()
  })
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a term is a link to the glossary', async ({ page }) => {
    await page.goto('zh/overfitting/')
    await term(page).click()
    await expect(page.locator('#cross-validation dfn')).toHaveText('交叉验证')
  })
})

test('the glossary has the same terms in both languages, each in its own order', async ({
  page,
}) => {
  const idsIn = async (language: string) => {
    await page.goto(`${language}/glossary/`)
    return page.locator('dl > [id]').evaluateAll((entries) => entries.map(({ id }) => id))
  }
  const [en, zh] = [await idsIn('en'), await idsIn('zh')]
  expect(en.slice(0, 2)).toEqual(['adamw', 'adaptive-lasso'])
  expect(zh.slice(0, 3)).toEqual(['adamw', 'bayesian-lasso', 'closed-form'])
  expect(zh.toSorted()).toEqual(en.toSorted())
})
