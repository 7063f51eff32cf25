import { expect, test, type Page } from '@playwright/test'
import { SAMPLE } from './support/pages.ts'

/* A set of points in the reader's hands, on the figure `overfitting`. */

const figure = (page: Page) => page.locator('#overfitting')
const grips = (page: Page) => figure(page).locator('.figure-grip')
const points = (page: Page) =>
  new URL(page.url()).searchParams.get('overfitting.points')?.split(';') ?? []

async function open(page: Page) {
  await page.goto(SAMPLE)
  await figure(page).scrollIntoViewIfNeeded()
  await expect(figure(page)).toHaveAttribute('data-live', '')
}

test('a point can be dragged, and the fit follows', async ({ page }) => {
  await open(page)
  const slope = figure(page).locator('[data-readout] dd').nth(1)
  const before = await slope.textContent()
  const grip = grips(page).nth(4)
  await grip.scrollIntoViewIfNeeded()
  const box = (await grip.boundingBox())!
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x, y - 80, { steps: 4 })
  await page.mouse.up()
  await expect(slope).not.toHaveText(before!)
  await expect.poll(() => points(page).length).toBeGreaterThan(3)
})

test('points are moved, removed and added with the keyboard, and a reload keeps them', async ({
  page,
}) => {
  await open(page)
  const count = await grips(page).count()
  await grips(page).first().focus()
  await page.keyboard.press('PageDown')
  await expect(grips(page).nth(1)).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Delete')
  await expect(grips(page)).toHaveCount(count - 1)
  await figure(page).getByRole('button', { name: 'Add a point' }).click()
  await figure(page).getByRole('button', { name: 'Add a point' }).click()
  await expect(grips(page)).toHaveCount(count + 1)
  await expect.poll(() => points(page).length).toBe(count + 1)
  await page.reload()
  await figure(page).scrollIntoViewIfNeeded()
  await expect(grips(page)).toHaveCount(count + 1)
})

test('a point can be typed', async ({ page }) => {
  await open(page)
  await figure(page).getByText('Points as numbers').click()
  const height = figure(page).locator('[data-rows] tr:nth-child(1) input').nth(1)
  await height.fill('0.75')
  await expect.poll(() => points(page)[0]).toMatch(/,0\.75$/)
})
