import { expect, test, type Locator, type Page } from '@playwright/test'
import { axeFaults } from './support/axe.ts'
import { htmlOf, paths, SAMPLE } from './support/pages.ts'
import { thorough } from './support/thorough.ts'
import { swipe } from './support/touch.ts'

/* A figure comes to the sentence that links to it: the reader's line stays where it is. */

const touch = { tag: '@touch' }

const figure = (page: Page, id = 'geometry') => page.locator(`#${id}`)
const solution = (page: Page) => figure(page).locator('[data-readout="w"] dd')
const linkTo = (page: Page, text: string) => page.getByRole('link', { name: text, exact: true })
const lineOf = (link: Locator) => link.evaluate((element) => element.getBoundingClientRect().top)
const address = (page: Page) => page.url().replace(/^.*\/sample\//, '')
const scroll = (page: Page) => page.evaluate(() => Math.round(scrollY))

/** Scrolls a link to some height of the window, a share from its top, once the page has its true height. */
async function bring(link: Locator, share: number) {
  await expect(link.page().locator('[data-later]:not([data-later="done"])')).toHaveCount(0)
  await link.evaluate(async (element, at) => {
    await document.fonts.ready
    scrollBy(0, element.getBoundingClientRect().top - at * innerHeight)
  }, share)
}

test('a link opens its figure beside the text, and every way back leads to the same line', async ({
  page,
}) => {
  // A heading in the address is no reason to go there.
  await page.goto(`${SAMPLE}#exercises`)
  const link = linkTo(page, 'λ = 0.3')
  await bring(link, 0.5)
  const line = await lineOf(link)
  const isSame = async () => expect(await lineOf(link)).toBeCloseTo(line, 0)
  const ways = {
    escape: () => page.keyboard.press('Escape'),
    button: () => page.getByRole('button', { name: 'Back to the text' }).click(),
    back: () => page.goBack(),
  }
  for (const go of Object.values(ways)) {
    await link.click()
    await expect(figure(page)).toHaveAttribute('data-docked', 'dock')
    await expect(solution(page)).toHaveText('(1.686, 0.386)')
    expect(address(page)).toBe('?geometry.lambda=0.3#geometry')
    await isSame()
    const [dock, text] = [figure(page), page.locator('.sl-markdown-content')]
    const right = await text.evaluate((element) => element.getBoundingClientRect().right)
    expect((await dock.boundingBox())!.x).toBeGreaterThan(right)
    await go()
    await expect(figure(page)).not.toHaveAttribute('data-docked')
    await isSame()
    await expect(link).toBeFocused()
    await expect.poll(() => address(page)).toBe('#exercises')
    await isSame()
  }
  await expect(solution(page)).toHaveText('(1.140, 0.000)')
})

test('an opened figure is a region that can be dragged, read and left by keyboard', async ({
  page,
}) => {
  await page.goto(SAMPLE)
  const link = linkTo(page, 'λ = 0.3')
  await bring(link, 0.5)
  await link.focus()
  await page.keyboard.press('Enter')
  const region = page.getByRole('complementary', { name: /^Where the contours meet/ })
  await expect(region).toBeFocused()
  await expect(region.locator('.figure-card > [data-said]')).toContainText('no weight is zero')

  const grip = region.locator('.figure-grip')
  const box = (await grip.boundingBox())!
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x - 20, y - 20, { steps: 5 })
  await page.mouse.up()
  await expect.poll(() => address(page)).toMatch(/^\?geometry\.lambda=0\.3&geometry\.optimum=1\./)

  // Another state, and another figure, in the same place: still one step from the text.
  const other = linkTo(page, 'λ = 2 on the circle')
  const line = await lineOf(other)
  await other.click()
  await expect(solution(page)).not.toHaveText('(1.686, 0.386)')
  await linkTo(page, 'a path').click()
  await expect(figure(page, 'path')).toHaveAttribute('data-docked', 'dock')
  await expect(figure(page)).not.toHaveAttribute('data-docked')
  expect(await lineOf(other)).toBeCloseTo(line, 0)
  await page.goBack()
  await expect(figure(page, 'path')).not.toHaveAttribute('data-docked')
  expect(address(page)).toBe('')
  expect(await lineOf(other)).toBeCloseTo(line, 0)

  await other.click()
  await expect(figure(page)).toHaveAttribute('data-docked', 'dock')
  expect(await axeFaults(page, { within: '#geometry' })).toEqual([])
})

test('a figure that is in view takes the state where it is', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 1200 })
  await page.goto(SAMPLE)
  const link = linkTo(page, 'step')
  await bring(link, 0.95)
  const line = await lineOf(link)
  await link.click()
  await expect(figure(page, 'adamw').locator('[data-control="step"]')).toBeVisible()
  await expect(figure(page, 'adamw')).not.toHaveAttribute('data-docked')
  expect(address(page)).toBe('?adamw.step=1000#adamw')
  expect(await lineOf(link)).toBeCloseTo(line, 0)
})

test('pointing at a link, or the focus on it, shows its state in small', async ({ page }) => {
  await page.goto(SAMPLE)
  const link = linkTo(page, 'λ = 0.3')
  await bring(link, 0.5)
  const peek = page.locator('.figure-peek')
  await link.hover()
  await expect(peek.locator('svg ellipse').first()).toBeVisible()
  await expect(peek).toContainText('no weight is zero')
  await page.keyboard.press('Escape')
  await expect(peek).toHaveCount(0)
  await page.mouse.move(0, 0)
  await page.keyboard.press('Tab')
  await link.focus()
  await expect(peek).toBeVisible()
  await expect(link).toHaveAccessibleDescription(/no weight is zero/)
  await link.press('Enter')
  await expect(figure(page)).toHaveAttribute('data-docked', 'dock')
  await expect(peek).toHaveCount(0)
})

test('loaded anew, printed or in the other language, the figure is in its place', async ({
  page,
}) => {
  await page.goto(SAMPLE)
  const link = linkTo(page, 'λ = 0.3')
  await bring(link, 0.5)
  await link.click()
  await expect(figure(page)).toHaveAttribute('data-docked', 'dock')
  await page.emulateMedia({ media: 'print' })
  await expect(figure(page)).not.toHaveAttribute('data-docked')
  await page.emulateMedia({ media: 'screen' })
  await expect(figure(page)).toHaveAttribute('data-docked', 'dock')
  await page.reload()
  await expect(figure(page)).toBeInViewport()
  await expect(solution(page)).toHaveText('(1.686, 0.386)')
  await page
    .getByRole('link', { name: '中文', exact: true })
    .filter({ visible: true })
    .first()
    .click()
  await page.waitForURL('**/zh/sample/?geometry.lambda=0.3#geometry')
  await expect(figure(page)).toBeInViewport()
})

test('a figure of one panel is moved in the text, and leads to the whole figure', async ({
  page,
}) => {
  await page.goto(SAMPLE)
  const small = figure(page, 'geometry-corner')
  await small.scrollIntoViewIfNeeded()
  await expect(small).toHaveAttribute('data-live', '')
  await small.locator('input[type="number"]').fill('0.3')
  await expect(small.locator('[data-caption]')).toHaveText(/no weight is zero\.$/)
  await expect.poll(() => address(page)).toBe('?geometry-corner.lambda=0.3')
  await small.locator('.figure-grip').press('ArrowUp')
  await expect.poll(() => address(page)).toMatch(/&geometry-corner\.optimum=1\.9,0\.7$/)
  await small.getByRole('link', { name: 'The whole figure' }).click()
  await expect(figure(page)).toHaveAttribute('data-docked', 'dock')
  expect(address(page)).toBe('?geometry.lambda=0.3&geometry.optimum=1.9,0.7#geometry')
  const still = figure(page, 'geometry-circle')
  await expect(still.locator('.figure-caption')).toHaveText('The circle has no corners.')
  await expect(still.locator('.figure-grip')).toHaveCount(0)
})

test('a figure opens with a few controls; the others come when the text gets to them', async ({
  page,
}) => {
  await page.goto(SAMPLE)
  const adamw = figure(page, 'adamw')
  const correlation = adamw.locator('[data-control="correlation"]')
  await adamw.scrollIntoViewIfNeeded()
  await expect(adamw).toHaveAttribute('data-live', '')
  await expect(adamw.locator('[data-control="lambda"]')).toBeVisible()
  await expect(correlation).toBeHidden()
  await expect(adamw).toHaveAttribute('data-untouched')
  await adamw.locator('.figure-grip').press('ArrowUp')
  await expect(adamw).not.toHaveAttribute('data-untouched')
  await adamw.getByText('More controls').click()
  await expect(correlation).toBeVisible()
  await adamw.getByText('More controls').click()

  const link = linkTo(page, 'correlation')
  await page.evaluate(() => scrollTo(0, 0))
  await link.evaluate((element) => element.scrollIntoView({ block: 'start' }))
  await link.click()
  await expect(correlation).toBeVisible()
})

test(
  'on a phone the figure comes in a sheet below the line, and Back closes it',
  touch,
  async ({ page }) => {
    await page.goto(SAMPLE)
    const link = linkTo(page, 'λ = 0.3')
    await bring(link, 0.2)
    const line = await lineOf(link)
    await link.tap()
    await expect(figure(page)).toHaveAttribute('data-docked', 'sheet')
    await expect(solution(page)).toHaveText('(1.686, 0.386)')
    expect(await lineOf(link)).toBeCloseTo(line, 0)
    const sheet = (await figure(page).boundingBox())!
    expect(sheet.y).toBeGreaterThan(line + 40)
    const picture = (await figure(page).locator('.figure-stage svg').first().boundingBox())!
    expect(picture.y).toBeGreaterThanOrEqual(sheet.y)
    expect(picture.y + picture.height).toBeLessThanOrEqual(sheet.y + sheet.height + 1)
    const button = (await page.getByRole('button', { name: 'Back to the text' }).boundingBox())!
    expect(button.height).toBeGreaterThanOrEqual(44)
    await expect(page.locator('.figure-peek')).toHaveCount(0)

    const before = await scroll(page)
    await swipe(page, figure(page).locator('.figure-grip'), -10, -30)
    await expect.poll(() => address(page)).toContain('geometry.optimum=')
    expect(await scroll(page)).toBe(before)
    await page.goBack()
    await expect(figure(page)).not.toHaveAttribute('data-docked')
    // To the pixel, here and below: a phone scrolls by whole ones.
    expect(Math.abs((await lineOf(link)) - line)).toBeLessThan(1.5)

    // A line that the sheet would cover rises just above it, and comes back down.
    await bring(link, 0.9)
    const low = await lineOf(link)
    await link.tap()
    await expect(figure(page)).toHaveAttribute('data-docked', 'sheet')
    const top = (await figure(page).boundingBox())!.y
    await expect.poll(() => lineOf(link)).toBeLessThan(top - 40)
    await page.getByRole('button', { name: 'Back to the text' }).tap()
    await expect(figure(page)).not.toHaveAttribute('data-docked')
    expect(Math.abs((await lineOf(link)) - low)).toBeLessThan(1.5)
  },
)

if (thorough) {
  for (const path of paths.filter((path) => htmlOf(path).includes('class="state-link"'))) {
    test(`no link to a state moves the line of its reader: ${path}`, async ({ page }) => {
      await page.goto(path)
      const links = page.locator('a.state-link[href^="?"]')
      for (const link of await links.all()) {
        if (!(await link.isVisible())) continue
        await bring(link, 0.5)
        const line = await lineOf(link)
        const href = await link.getAttribute('href')
        await link.click()
        await expect.poll(() => new URL(page.url()).search + new URL(page.url()).hash).toBe(href)
        expect(await lineOf(link), href!).toBe(line)
        await page.keyboard.press('Escape')
        await expect(page.locator('[data-docked]')).toHaveCount(0)
        // The browser goes back, and the figure to its state, a little later.
        await page.evaluate(() => new Promise((done) => setTimeout(done, 400)))
        expect(await lineOf(link), href!).toBe(line)
      }
    })
  }
}
