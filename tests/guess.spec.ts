import { expect, test, type Page } from '@playwright/test'
import { addressWith, quickCell } from './support/cells.ts'
import { SAMPLE } from './support/pages.ts'
import { watch } from './support/watch.ts'

/* What a reader does before the answer, and what the device remembers of it. */

const guess = (page: Page, id: string) => page.locator(`#guess-${id}`)
const marks = (page: Page, id: string) => guess(page, id).getByRole('slider')
const reply = (page: Page, id: string) => guess(page, id).locator('[data-reply]:visible')
const comparison = (page: Page, id: string) => guess(page, id).locator('[data-comparison]')
const commit = (page: Page, id: string) =>
  guess(page, id).getByRole('button', { name: 'That is my guess' }).click()

test('a point is moved by keys, answered from where it is, and is there on return', async ({
  page,
}) => {
  const faults = watch(page)
  await page.goto(SAMPLE)
  const hidden = guess(page, 'corner').locator('[data-layer="solution"]')
  await guess(page, 'corner').scrollIntoViewIfNeeded()
  await marks(page, 'corner').focus()
  await expect(hidden).toBeHidden()
  for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Shift+ArrowLeft')
  await expect(marks(page, 'corner')).toHaveAttribute('aria-valuetext', 'w₁ = 1.85, w₂ = 0.90')
  await commit(page, 'corner')
  await expect(hidden).toBeVisible()
  await expect(comparison(page, 'corner')).toHaveText(
    'Your guess: w₁ = 1.85, w₂ = 0.90. Exact: w₁ = 1.14, w₂ = 0.',
  )
  await expect(reply(page, 'corner')).toHaveText(/Not quite.\s*The second weight costs more/)
  await expect(guess(page, 'corner').getByRole('status')).toContainText('Not quite.')
  await expect(marks(page, 'corner')).toBeHidden()

  await page.reload()
  await guess(page, 'corner').scrollIntoViewIfNeeded()
  await expect(marks(page, 'corner')).toHaveAttribute('aria-valuetext', 'w₁ = 1.85, w₂ = 0.90')
  await expect(hidden).toBeHidden()
  await commit(page, 'corner')
  await guess(page, 'corner').getByRole('button', { name: 'Guess again' }).click()
  await expect(marks(page, 'corner')).toBeFocused()
  await expect(hidden).toBeHidden()
  expect(faults).toEqual([])
})

test('a number is dragged along its axis, a curve is sketched across the picture, weights are ticked, or the answer opened', async ({
  page,
}) => {
  await page.goto(SAMPLE)
  const number = guess(page, 'lambda-max').locator('svg')
  await number.scrollIntoViewIfNeeded()
  await expect(marks(page, 'lambda-max')).toBeVisible()
  const size = (await number.boundingBox())!
  await page.mouse.move(size.x + 0.3 * size.width, size.y + size.height / 2)
  await page.mouse.down()
  await page.mouse.move(size.x + 0.95 * size.width, size.y + size.height / 3, { steps: 4 })
  await page.mouse.up()
  await commit(page, 'lambda-max')
  await expect(reply(page, 'lambda-max')).toContainText('All weights are zero before.')

  const curve = guess(page, 'error').locator('svg')
  await curve.scrollIntoViewIfNeeded()
  const frame = (await curve.boundingBox())!
  const at = (x: number, y: number) =>
    [frame.x + x * frame.width, frame.y + y * frame.height] as const
  await page.mouse.move(...at(0.17, 0.2))
  await page.mouse.down()
  await page.mouse.move(...at(0.5, 0.6), { steps: 6 })
  await page.mouse.move(...at(0.95, 0.2), { steps: 6 })
  await page.mouse.up()
  const heights = await marks(page, 'error').evaluateAll((all) =>
    all.map((mark) => Number(mark.getAttribute('aria-valuenow'))),
  )
  expect(heights).toHaveLength(8)
  expect(Math.min(...heights)).toBeLessThan(heights[0] / 4)
  await commit(page, 'error')
  await expect(reply(page, 'error')).toHaveText(/Right.\s*It is smallest in between./)

  await guess(page, 'zeros').getByLabel('w₁').check()
  await commit(page, 'zeros')
  await expect(reply(page, 'zeros')).toContainText('The first weight is the larger one.')
  await expect(comparison(page, 'zeros')).toHaveText('Your guess: w₁. Exact: w₂.')

  await guess(page, 'factor').getByText('Show me').click()
  await expect(comparison(page, 'factor')).toHaveText('Exact: weight = 0.06.')
  await expect(reply(page, 'factor').getByText('It is multiplied ten times.')).toBeVisible()
  await expect(guess(page, 'factor').getByText('Right.')).toBeHidden()
})

test('questions remember the first answer, and can be answered again', async ({ page }) => {
  await page.goto(SAMPLE)
  const quiz = page.locator('course-quiz').filter({ has: page.locator('#sample-quiz') })
  await quiz.getByText('L2').click()
  await quiz.getByText('L1').click()
  await expect(quiz.getByText('first answer not right')).toBeVisible()
  await page.reload()
  await expect(quiz.getByText('first answer not right')).toBeVisible()
  await quiz.getByRole('button', { name: 'Try again' }).click()
  await expect(quiz.locator('summary').first()).toBeFocused()
  await quiz.getByText('L1').click()
  await expect(quiz.getByText('first answer right')).toBeVisible()
})

test('changed code is there on return; a link goes before it and does not replace it', async ({
  page,
}) => {
  await page.goto(`${SAMPLE}#${quickCell}`)
  const cell = page.locator(`#${quickCell}`)
  const notice = cell.locator('[data-notice]')
  await cell.locator('[data-source] > pre').click()
  await expect(cell.locator('.cm-content')).toBeFocused()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.insertText("print('mine')")
  await page.reload()
  await expect(notice).toContainText('This is your version')
  await expect(cell.locator('[data-source]')).toContainText("print('mine')")

  await page.goto(await addressWith("print('linked')", quickCell))
  await page.reload()
  await expect(notice).toContainText('comes from a link')
  await expect(cell.locator('.cm-content')).toContainText("print('linked')")
  await page.goto(`${SAMPLE}?again#${quickCell}`)
  await expect(cell.locator('[data-source]')).toContainText("print('mine')")
  await notice.getByRole('button', { name: 'Back to the original' }).click()
  await expect(cell.locator('.cm-content')).toContainText("print('quick')")
  await page.reload()
  await expect(cell).toHaveAttribute('data-ready', '')
  await expect(notice).toBeHidden()
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a guess is a question with a folded answer', async ({ page }) => {
    await page.goto(SAMPLE)
    const hidden = guess(page, 'corner').locator('[data-layer="solution"]')
    await expect(guess(page, 'corner')).toContainText('Where is the solution?')
    await expect(hidden).toBeHidden()
    await expect(guess(page, 'corner').getByRole('button')).toHaveCount(0)
    await guess(page, 'corner').getByText('Show me').click()
    await expect(hidden).toBeVisible()
    await expect(comparison(page, 'corner')).toHaveText('Exact: w₁ = 1.14, w₂ = 0.')
    await expect(reply(page, 'corner')).toContainText('It stands on an axis')
  })
})
