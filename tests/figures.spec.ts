import { expect, test, type Page } from '@playwright/test'
import { clickAndSee } from './support/clickAndSee.ts'
import { followRequests } from './support/followRequests.ts'
import { SAMPLE } from './support/pages.ts'
import { oneOf } from './support/thorough.ts'

/* Figures as readers use them, on the sample page. */

const languages = [
  { locale: 'en', other: 'zh', link: '中文', lambda: 'Strength λ', zero: 'w₂ is exactly zero' },
  { locale: 'zh', other: 'en', link: 'English', lambda: '正则化系数 λ', zero: 'w₂ 恰为零' },
]

/** Opens a page and waits until its first figure listens. */
async function open(page: Page, path: string) {
  await page.goto(path)
  await page.locator('#geometry').scrollIntoViewIfNeeded()
  await expect(page.locator('#geometry')).toHaveAttribute('data-live', '')
}

const figure = (page: Page) => page.locator('#geometry')
const caption = (page: Page) => figure(page).locator('[data-caption]')
const readout = (page: Page, name: string) => figure(page).locator(`[data-readout="${name}"] dd`)
const lambdaField = (page: Page) =>
  figure(page).locator('input[type="number"][data-parameter="lambda"]')
const lambdaSlider = (page: Page) =>
  figure(page).locator('input[type="range"][data-parameter="lambda"]')
const state = (page: Page) => new URL(page.url()).searchParams

for (const { locale, lambda, zero } of oneOf(languages)) {
  test.describe(locale, () => {
    test('dragging the optimum moves the solution, and the address follows', async ({ page }) => {
      await open(page, `${locale}/sample/`)
      await expect(caption(page)).toContainText(zero)
      const grip = figure(page).locator('.figure-grip')
      await grip.scrollIntoViewIfNeeded()
      const box = (await grip.boundingBox())!
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
      await page.mouse.move(x, y)
      await page.mouse.down()
      await page.mouse.move(x - 20, y - 60, { steps: 5 })
      await page.mouse.up()
      await expect(caption(page)).not.toContainText(zero)
      await expect.poll(() => state(page).get('geometry.optimum')).toMatch(/^1\.\d+,1\.\d+$/)
      await expect(readout(page, 'gap')).toContainText(/^(0|\d × 10⁻1?)/)
    })

    test('the keyboard does all that a pointer does', async ({ page }) => {
      await open(page, `${locale}/sample/`)
      const grip = figure(page).locator('.figure-grip')
      await grip.focus()
      const before = await readout(page, 'optimum').textContent()
      // Two keys within one frame.
      await grip.evaluate((element) => {
        for (const key of ['ArrowUp', 'ArrowLeft']) {
          element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))
        }
      })
      await expect(readout(page, 'optimum')).toHaveText('(1.800, 0.700)')
      await page.keyboard.press('Home')
      await expect(readout(page, 'optimum')).toHaveText(before!)
      await lambdaSlider(page).focus()
      await page.keyboard.press('ArrowRight')
      await expect(lambdaField(page)).toHaveValue('1.01')
      await page.keyboard.press('End')
      await expect(lambdaField(page)).toHaveValue('4')
      await expect(readout(page, 'w')).toHaveText('(0.000, 0.000)')
    })

    test('a number can be typed, and one out of range is refused with a reason', async ({
      page,
    }) => {
      await open(page, `${locale}/sample/`)
      await lambdaField(page).fill('0.5')
      await expect(lambdaSlider(page)).toHaveValue('0.5')
      await expect.poll(() => state(page).get('geometry.lambda')).toBe('0.5')
      await lambdaField(page).fill('7')
      await expect(figure(page).getByRole('alert').filter({ hasText: lambda })).toContainText('4')
      await expect(lambdaSlider(page)).toHaveValue('0.5')
      await lambdaField(page).blur()
      await expect(lambdaField(page)).toHaveValue('0.5')
      await expect(figure(page).getByRole('alert').filter({ hasText: lambda })).toHaveCount(0)
    })

    test('a hostile link changes nothing that a control could not', async ({ page }) => {
      await open(
        page,
        `${locale}/sample/?geometry.lambda=1e99&geometry.penalty=%3Cscript%3E&geometry.optimum=NaN,NaN`,
      )
      await expect(lambdaField(page)).toHaveValue('4')
      await expect(readout(page, 'optimum')).toHaveText('(1.900, 0.600)')
    })

    test('without JavaScript the figure stands: picture, words, numbers', async ({ browser }) => {
      const page = await browser.newPage({ javaScriptEnabled: false })
      await page.goto(`${locale}/sample/`)
      await expect(figure(page).locator('svg').first()).toBeVisible()
      await expect(caption(page)).toContainText(zero)
      await expect(readout(page, 'w')).toHaveText('(1.140, 0.000)')
      await expect(lambdaSlider(page)).toBeHidden()
      await figure(page).locator('summary').first().click()
      await expect(figure(page).locator('tbody tr').first()).toBeVisible()
      await page.close()
    })
  })
}

for (const { locale, other, link } of languages) {
  test(`a link to a state opens it, survives a reload, and is kept by the other language, from ${locale}`, async ({
    page,
  }) => {
    const query = '?geometry.penalty=l2&geometry.lambda=0.5&geometry.optimum=2,1'
    await open(page, `${locale}/sample/${query}#geometry`)
    const solution = await readout(page, 'w').textContent()
    expect(solution).toMatch(/^\(1\.\d+, 0\.\d+\)$/)
    await expect(figure(page).locator('select[data-parameter="penalty"]')).toHaveValue('l2')
    await page.reload()
    await expect(readout(page, 'w')).toHaveText(solution!)
    const button = page.getByRole('link', { name: link, exact: true }).filter({ visible: true })
    await button.first().click()
    await page.waitForURL(`**/${other}/sample/**`)
    expect(new URL(page.url()).search).toBe(query)
    expect(new URL(page.url()).hash).toBe('#geometry')
    await expect(readout(page, 'w')).toHaveText(solution!)
  })
}

test('play runs λ to its end, and any touch stops it', async ({ page }) => {
  await open(page, SAMPLE)
  const play = figure(page).getByRole('button', { name: 'Play' })
  const [moved, stopped, later] = await play.evaluate(async (button: HTMLElement) => {
    const slider = button
      .closest('course-figure')!
      .querySelector<HTMLInputElement>('input[type="range"][data-parameter="lambda"]')!
    const frames = async (isOver: (count: number) => boolean) => {
      for (let count = 0; !isOver(count); count++) await new Promise(requestAnimationFrame)
    }
    const start = slider.value
    button.click()
    await frames(() => slider.value !== start)
    const moved = Number(slider.value) - Number(start)
    slider.dispatchEvent(new Event('input', { bubbles: true }))
    const stopped = slider.value
    await frames((count) => count === 12)
    return [moved, stopped, slider.value]
  })
  expect(moved).toBeGreaterThan(0)
  expect(later).toBe(stopped)
  await expect(play).toBeVisible()
})

test('reset goes back to the start, and clears the address', async ({ page }) => {
  await open(page, `${SAMPLE}?geometry.lambda=2`)
  await expect(lambdaField(page)).toHaveValue('2')
  await figure(page).getByRole('button', { name: 'Reset' }).click()
  await expect(lambdaField(page)).toHaveValue('1')
  await expect.poll(() => new URL(page.url()).search).toBe('')
})

test('throwing again draws other losses, with the share of each penalty', async ({ page }) => {
  await open(page, SAMPLE)
  await expect(caption(page)).toContainText('L2 brings any to zero for 0%')
  const specks = figure(page).locator('[data-panel="throws-l1"] [data-layer="throws"]')
  const before = await specks.innerHTML()
  await figure(page).getByRole('button', { name: 'Throw 500 optima' }).click()
  await expect.poll(() => specks.innerHTML()).not.toBe(before)
  await expect.poll(() => state(page).get('geometry.seed')).toBe('2')
})

test('the link that is copied opens the same state', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await open(page, SAMPLE)
  await lambdaField(page).fill('0.7')
  await clickAndSee(
    figure(page).getByRole('button', { name: 'Copy link' }),
    figure(page).getByText('Link copied'),
  )
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(new URL(copied).search).toBe('?geometry.lambda=0.7')
  await page.goto(copied)
  await expect(lambdaField(page)).toHaveValue('0.7')
})

test('picture and numbers can be taken home', async ({ page }) => {
  await open(page, `${SAMPLE}?geometry.lambda=0.7`)
  for (const [format, content] of [
    ['SVG', /^<svg[^]*<ellipse[^]*<\/svg>$/],
    ['PNG', /^\x89PNG/],
    ['CSV', /^λ,w₁,w₂/],
  ] as const) {
    const promise = page.waitForEvent('download')
    await figure(page)
      .getByRole('button', { name: `Download ${format}` })
      .click()
    const download = await promise
    expect(download.suggestedFilename()).toBe(`geometry.${format.toLowerCase()}`)
    const chunks: Buffer[] = []
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer)
    const text = Buffer.concat(chunks).toString(format === 'PNG' ? 'latin1' : 'utf8')
    expect(text).toMatch(content)
    expect(text).not.toContain('var(--')
  }
})

test('the program and the table follow the state', async ({ page }) => {
  await open(page, SAMPLE)
  for (const summary of await figure(page).locator('summary').all()) await summary.click()
  await lambdaField(page).fill('0.25')
  await expect(figure(page).locator('code-cell pre')).toContainText('const lambda = 0.25')
  await expect(
    figure(page)
      .locator('[data-table] td')
      .filter({ hasText: /^0\.25$/ }),
  ).toHaveCount(1)
})

test('a figure costs little before it is touched, and its renderer comes with the first touch', async ({
  page,
}) => {
  const scripts: string[] = []
  page.on('request', (request) => {
    if (request.resourceType() === 'script') scripts.push(new URL(request.url()).pathname)
  })
  const untilLoaded = followRequests(page)
  await open(page, SAMPLE)
  await untilLoaded()
  const untouched = scripts.length
  expect(scripts.filter((path) => /draw/.test(path))).toEqual([])
  await figure(page).locator('.figure-grip').focus()
  await expect.poll(() => scripts.length).toBeGreaterThan(untouched)
})
