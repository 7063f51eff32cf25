/* Every figure opens as code: a cell with the program of the state that the figure is in. */
import { expect, test, type Page } from '@playwright/test'
import { seededRandom } from 'shrinkage'
import { defaults } from '../src/figures/kit/parameters.ts'
import { programOf } from '../src/figures/kit/program.ts'
import { differences, readPrinted } from '../src/figures/testing/printed.ts'
import { randomState } from '../src/figures/testing/randomState.ts'
import { writeState } from '../src/figures/kit/state.ts'
import { axeFaultsInBothThemes } from './support/axe.ts'
import { clickAndSee } from './support/clickAndSee.ts'
import { figuresOn, namesOn, openFigures } from './support/figures.ts'
import { paths, SAMPLE } from './support/pages.ts'
import { thorough } from './support/thorough.ts'
import { watch } from './support/watch.ts'

const figure = (page: Page, id = 'geometry') => page.locator(`[id="${id}"]`)
const cell = (page: Page, id = 'geometry') => figure(page, id).locator('code-cell')
const summary = (page: Page, id = 'geometry') =>
  figure(page, id).locator('details:has(code-cell) > summary')
const text = (page: Page, id = 'geometry') => cell(page, id).locator('[data-source] > pre')
const editor = (page: Page) => cell(page).locator('.cm-content')
const output = (page: Page, id = 'geometry') => cell(page, id).locator('[data-output]')
const status = (page: Page, id = 'geometry') => cell(page, id).locator('[data-status]')
const notice = (page: Page) => cell(page).locator('[data-notice]')
const button = (page: Page, name: string, id = 'geometry') =>
  cell(page, id).getByRole('button', { name, exact: true })
const take = (page: Page) => button(page, 'Take the code of the present state')

const chapters = paths.filter((path) => /^en\/.+\/$/.test(path) && path !== SAMPLE)
/** The test of the compiler holds the programs of all figures to their numbers; here is one, as readers run it. */
const tried = thorough ? figuresOn(chapters) : figuresOn([SAMPLE]).slice(0, 1)

/** Opens the code of the geometry figure. */
async function open(page: Page, query = '') {
  await page.goto(`${SAMPLE}${query}`)
  await figure(page).scrollIntoViewIfNeeded()
  await expect(figure(page)).toHaveAttribute('data-live', '')
  await summary(page).click()
  await expect(text(page)).toBeVisible()
}

const setLambda = (page: Page, lambda: number) =>
  figure(page).locator('input[type="number"][data-parameter="lambda"]').fill(String(lambda))

/** Puts other code into the cell, as a reader would. */
async function write(page: Page, code: string) {
  await text(page).or(editor(page)).filter({ visible: true }).click()
  await expect(editor(page)).toBeFocused()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.insertText(code)
}

test.describe('the program of', () => {
  let figures: Awaited<ReturnType<typeof openFigures>>

  test.beforeAll(async () => {
    figures = await openFigures()
  })

  test.afterAll(() => figures.close())

  test('every figure stands in a chapter', () => {
    expect(namesOn(chapters).sort()).toEqual(figures.names.sort())
  })

  for (const { name, id, path } of tried) {
    test(`${name} prints the numbers shown, at first and in the state of a link`, async ({
      page,
    }) => {
      const declaration = await figures.figure(name)
      const start = defaults(declaration)
      for (const values of [start, randomState(declaration, seededRandom(8))]) {
        await page.goto(`${path}${writeState(declaration, id, values, start, '')}#${id}`)
        await summary(page, id).click()
        await expect(text(page, id)).toHaveText(programOf(declaration, values, 'en'))
        await button(page, 'Run', id).click()
        await expect(status(page, id)).toHaveText(/^Done in/)
        const printed = readPrinted((await output(page, id).textContent())!)
        expect(differences(printed, await figures.numbers(declaration, values))).toEqual([])
      }
    })
  }
})

test('code that nobody has changed follows the figure, in its colours', async ({ page }) => {
  await open(page)
  await setLambda(page, 0.25)
  const line = text(page).locator('.line').filter({ hasText: 'const lambda = 0.25' })
  await expect(line).toBeVisible()
  await expect(status(page)).toHaveText('Follows the figure, not run yet.')
  const color = (part: string) => line.getByText(part, { exact: true }).evaluate(colorOf)
  const literal = text(page).locator('.line').filter({ hasText: "from 'shrinkage'" })
  await expect(line.getByText('0.25', { exact: true })).toBeVisible()
  expect(await color('0.25')).toBe(await literal.getByText("'shrinkage'").evaluate(colorOf))
  await text(page).click()
  await expect(editor(page)).toBeVisible()
  await setLambda(page, 0.75)
  await expect(editor(page)).toContainText('const lambda = 0.75')
  await expect(notice(page)).toBeEmpty()
})

const colorOf = (element: Element) => getComputedStyle(element).color

test('changed code stays when the figure moves, is up to date when it comes back, and gives way to the new state when the reader takes it', async ({
  page,
}) => {
  await open(page)
  await write(page, 'print("mine")')
  await setLambda(page, 0.25)
  await expect(take(page)).toBeVisible()
  await setLambda(page, 1)
  await expect(notice(page)).toBeEmpty()
  await expect(editor(page)).toHaveText('print("mine")')

  await setLambda(page, 0.25)
  await expect(notice(page)).toContainText('This is your code, made from an earlier state.')
  await expect(editor(page)).toHaveText('print("mine")')
  await take(page).click()
  await expect(editor(page)).toContainText('const lambda = 0.25')
  await expect(notice(page)).toBeEmpty()
  await expect(button(page, 'Run')).toBeFocused()
  await setLambda(page, 0.5)
  await expect(editor(page)).toContainText('const lambda = 0.5')
  // Nothing is lost: each of these is a step that can be undone.
  await editor(page).focus()
  await page.keyboard.press('ControlOrMeta+z')
  await expect(editor(page)).toContainText('const lambda = 0.25')
  await page.keyboard.press('ControlOrMeta+z')
  await expect(editor(page)).toHaveText('print("mine")')
})

test('the buttons of the cell leave the figure alone', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await open(page, '?geometry.lambda=0.5')
  await write(page, 'print(1)')
  await button(page, 'Reset').click()
  await expect(editor(page)).toContainText('const lambda = 0.5')
  await clickAndSee(button(page, 'Copy link'), button(page, 'Link copied'))
  await expect(figure(page).getByRole('button', { name: 'Link copied' })).toHaveCount(1)
  await expect(figure(page).locator('input[type="number"][data-parameter="lambda"]')).toHaveValue(
    '0.5',
  )
})

test('a link carries changed code and the state of the figure, and runs nothing', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await open(page)
  await setLambda(page, 0.25)
  await write(page, 'print("from afar")')
  await expect.poll(() => page.url()).toContain('geometry.lambda=0.25')
  await clickAndSee(button(page, 'Copy link'), button(page, 'Link copied'))
  const link = await page.evaluate(() => navigator.clipboard.readText())
  await page.goto('en/')
  await page.goto(link)
  await expect(editor(page)).toBeVisible()
  await expect(editor(page)).toHaveText('print("from afar")')
  await expect(notice(page)).toContainText('comes from a link and has not been run')
  await expect(figure(page).locator('input[type="number"][data-parameter="lambda"]')).toHaveValue(
    '0.25',
  )
  await expect(output(page)).toBeHidden()
  await button(page, 'Run').click()
  await expect(output(page)).toHaveText('from afar\n')
  await expect(notice(page)).toBeEmpty()
  await setLambda(page, 0.5)
  await expect(take(page)).toBeVisible()
})

test('the keyboard alone opens, runs, changes and renews the code', async ({ page }) => {
  await page.goto(`${SAMPLE}?geometry.lambda=0.5`)
  await expect(figure(page)).toHaveAttribute('data-live', '')
  await summary(page).focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await expect(text(page)).toBeFocused()
  await expect(text(page)).toContainText('const lambda = 0.5')
  await page.keyboard.press('Control+Enter')
  await expect(output(page)).toContainText('lambda: 0.5')
  await page.keyboard.press('Enter')
  await expect(editor(page)).toBeFocused()
  await page.keyboard.type('// mine\n')
  await figure(page).locator('input[type="range"][data-parameter="lambda"]').focus()
  await page.keyboard.press('ArrowRight')
  await expect(take(page)).toBeVisible()
  await summary(page).focus()
  await page.keyboard.press('Tab')
  await expect(take(page)).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(button(page, 'Run')).toBeFocused()
  await expect(editor(page)).not.toContainText('// mine')
  await page.keyboard.press('Enter')
  await expect(output(page)).not.toContainText('lambda: 0.5,')
})

test('the code keeps its height while it follows, and when it is edited', async ({ page }) => {
  await open(page)
  const height = async () => (await cell(page).boundingBox())!.height
  const before = await height()
  await figure(page).locator('select[data-parameter="penalty"]').selectOption('lq')
  await expect(text(page)).toContainText('bridge(')
  expect(await height()).toBeCloseTo(before, 0)
  await text(page).click()
  await expect(editor(page)).toBeFocused()
  expect(await height()).toBeCloseTo(before, 0)
})

test('open code is accessible, before and after its run', async ({ page }) => {
  const faults = watch(page)
  await open(page)
  await button(page, 'Run').click()
  await expect(output(page)).toContainText('optimum')
  expect(await axeFaultsInBothThemes(page, { within: '#geometry code-cell' })).toEqual([])
  expect(faults).toEqual([])
})

test('without JavaScript the program can be opened and read', async ({ browser }) => {
  const page = await browser.newPage({ javaScriptEnabled: false })
  await page.goto(SAMPLE)
  await summary(page).click()
  await expect(text(page)).toContainText('console.log({ optimum, w,')
  await expect(cell(page).getByRole('button')).toHaveCount(0)
  await page.close()
})
