/* The playground: examples, code that is not lost, tables of the reader's own, long runs. */
import { expect, test, type Page } from '@playwright/test'
import { encodeCode } from '../src/islands/code-cell/share.ts'
import { axeFaultsInBothThemes } from './support/axe.ts'
import { countRuns } from './support/cells.ts'
import { followRequests } from './support/followRequests.ts'
import { SAMPLE } from './support/pages.ts'
import { watch } from './support/watch.ts'

const cell = (page: Page) => page.locator('#playground')
const output = (page: Page) => cell(page).locator('[data-output]')
const status = (page: Page) => cell(page).locator('[data-status]')
const code = (page: Page) =>
  cell(page)
    .locator('[data-source] > pre')
    .or(cell(page).locator('.cm-content'))
    .filter({ visible: true })
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const field = (page: Page) => page.locator('own-table textarea')
const tables = (page: Page) => page.locator('own-table [data-tables] section')

async function open(page: Page, language = 'en') {
  await page.goto(`${language}/playground/`)
  await expect(cell(page)).toHaveAttribute('data-ready', '')
}

async function write(page: Page, text: string) {
  await code(page).click()
  await expect(cell(page).locator('.cm-content')).toBeFocused()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.insertText(text)
}

async function read(page: Page, text: string) {
  await field(page).fill(text)
  await button(page, 'Read the table').click()
}

for (const [language, example, line, run, done] of [
  ['en', 'Two priors', 'Laplace and Gaussian', 'Run', /Done in/],
  ['zh', '两种先验', '拉普拉斯', '运行', /已完成/],
] as const) {
  test(`an example is chosen and runs, in ${language}`, async ({ page }) => {
    const faults = watch(page)
    await open(page, language)
    await button(page, example).click()
    await expect(button(page, example)).toHaveAttribute('aria-pressed', 'true')
    await expect(page.locator('[data-line-of-example]')).toContainText(line)
    await expect(code(page)).toContainText('laplaceDistribution')
    await expect(output(page)).toBeHidden()
    await button(page, run).click()
    await expect(status(page)).toHaveText(done)
    await expect(output(page).getByRole('row')).toHaveCount(3)
    await expect(output(page).locator('svg')).toBeVisible()
    expect(faults).toEqual([])
  })
}

test('choosing an example moves nothing', async ({ page }) => {
  await open(page)
  const place = async () => {
    const box = (await button(page, 'Run').boundingBox())!
    return box.y + (await page.evaluate(() => scrollY))
  }
  const before = await place()
  for (const name of ['Soft threshold', 'Logistic regression with L1', 'Two priors']) {
    await button(page, name).click()
    await expect(button(page, name)).toHaveAttribute('aria-pressed', 'true')
    expect(Math.abs((await place()) - before)).toBeLessThan(1)
  }
})

test('code that an example replaces comes back, even after another example', async ({ page }) => {
  await open(page)
  await write(page, 'print("mine")')
  await button(page, 'Soft threshold').click()
  await button(page, 'Two priors').click()
  await expect(code(page)).toContainText('laplaceDistribution')
  await button(page, 'Bring mine back').click()
  await expect(code(page)).toHaveText('print("mine")')
  await expect(button(page, 'Bring mine back')).toBeHidden()
})

test('reset leads back to the example that was chosen', async ({ page }) => {
  await open(page)
  await button(page, 'Soft threshold').click()
  await expect(code(page)).toContainText('hardThreshold')
  await write(page, 'print(1)')
  await button(page, 'Reset').click()
  await expect(code(page)).toContainText('hardThreshold')
})

test('code stays while another page is read, and does not run by itself', async ({ page }) => {
  const runs = await countRuns(page)
  await open(page)
  await write(page, 'print("still here")')
  await page.goto('zh/')
  await page.goto('zh/playground/')
  await expect(code(page)).toHaveText('print("still here")')
  await expect(output(page)).toBeHidden()
  await button(page, '运行').click()
  await expect(output(page)).toHaveText('still here\n')
  await expect.poll(runs).toBe(1)
})

test('a link carries code, which does not run by itself and replaces no draft for good', async ({
  page,
}) => {
  const runs = await countRuns(page)
  await open(page)
  await write(page, 'print("my draft")')
  await page.goto('en/')
  await page.goto(`en/playground/#playground.code=${await encodeCode('print("from afar")')}`)
  await expect(code(page)).toHaveText('print("from afar")')
  await expect(cell(page).locator('[data-notice]')).toContainText('has not been run')
  await expect(output(page)).toBeHidden()
  await button(page, 'Run').click()
  await expect(output(page)).toHaveText('from afar\n')
  await expect.poll(runs).toBe(1)
  await button(page, 'Bring mine back').click()
  await expect(code(page)).toHaveText('print("my draft")')
})

test('every cell opens in the playground, with its code as edited', async ({ page }) => {
  await page.goto(SAMPLE)
  const other = page.locator('#twin-features')
  await other.locator('[data-source] > pre').click()
  await expect(other.locator('.cm-content')).toBeFocused()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.insertText('print("taken along")')
  await other.getByRole('button', { name: 'Playground' }).click()
  await expect(page).toHaveURL(/\/en\/playground\/#playground\.code=/)
  await expect(code(page)).toHaveText('print("taken along")')
  await expect(output(page)).toBeHidden()
})

test('a long run shows how far it is and how long it may take, and can be stopped', async ({
  page,
}) => {
  await open(page)
  const steps = 'for (let k = 0; ; k = (k + 1) % 1000) progress(k / 1000, "fitting")'
  await write(
    page,
    `print("started")\n${steps.replace('progress', 'if (Date.now() % 50 === 0) progress')}`,
  )
  await button(page, 'Run').click()
  await expect(output(page).getByRole('progressbar')).toBeVisible()
  await expect(output(page)).toContainText('fitting')
  await expect(status(page)).toHaveText(/Running, \d\d\.\d s left/)
  await button(page, 'Stop').click()
  await expect(status(page)).toHaveText('Stopped.')
  await expect(output(page).getByRole('progressbar')).toHaveCount(0)
  await expect(output(page)).toContainText('started')
})

test('a pasted table is shown, and a program for it runs', async ({ page }) => {
  const faults = watch(page)
  await open(page)
  const lines = Array.from({ length: 12 }, (_, i) => `${i},${2 * i + 1},${(i * i) % 5}`)
  await read(page, `\uFEFF身高,price,age\n${lines.join('\n')}\n`)
  await expect(tables(page)).toContainText('12 rows × 3 columns')
  await expect(tables(page).getByRole('row')).toHaveCount(6)
  await tables(page).getByLabel('Target').selectOption('price')
  await button(page, 'Write a program for it').click()
  await expect(code(page)).toContainText("import rows from 'data/mine'")
  await expect(code(page)).toContainText("const target = 'price'")
  await button(page, 'Run').click()
  await expect(status(page)).toHaveText(/Done in/)
  await expect(output(page).getByRole('row').filter({ hasText: '身高' })).toHaveCount(1)
  await expect(output(page).getByRole('row').filter({ hasText: 'price' })).toHaveCount(0)
  expect(faults).toEqual([])
})

test('a file is read under its name, several tables at a time, kept over a reload, forgotten', async ({
  page,
}) => {
  const sent: string[] = []
  await open(page)
  page.on('request', (request) => sent.push(request.postData() ?? ''))
  const file = (name: string, text: string) => ({
    name,
    mimeType: 'text/csv',
    buffer: Buffer.from(text),
  })
  const input = page.locator('own-table input[type=file]')
  await input.setInputFiles(file('My flats.csv', 'size;price\n50,5;310\n72;420\n'))
  await expect(tables(page)).toContainText("import rows from 'data/My-flats'")
  await expect(tables(page)).toContainText('size')
  await input.setInputFiles(file('cars.csv', 'a,b\n1,2\n'))
  await expect(tables(page)).toHaveCount(2)

  await page.reload()
  await expect(tables(page)).toHaveCount(2)
  await write(page, "import flats from 'data/My-flats'\nprint(flats.rows[0])")
  await button(page, 'Run').click()
  await expect(output(page)).toContainText('50.5')
  await button(page, 'Forget it').first().click()
  await button(page, 'Forget it').first().click()
  await expect(tables(page)).toHaveCount(0)
  await button(page, 'Run').click()
  await expect(output(page)).toContainText("There is no module 'data/My-flats' here")
  expect(sent.join('')).not.toContain('50')
})

test('it is accessible with a table, a problem and an output', async ({ page }) => {
  await open(page)
  await read(page, 'a,b\n1,2\n3,5\n')
  await read(page, 'a,b\n1,two\n')
  await write(page, 'table([{ a: 1 }])\nprogress(0.5)')
  await button(page, 'Run').click()
  await expect(status(page)).toHaveText(/Done in/)
  expect(await axeFaultsInBothThemes(page)).toEqual([])
})

test('once loaded, it reads tables and runs programs without the network', async ({
  page,
  context,
}) => {
  const untilLoaded = followRequests(page)
  await open(page)
  await untilLoaded()
  await context.setOffline(true)
  await read(page, 'a,b\n1,2\n3,5\n')
  await expect(tables(page)).toHaveCount(1)
  await button(page, 'Run').click()
  await expect(status(page)).toHaveText(/Done in/)
})

test('without JavaScript all examples stand as code, and no button is dead', async ({
  browser,
}) => {
  const page = await browser.newPage({ javaScriptEnabled: false })
  await page.goto('zh/playground/')
  const codes = page.locator('[data-code-of] pre')
  await expect(codes).toHaveCount(9)
  for (const one of await codes.all()) await expect(one).toBeVisible()
  await expect(page.getByText('启用 JavaScript 之后')).toBeVisible()
  await expect(page.locator('main .playground, main own-table').getByRole('button')).toHaveCount(0)
  await page.close()
})
