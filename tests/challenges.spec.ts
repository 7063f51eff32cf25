import { expect, test, type Page } from '@playwright/test'
import { watch } from './support/watch.ts'

/* Challenges as readers meet them: in the chapters, and in the list at the end of the course. */

const KEY = 'course-challenges-1'
const chapters = ['introduction', 'l1', 'l2', 'derivative', 'priors', 'summary']

const challenge = (page: Page, id: string) => page.locator(`#challenge-${id}`)
const verdict = (page: Page, id: string) => challenge(page, id).locator('.challenge-verdict')
const run = (page: Page, id: string) => challenge(page, id).locator('[data-action="run"]').click()

/** Changes the program of a challenge as a reader would. */
async function edit(page: Page, id: string, change: (code: string) => string) {
  const source = challenge(page, id).locator('[data-source]')
  const code = await source.locator('> pre').textContent()
  await source.locator('> pre').click()
  await expect(source.locator('.cm-content')).toBeFocused()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.insertText(change(code!))
}

test('a reader runs, reads what is missing, types, and has solved it', async ({ page }) => {
  const faults = watch(page)
  await page.goto('en/l1/')
  await run(page, 'exact-zero')
  const output = challenge(page, 'exact-zero').locator('[data-output]')
  await expect(output).toContainText('With this c the second weight is not zero.')
  await expect(output).not.toContainText('c should be positive')
  await expect(verdict(page, 'exact-zero')).toHaveText('3 of 5 checks hold.')
  await expect(challenge(page, 'exact-zero').getByText('Solved')).toBeHidden()

  await edit(page, 'exact-zero', (code) => code.replace('const c = 1', 'const c = 0.5'))
  await run(page, 'exact-zero')
  await expect(verdict(page, 'exact-zero')).toHaveText('All checks hold. Well done!')
  await expect(challenge(page, 'exact-zero').getByText('Solved')).toBeVisible()
  expect(faults).toEqual([])
})

test('progress outlives the page, holds in both languages, and can be forgotten', async ({
  page,
}) => {
  await page.goto('en/')
  await page.evaluate(
    ([key, text]) => localStorage.setItem(key, text),
    [KEY, '{"version":1,"solved":["twins"]}'],
  )
  for (const locale of ['en', 'zh']) {
    await page.goto(`${locale}/summary/`)
    await expect(challenge(page, 'twins')).toHaveAttribute('data-solved', '')
    await expect(challenge(page, 'leaking-folds')).not.toHaveAttribute('data-solved', '')
  }
  const overview = page.locator('challenge-overview')
  await expect(overview.locator('[data-count]')).toHaveText('全课程 16 题，已完成 1 题。')
  await overview.getByRole('button', { name: '清除我的进度' }).click()
  await expect(overview.locator('[data-count]')).toHaveText('全课程 16 题，已完成 0 题。')
  await expect(challenge(page, 'twins')).not.toHaveAttribute('data-solved', '')
  expect(await page.evaluate((key) => localStorage.getItem(key), KEY)).toBeNull()
})

test('progress can be saved to a file and read from it', async ({ page }) => {
  await page.goto('en/summary/')
  const overview = page.locator('challenge-overview')
  const file = (text: string) => ({
    name: 'progress.json',
    mimeType: 'application/json',
    buffer: Buffer.from(text),
  })
  await overview.locator('input').setInputFiles(file('{"solved":["twins","exact-zero"]}'))
  await expect(overview.locator('[data-count]')).toHaveText('2 of 16 solved.')
  const download = page.waitForEvent('download')
  await overview.getByRole('button', { name: 'Save to a file' }).click()
  expect((await download).suggestedFilename()).toBe('progress.json')
  await overview.locator('input').setInputFiles(file('name,value'))
  await expect(overview.getByRole('status')).toHaveText(
    'This file holds no progress of this course.',
  )
})

test('a damaged store is no fault, and is mended by the next solution', async ({ page }) => {
  const faults = watch(page)
  await page.goto('en/priors/')
  await page.evaluate((key) => localStorage.setItem(key, '{"solved":'), KEY)
  await page.reload()
  await expect(challenge(page, 'sure-but-zero')).not.toHaveAttribute('data-solved', '')
  await challenge(page, 'sure-but-zero').getByText('A solution').click()
  await challenge(page, 'sure-but-zero').getByText('Put it into the editor').click()
  await expect(challenge(page, 'sure-but-zero').locator('.cm-content')).toBeVisible()
  await run(page, 'sure-but-zero')
  await expect(challenge(page, 'sure-but-zero')).toHaveAttribute('data-solved', '')
  await page.reload()
  await expect(challenge(page, 'sure-but-zero')).toHaveAttribute('data-solved', '')
  expect(faults).toEqual([])
})

test('a name that the checks look at and that is gone is asked for', async ({ page }) => {
  await page.goto('en/l1/')
  await edit(page, 'soft-threshold', (code) =>
    code.replace('const w', 'const v').replace('(w)', '(v)'),
  )
  await run(page, 'soft-threshold')
  await expect(verdict(page, 'soft-threshold')).toContainText('The checks look at w')
})

for (const chapter of chapters) {
  test(`the solutions of ${chapter} solve its challenges in the browser`, async ({
    page,
    isMobile,
  }) => {
    test.skip(isMobile, 'the same programs as on the desktop')
    await page.goto(`zh/${chapter}/`)
    const all = page.locator('course-challenge')
    expect(await all.count()).toBeGreaterThanOrEqual(2)
    for (const each of await all.all()) {
      await each.getByText('参考解法').click()
      await each.getByText('放进编辑器').click()
      await expect(each.locator('.cm-content')).toBeVisible()
      await each.locator('[data-action="run"]').click()
      await expect(each.locator('.challenge-verdict')).toHaveText('检查全部通过，做得漂亮！')
    }
  })
}

test('reading the progress moves nothing on the page', async ({ page }) => {
  await page.addInitScript(
    ([key, text]) => localStorage.setItem(key, text),
    [KEY, '{"version":1,"solved":["twins"]}'],
  )
  await page.goto('en/summary/')
  const sizes = () =>
    page
      .locator('course-challenge > *, challenge-overview :is(li, [data-count])')
      .evaluateAll((parts) =>
        parts.map((part) => {
          const { width, height } = part.getBoundingClientRect()
          return [width, height]
        }),
      )
  await expect(challenge(page, 'twins')).toHaveAttribute('data-solved', '')
  const solved = await sizes()
  await page.getByRole('button', { name: 'Forget my progress' }).click()
  await expect(challenge(page, 'twins')).not.toHaveAttribute('data-solved', '')
  expect(await sizes()).toEqual(solved)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('task, program, hint and solution can be read, and nothing is offered that cannot be done', async ({
    page,
  }) => {
    await page.goto('zh/l1/')
    const each = challenge(page, 'soft-threshold')
    await expect(each.locator('.challenge-title')).toContainText('不用求解器的 Lasso')
    await expect(each.locator('code-cell pre')).toContainText('return Math.max(z - tau, 0)')
    await each.getByText('提示').click()
    await expect(each.getByText('时，权重就是')).toBeVisible()
    await each.getByText('参考解法').click()
    await expect(each.locator('[data-solution]')).toContainText('Math.sign(z)')
    await expect(each.getByRole('button')).toHaveCount(0)

    await page.goto('en/summary/')
    await expect(page.locator('challenge-overview a')).toHaveCount(16)
    await expect(page.locator('challenge-overview').getByRole('button')).toHaveCount(0)
  })
})
