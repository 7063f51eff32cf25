/* Cells as readers use them, on the sample page. */
import { readFile } from 'node:fs/promises'
import { expect, test, type Page } from '@playwright/test'
import { encodeCode } from '../src/islands/code-cell/share.ts'
import { axeFaultsInBothThemes } from './support/axe.ts'
import { countRuns, QUICK_LIMIT, quickCell, usualCell } from './support/cells.ts'
import { clickAndSee } from './support/clickAndSee.ts'
import { followRequests } from './support/followRequests.ts'
import { SAMPLE } from './support/pages.ts'
import { watch } from './support/watch.ts'

const cell = (page: Page) => page.locator(`#${usualCell}`)
const output = (page: Page) => cell(page).locator('[data-output]')
const status = (page: Page) => cell(page).locator('[data-status]')
const notice = (page: Page) => cell(page).locator('[data-notice]')
const text = (page: Page) => cell(page).locator('[data-source] > pre')
const editor = (page: Page) => cell(page).locator('.cm-content')
const button = (page: Page, name: string) => cell(page).getByRole('button', { name, exact: true })

async function open(page: Page, language = 'en') {
  await page.goto(`${language}/sample/`)
  await cell(page).scrollIntoViewIfNeeded()
}

/** Puts other code into the cell, as a reader would. */
async function write(page: Page, code: string) {
  await text(page).or(editor(page)).filter({ visible: true }).click()
  await expect(editor(page)).toBeFocused()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.insertText(code)
}

/** The address that the button “Copy link” hands out. */
async function copiedLink(page: Page): Promise<string> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await clickAndSee(button(page, 'Copy link'), button(page, 'Link copied'))
  return page.evaluate(() => navigator.clipboard.readText())
}

for (const [language, run, done] of [
  ['en', 'Run', /Done in/],
  ['zh', '运行', /已完成/],
] as const) {
  test(`a cell runs as it stands, without an editor, in ${language}`, async ({ page }) => {
    const faults = watch(page)
    await open(page, language)
    await button(page, run).click()
    await expect(status(page)).toHaveText(done)
    await expect(output(page).getByRole('row')).toHaveCount(7)
    await expect(output(page).getByRole('img').locator('svg')).toBeVisible()
    await expect(editor(page)).toHaveCount(0)
    expect(faults).toEqual([])
  })
}

test('numbers of the chapter on L1 bear out what its text says of them', async ({ page }) => {
  await page.goto('en/l1/')
  const onData = page.locator('#condition-on-data')
  await onData.getByRole('button', { name: 'Run' }).click()
  const rows = onData.locator('[data-output] tbody tr')
  await expect(rows).toHaveCount(10)
  const cells = await rows.evaluateAll((all) =>
    all.map((row) => [...(row as HTMLTableRowElement).cells].map(({ textContent }) => textContent)),
  )
  const numbers = cells.map(([, weight, slope]) => [Number(weight), Number(slope)])
  expect(numbers.some(([weight]) => weight === 0)).toBe(true)
  for (const [weight, slope] of numbers) {
    if (weight === 0) expect(Math.abs(slope)).toBeLessThan(10)
    else expect(slope).toBe(-10 * Math.sign(weight))
  }
})

test('a reader changes the code and runs it with the keyboard; an error names its place, and leads there', async ({
  page,
}) => {
  await open(page)
  await write(page, 'print(6 * 7)\nprint("second")')
  await expect(status(page)).toHaveText('Edited, not run yet.')
  await page.keyboard.press('Control+Enter')
  await expect(output(page)).toHaveText('42\nsecond\n')

  await write(page, "const a = 1\n\nif (a) {\n  throw new Error('not today')\n}")
  await button(page, 'Run').click()
  const failure = output(page).locator('.cell-failure')
  await expect(failure).toContainText('The program ended with an error.')
  await expect(failure).toContainText('not today')
  await failure.getByRole('button', { name: /Line 4/ }).click()
  await expect(editor(page)).toBeFocused()
  await page.keyboard.press('Home')
  await page.keyboard.insertText('// ')
  await expect(editor(page).locator('.cm-line').nth(3)).toHaveText(/^ {2}\/\/ throw/)

  await write(page, 'const a = 1\nconst = 2')
  await button(page, 'Run').click()
  await expect(output(page)).toContainText('The code is not TypeScript as it stands.')
  await expect(output(page).getByRole('button', { name: /Line 2, column \d+/ })).toBeVisible()
})

test('what the editor suggests makes room for the output', async ({ page }) => {
  await open(page)
  await write(page, 'print(1)\n')
  await page.keyboard.type('Mat')
  const suggestions = cell(page).locator('.cm-tooltip-autocomplete')
  // They are loaded with the editor, and on a busy machine come after what has been typed.
  await expect(async () => {
    await page.keyboard.press('Control+Space')
    await expect(suggestions).toBeVisible({ timeout: 1000 })
  }).toPass()
  await page.keyboard.press('Control+Enter')
  await expect(output(page)).toContainText('Mat is not defined')
  await expect(suggestions).toHaveCount(0)
})

test('a click on the code puts the cursor there, and nothing moves', async ({ page }) => {
  await open(page)
  const height = async () => (await cell(page).boundingBox())!.height
  const before = await height()
  const line = text(page).locator('.line').filter({ hasText: 'const y =' })
  const box = (await line.getByText('const').boundingBox())!
  await page.mouse.click(box.x + 1, box.y + box.height / 2)
  await expect(editor(page)).toBeFocused()
  expect(Math.abs((await height()) - before)).toBeLessThan(1)
  await page.keyboard.insertText('/* here */')
  await expect(editor(page)).toContainText('/* here */const y = [2.1')
})

test('a mark of Chinese typing in the code is named, and what to write in its place', async ({
  page,
}) => {
  await open(page, 'zh')
  await write(page, 'const a = 1\nprint（a）')
  await button(page, '运行').click()
  await expect(output(page).locator('.cell-failure')).toHaveText(
    '这段代码不符合 TypeScript 的语法。第 2 行，第 6 列代码不认得 （ 这个符号，请换成英文输入法下的 (',
  )
})

test('a loop without an end is counted down and ended, and the page lives', async ({ page }) => {
  await page.goto(`${SAMPLE}#${quickCell}.code=${await encodeCode("print('before')\nfor (;;) {}")}`)
  const quick = page.locator(`#${quickCell}`)
  await expect(quick.locator('[data-notice]')).toContainText('comes from a link')
  const shown = await quick.locator('[data-status]').evaluateHandle((line) => {
    const texts: string[] = []
    new MutationObserver(() => texts.push(line.textContent)).observe(line, { childList: true })
    return texts
  })
  await quick.getByRole('button', { name: 'Run' }).click()
  await expect(quick.locator('[data-output]')).toContainText('Ended at the time limit.')
  await expect(quick.locator('[data-output]')).toContainText('before')
  const left = (await shown.jsonValue()).flatMap(
    (text) => /^Running, (.*) s left$/.exec(text)?.[1] ?? [],
  )
  expect(left.length).toBeGreaterThan(0)
  expect(left.map(Number)).toEqual(left.map(Number).toSorted((a, b) => b - a))
  expect(Number(left[0])).toBeLessThan(QUICK_LIMIT / 1000)

  await write(page, 'print("after")')
  await button(page, 'Run').click()
  await expect(output(page)).toHaveText('after\n')
})

test('programs that are started together take turns, and every one runs', async ({ page }) => {
  await page.goto(SAMPLE)
  const cells = page.locator('code-cell')
  const count = await cells.count()
  expect(count).toBeGreaterThan(2)
  await cells.evaluateAll((all) => {
    for (const each of all) each.querySelector<HTMLElement>('[data-action="run"]')!.click()
  })
  await expect(cells.locator('[data-status]').filter({ hasText: /Done in/ })).toHaveCount(count)
  await expect(page.locator('iframe')).toHaveCount(1)
})

test('the button that runs a program stops it; what the last run showed stays until the next has something to show', async ({
  page,
}) => {
  await open(page)
  await write(page, 'await new Promise((resolve) => setTimeout(resolve, 4500))\nprint("late")')
  await button(page, 'Run').click()
  await button(page, 'Stop').click()
  await expect(status(page)).toHaveText('Stopped.')
  await expect(output(page)).not.toContainText('late')
  await expect(button(page, 'Run')).toBeFocused()

  await write(page, 'print("first")')
  await button(page, 'Run').click()
  await expect(output(page)).toHaveText('first\n')
  const seen = await output(page).evaluateHandle((view) => {
    const states: { text: string; isStale: boolean }[] = []
    const note = () => {
      const isStale = view.hasAttribute('data-stale')
      states.push({ text: view.textContent, isStale })
    }
    new MutationObserver(note).observe(view, { attributes: true, childList: true, subtree: true })
    return states
  })
  await write(page, 'await new Promise((resolve) => setTimeout(resolve, 500))\nprint("second")')
  await button(page, 'Run').click()
  await expect(output(page)).toHaveText('second\n')
  await expect(output(page)).not.toHaveAttribute('data-stale')
  const states = await seen.jsonValue()
  expect(states[0]).toEqual({ text: 'first\n', isStale: true })
  expect(states.map((state) => state.text)).not.toContain('')
})

test('reset brings the original back, and can itself be undone', async ({ page }) => {
  await open(page)
  const original = await text(page).textContent()
  await write(page, 'print("mine")')
  await button(page, 'Reset').click()
  await expect(editor(page)).toContainText(original!.split('\n')[0])
  await expect(status(page)).toHaveText('Click the code to edit it.')
  await editor(page).click()
  await page.keyboard.press('ControlOrMeta+z')
  await expect(editor(page)).toHaveText('print("mine")')
})

test('a link carries the code, which does not run by itself', async ({ page }) => {
  const runs = await countRuns(page)
  await open(page)
  await write(page, 'print("from afar, 稀疏 ≤ λ")')
  const link = await copiedLink(page)
  // As another reader would come to it, who has no version of their own.
  await button(page, 'Reset').click()
  await page.goto('en/')
  await page.goto(link)
  await expect(editor(page)).toHaveText('print("from afar, 稀疏 ≤ λ")')
  await expect(notice(page)).toContainText('comes from a link and has not been run')
  await expect(cell(page)).toBeInViewport()
  await expect(output(page)).toBeHidden()
  await button(page, 'Run').click()
  await expect(output(page)).toHaveText('from afar, 稀疏 ≤ λ\n')
  await expect.poll(runs).toBe(1)
  await expect(notice(page)).toBeEmpty()
})

test('a link to a cell behind another tab brings that cell to the front', async ({ page }) => {
  await page.goto(SAMPLE)
  await page.getByRole('tab', { name: 'glmnet' }).first().click()
  const behind = page.locator('#program-lasso-path')
  await expect(behind).toBeHidden()
  const code = await encodeCode('print(1)')
  await page.goto('en/')
  await page.goto(`${SAMPLE}#program-lasso-path.code=${code}`)
  await expect(behind.locator('[data-notice]')).toContainText('comes from a link')
  await expect(behind).toBeInViewport()
})

test('the other language shows the code of a link too, and reset takes it out of the address', async ({
  page,
}) => {
  await open(page)
  await write(page, 'print(1)')
  const link = await copiedLink(page)
  await page.goto(link.replace('/en/', '/zh/'))
  await expect(editor(page)).toHaveText('print(1)')
  await expect(notice(page)).toContainText('来自链接')
  await button(page, '重置').click()
  await expect(editor(page)).toContainText('import')
  expect(new URL(page.url()).hash).toBe('#twin-features')
})

test('a damaged link leaves the original, and says so', async ({ page }) => {
  const faults = watch(page)
  await page.goto(`${SAMPLE}#twin-features.code=eJwrKMpPL`)
  await expect(notice(page)).toContainText('damaged')
  await expect(text(page)).toContainText("import { ridge } from 'shrinkage'")
  await expect(cell(page)).toBeInViewport()
  expect(faults).toEqual([])
})

test('the downloaded program says where it is from and what print stands for', async ({ page }) => {
  await open(page)
  const downloading = page.waitForEvent('download')
  await button(page, 'Download').click()
  const download = await downloading
  expect(download.suggestedFilename()).toBe('twin-features.ts')
  const file = await readFile(await download.path(), 'utf8')
  expect(file).toContain('/en/sample/#twin-features')
  expect(file).toContain('print: console.log')
  expect(file).toContain(await text(page).textContent())
})

test('the keyboard alone enters the code, leaves it and runs it', async ({ page }) => {
  await open(page)
  await text(page).focus()
  await page.keyboard.press('Tab')
  await expect(button(page, 'Run')).toBeFocused()
  await page.keyboard.press('Shift+Tab')
  await expect(status(page)).toHaveText('Press Enter to edit the code.')
  await page.keyboard.press('Enter')
  await expect(editor(page)).toBeFocused()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Tab')
  await expect(button(page, 'Run')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(status(page)).toHaveText(/Done in/)
})

test('a cell is accessible while it is edited and after it ran and failed', async ({ page }) => {
  await open(page)
  await write(page, "table([{ a: 1, b: 'x' }])\nplot({ marks: [] })\nthrow new Error('e')")
  await button(page, 'Run').click()
  await expect(output(page)).toContainText('ended with an error')
  expect(await axeFaultsInBothThemes(page, { within: `#${usualCell}` })).toEqual([])
})

test('a cell that has been seen runs with the network gone', async ({ page, context }) => {
  await open(page)
  await expect(cell(page)).toHaveAttribute('data-ready', '')
  await context.setOffline(true)
  await button(page, 'Run').click()
  await expect(status(page)).toHaveText(/Done in/)
  await expect(output(page).locator('.cell-plot')).toBeVisible()
})

test('before anything is touched, the scripts of a page with cells weigh little', async ({
  page,
}) => {
  const sizes: Promise<number>[] = []
  page.on('requestfinished', (request) => {
    if (request.resourceType() !== 'script') return
    sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize))
  })
  const untilLoaded = followRequests(page)
  await page.goto('en/l2/')
  await untilLoaded()
  const total = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
  expect(total).toBeGreaterThan(1000)
  expect(total).toBeLessThan(45_000)
})

test('without JavaScript the code stands whole, and no button is dead', async ({ browser }) => {
  const page = await browser.newPage({ javaScriptEnabled: false })
  await page.goto(SAMPLE)
  await expect(text(page)).toContainText('Plot.line(path')
  await expect(cell(page)).toContainText('With JavaScript on')
  await expect(cell(page).getByRole('button')).toHaveCount(0)
  await expect(output(page)).toBeHidden()
  await page.close()
})
