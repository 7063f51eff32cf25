import { expect, test, type Page } from '@playwright/test'
import { challengeChapters, challengeCount } from './support/challenges.ts'
import { SAMPLE } from './support/pages.ts'
import { oneOf } from './support/thorough.ts'
import { watch } from './support/watch.ts'

/* Challenges as readers meet them: by themselves, and in the list of all of the course. */

const KEY = 'course-challenges-1'
/** The challenge of the sample page, and two that its list of all challenges names. */
const [ID, LISTED, OTHER] = ['sample-double', 'twins', 'leaking-folds']

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
  await page.goto(SAMPLE)
  await run(page, ID)
  const output = challenge(page, ID).locator('[data-output]')
  await expect(output).toContainText('double(2) should be 4.')
  await expect(output).not.toContainText('double(0) should be 0.')
  await expect(verdict(page, ID)).toHaveText('1 of 2 checks hold.')
  await expect(challenge(page, ID).getByText('Solved')).toBeHidden()

  await edit(page, ID, (code) => code.replace('=> x', '=> x + x'))
  await run(page, ID)
  await expect(verdict(page, ID)).toHaveText('All checks hold. Well done!')
  await expect(challenge(page, ID).getByText('Solved')).toBeVisible()
  expect(faults).toEqual([])
})

/** Where the list shows that a challenge of some chapter is solved. */
const listed = (page: Page, id: string) =>
  page.locator(`challenge-overview [data-challenge="${id}"]`)

test('progress outlives the page, holds in both languages, and can be forgotten', async ({
  page,
}) => {
  await page.goto('404.html')
  await page.evaluate(
    ([key, ...solved]) => localStorage.setItem(key, JSON.stringify({ version: 1, solved })),
    [KEY, ID, LISTED],
  )
  for (const locale of ['en', 'zh']) {
    await page.goto(`${locale}/sample/`)
    await expect(challenge(page, ID)).toHaveAttribute('data-solved', '')
    await expect(listed(page, LISTED)).toHaveAttribute('data-solved', '')
    await expect(listed(page, OTHER)).not.toHaveAttribute('data-solved', '')
  }
  const overview = page.locator('challenge-overview')
  await expect(overview.locator('[data-count]')).toHaveText(
    `全课程 ${challengeCount} 题，已完成 1 题。`,
  )
  await overview.getByRole('button', { name: '清除我的进度' }).click()
  await expect(overview.locator('[data-count]')).toHaveText(
    `全课程 ${challengeCount} 题，已完成 0 题。`,
  )
  await expect(challenge(page, ID)).not.toHaveAttribute('data-solved', '')
  expect(await page.evaluate((key) => localStorage.getItem(key), KEY)).toBeNull()
})

test('a damaged store is no fault, and is mended by the next solution', async ({ page }) => {
  const faults = watch(page)
  await page.goto(SAMPLE)
  await page.evaluate((key) => localStorage.setItem(key, '{"solved":'), KEY)
  await page.reload()
  await expect(challenge(page, ID)).not.toHaveAttribute('data-solved', '')
  await challenge(page, ID).getByText('A solution').click()
  await challenge(page, ID).getByText('Put it into the editor').click()
  await expect(challenge(page, ID).locator('.cm-content')).toBeVisible()
  await run(page, ID)
  await expect(challenge(page, ID)).toHaveAttribute('data-solved', '')
  await page.reload()
  await expect(challenge(page, ID)).toHaveAttribute('data-solved', '')
  expect(faults).toEqual([])
})

test('a name that the checks look at and that is gone is asked for', async ({ page }) => {
  await page.goto(SAMPLE)
  await edit(page, ID, (code) => code.replaceAll('double', 'twice'))
  await run(page, ID)
  await expect(verdict(page, ID)).toContainText('The checks look at double')
})

for (const { chapter, count } of oneOf(challengeChapters)) {
  test(`the solutions of ${chapter} solve its challenges in the browser`, async ({ page }) => {
    await page.goto(`zh/${chapter}/`)
    const all = page.locator('course-challenge')
    await expect(all).toHaveCount(count)
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
    ([key, ...solved]) => localStorage.setItem(key, JSON.stringify({ version: 1, solved })),
    [KEY, ID, LISTED],
  )
  await page.goto(SAMPLE)
  const sizes = () =>
    page
      .locator('course-challenge > *, challenge-overview :is(li, [data-count])')
      .evaluateAll((parts) =>
        parts.map((part) => {
          const { width, height } = part.getBoundingClientRect()
          return [width, height]
        }),
      )
  await expect(challenge(page, ID)).toHaveAttribute('data-solved', '')
  const solved = await sizes()
  await page.getByRole('button', { name: 'Forget my progress' }).click()
  await expect(challenge(page, ID)).not.toHaveAttribute('data-solved', '')
  expect(await sizes()).toEqual(solved)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('task, program, hint and solution can be read, and nothing is offered that cannot be done', async ({
    page,
  }) => {
    await page.goto('zh/sample/')
    const each = challenge(page, ID)
    await expect(each.locator('.challenge-title')).toContainText('变成两倍')
    await expect(each.locator('code-cell pre')).toContainText('=> x')
    await each.getByText('提示').click()
    await expect(each.getByText('与自己相加')).toBeVisible()
    await each.getByText('参考解法').click()
    await expect(each.locator('[data-solution]')).toContainText('2 * x')
    await expect(each.getByRole('button')).toHaveCount(0)

    const overview = page.locator('challenge-overview')
    await expect(overview.locator('a')).toHaveCount(challengeCount)
    await expect(overview.getByRole('button')).toHaveCount(0)
  })
})
