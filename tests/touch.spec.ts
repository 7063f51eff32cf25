/* On a phone: what fingers do, by taps and swipes as a touch screen reports them. */
import { expect, test, type Page } from '@playwright/test'
import { usualCell } from './support/cells.ts'
import { SAMPLE } from './support/pages.ts'
import { swipe } from './support/touch.ts'

const touch = { tag: '@touch' }

const figure = (page: Page, id: string) => page.locator(`#${id}`)
const cell = (page: Page) => page.locator(`#${usualCell}`)

async function openFigure(page: Page, id: string) {
  await page.goto(SAMPLE)
  await figure(page, id).scrollIntoViewIfNeeded()
  await expect(figure(page, id)).toHaveAttribute('data-live', '')
}

/** The controls of a page that a finger misses 19 px above or below their middle, or that something covers. */
function tooSmall(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const controls = [
      ...document.querySelectorAll(
        'main :is(button, select, summary, input[type="range"], input[type="number"], .figure-options label, .mark), header button',
      ),
    ]
    const missed = controls.filter((control) => {
      if (!control.checkVisibility({ visibilityProperty: true })) return false
      // What wakes when the reader comes to it.
      if (getComputedStyle(control).pointerEvents === 'none') return false
      control.scrollIntoView({ block: 'center', behavior: 'instant' })
      const { left, top, width, height } = control.getBoundingClientRect()
      return [-19, 19].some((above) => {
        const hit = document.elementFromPoint(left + width / 2, top + height / 2 + above)
        return !hit || !control.contains(hit)
      })
    })
    return missed.map(({ outerHTML }) => outerHTML.slice(0, 100))
  })
}

test('a finger drags the point of a figure, and the page stands still', touch, async ({ page }) => {
  await openFigure(page, 'geometry')
  const caption = figure(page, 'geometry').locator('[data-caption]')
  await expect(caption).toContainText('w₂ is exactly zero')
  const grip = figure(page, 'geometry').locator('.figure-grip')
  await grip.scrollIntoViewIfNeeded()
  const before = await page.evaluate(() => scrollY)
  await swipe(page, grip, -10, -40)
  await expect(caption).not.toContainText('w₂ is exactly zero')
  expect(await page.evaluate(() => scrollY)).toBe(before)
})

test('a finger drags one of many points', touch, async ({ page }) => {
  await openFigure(page, 'overfitting')
  const slope = figure(page, 'overfitting').locator('[data-readout] dd').nth(1)
  const before = await slope.textContent()
  const grip = figure(page, 'overfitting').locator('.figure-grip').nth(4)
  await grip.scrollIntoViewIfNeeded()
  await swipe(page, grip, 0, -30)
  await expect(slope).not.toHaveText(before!)
})

test('a finger that swipes over a picture scrolls the page', touch, async ({ page }) => {
  await openFigure(page, 'geometry')
  const picture = figure(page, 'geometry').locator('[data-panel="throws-l1"]')
  await picture.scrollIntoViewIfNeeded()
  const before = await page.evaluate(() => scrollY)
  await swipe(page, picture, 0, -120)
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(before)
})

test(
  'what is tapped has room for a finger, and a tap chooses the penalty of a figure',
  touch,
  async ({ page }) => {
    await openFigure(page, 'geometry')
    expect(await tooSmall(page)).toEqual([])
    await figure(page, 'geometry').getByRole('radio').nth(1).tap()
    await expect(figure(page, 'geometry').locator('[data-caption]')).not.toContainText(
      'exactly zero',
    )
  },
)

test('a tap enters the code of a cell, and another runs it', touch, async ({ page }) => {
  await page.goto(SAMPLE)
  await cell(page).locator('[data-source] > pre').tap()
  const editor = cell(page).locator('.cm-content')
  await expect(editor).toBeFocused()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.insertText('print(6 * 7)')
  await cell(page).getByRole('button', { name: 'Run' }).tap()
  await expect(cell(page).locator('[data-output]')).toHaveText('42\n')
})

test('taps open a solution, take it over and solve the challenge', touch, async ({ page }) => {
  await page.goto(SAMPLE)
  const challenge = page.locator('#challenge-sample-double')
  await challenge.getByText('A solution').tap()
  await challenge.getByText('Put it into the editor').tap()
  await expect(challenge.locator('.cm-content')).toBeVisible()
  await challenge.locator('[data-action="run"]').tap()
  await expect(challenge).toHaveAttribute('data-solved', '')
})

test('taps open an answer of a question and a proof', touch, async ({ page }) => {
  await page.goto(SAMPLE)
  await page.locator('#sample-quiz summary').last().tap()
  await expect(page.getByText('The diamond has corners.')).toBeVisible()
  await page.getByText('Derivation', { exact: true }).tap()
  await expect(page.getByText(/^The slope of/)).toBeVisible()
})

test('the menu opens by a tap and leads to a chapter', touch, async ({ page }) => {
  await page.goto(SAMPLE)
  await page.getByRole('button', { name: 'Menu' }).tap()
  await page.getByRole('navigation').getByRole('link', { name: /L1/ }).first().tap()
  await expect(page).toHaveURL(/\/en\/l1\/$/)
})

test(
  'a wide formula is swiped within its block, and the page keeps its width',
  touch,
  async ({ page }) => {
    await page.goto(SAMPLE)
    const formula = page.locator('.wide .katex-display')
    await formula.scrollIntoViewIfNeeded()
    await swipe(page, formula, -120, 0)
    await expect.poll(() => formula.evaluate(({ scrollLeft }) => scrollLeft)).toBeGreaterThan(0)
    const excess = () => document.documentElement.scrollWidth - innerWidth
    expect(await page.evaluate(excess)).toBeLessThanOrEqual(0)
  },
)
