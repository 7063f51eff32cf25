/* What the site as a whole does: its door, its languages, its search, what it tells other sites. */
import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { folder } from '../src/commands/testSite.mjs'
import { EMBED, SAMPLE } from './support/pages.ts'
import { watch } from './support/watch.ts'

const languages = [
  { name: 'English', locale: 'en', browser: 'en-GB', word: 'diamond' },
  { name: 'Chinese', locale: 'zh', browser: 'zh-TW', word: '菱形' },
]

for (const { name, locale, browser, word } of languages) {
  test.describe(`in ${name}`, () => {
    test.use({ locale: browser })

    test('the door leads to the language of the browser', async ({ page }) => {
      await page.goto('')
      await expect(page).toHaveURL(new RegExp(`/${locale}/$`))
    })

    test('the search finds a word, and its result opens, within the security policy', async ({
      page,
    }) => {
      const faults = watch(page)
      await page.goto(`${locale}/`)
      await page.keyboard.press('Control+k')
      await page.getByRole('searchbox').fill(word)
      const result = page.getByRole('dialog').getByRole('link').first()
      await expect(result).toContainText(word, { ignoreCase: true })
      await result.click()
      await expect(page).toHaveURL(new RegExp(`/${locale}/`))
      expect(faults).toEqual([])
    })
  })
}

test('the search waits until an input method has composed its word', async ({ page }) => {
  await page.goto('zh/')
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('searchbox')).toBeFocused()
  const status = page.getByRole('dialog').getByRole('status')
  const session = await page.context().newCDPSession(page)

  const letters = { text: 'ling xing', selectionStart: 9, selectionEnd: 9 }
  await session.send('Input.imeSetComposition', letters)
  await expect(page.getByRole('searchbox')).toHaveValue('ling xing')
  await expect(page.getByRole('dialog')).not.toContainText('ling xing')

  await session.send('Input.insertText', { text: '菱形' })
  await expect(status).toContainText('“菱形”')
})

test('the door falls back to English for a reader of neither language', async ({ browser }) => {
  const context = await browser.newContext({ locale: 'fr-FR' })
  const page = await context.newPage()
  await page.goto('')
  await expect(page).toHaveURL(/\/en\/$/)
  await context.close()
})

test('the door remembers the language that the reader chose', async ({ page }) => {
  await page.goto('en/')
  await languageLink(page, '中文').click()
  await expect(page).toHaveURL(/\/zh\/$/)
  await page.goto('')
  await expect(page).toHaveURL(/\/zh\/$/)
})

test('changing the language keeps heading and state', async ({ page }) => {
  await page.goto('en/l1/')
  const heading = await page.locator('main h2[id]').last().getAttribute('id')
  const place = `?geometry.lambda=0.3#${heading}`
  await page.goto(`en/l1/${place}`)
  await languageLink(page, '中文').click()
  await expect(page).toHaveURL((url) => url.href.endsWith(`/zh/l1/${place}`))
})

test('an old address of what has moved leads on, with the state that it holds', async ({
  page,
}) => {
  const state = '?feature-selection.lambda=0.3#feature-selection'
  await page.goto(`en/l1/${state}`)
  await expect(page).toHaveURL((url) => url.href.endsWith(`/en/lasso/${state}`))
  await expect(page.locator('#feature-selection')).toBeInViewport()
})

test('every page tells others what it is, where it is, and how it looks', () => {
  const pages = globSync('**/*.html', { cwd: folder }).filter(
    (file) => !/^(404|sandbox)\.html$|\/sample\//.test(file),
  )
  const wanted = ['title', 'description', 'url', 'locale', 'locale:alternate', 'image:alt']
  const faults = pages.flatMap((file) => {
    const [head] = readFileSync(join(folder, file), 'utf8').split('</head>')
    const missing = [
      ...(head.includes('<link rel="canonical"') ? [] : ['canonical']),
      // A figure alone is a part of its chapter.
      ...(head.includes('content="noindex"') ? [] : unsaid(head)),
    ]
    return missing.map((name) => `${file}: ${name}`)
  })
  function unsaid(head: string): string[] {
    const image = /property="og:image" content="https:\/\/[^/]+\/base\/([^"]+)"/.exec(head)?.[1]
    return [
      ...wanted.filter((name) => !new RegExp(`property="og:${name}" content="[^"]`).test(head)),
      ...['en', 'zh-CN'].filter((tag) => !head.includes(`hreflang="${tag}"`)),
      ...(head.includes('name="twitter:card"') ? [] : ['twitter:card']),
      ...(image && existsSync(join(folder, image)) ? [] : ['image']),
    ]
  }
  expect(faults).toEqual([])
})

test('the sitemap has every question, and no figure alone', () => {
  const sitemap = readFileSync(join(folder, 'sitemap-0.xml'), 'utf8')
  const questions = globSync('*/q/*/', { cwd: folder })
  expect(sitemap.match(/<loc>[^<]*\/q\/[^<]*<\/loc>/g)).toHaveLength(questions.length)
  expect(sitemap).not.toContain('/embed/')
})

test('a figure stands on a page of another site in its state, and leads home', async ({
  page,
  baseURL,
}) => {
  const src = `${baseURL}${EMBED}?geometry.lambda=0.5`
  // On a blank page, which has another origin than the site.
  await page.setContent(`<iframe src="${src}" title="A figure" width="700" height="460"></iframe>`)
  const frame = page.frameLocator('iframe')
  await frame.locator('[data-live]').waitFor()
  await frame.getByRole('slider', { name: 'Strength' }).press('ArrowRight')
  const home = frame.getByRole('link', { name: 'Diamond & Circle' })
  await expect(home).toHaveAttribute('href', /\/en\/l1\/\?geometry\.lambda=0\.5[1-9]\d*#geometry$/)
})

test('an address that does not exist shows a page that leads back', async ({ page }) => {
  const response = await page.goto('en/nowhere/')
  expect(response?.status()).toBe(404)
  await expect(page.getByRole('link', { name: 'English' })).toBeVisible()
  await expect(page.getByRole('link', { name: '中文' })).toBeVisible()
})

test('a browser that refuses storage costs what it would keep, and nothing else', async ({
  page,
}) => {
  await page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage']) {
      const get = () => {
        throw new DOMException('Access is denied for this document.', 'SecurityError')
      }
      Object.defineProperty(window, name, { get, configurable: true })
    }
  })
  await page.emulateMedia({ colorScheme: 'light' })
  const faults = watch(page)
  for (const path of [SAMPLE, 'en/playground/', 'zh/l1/', '404.html']) {
    await page.goto(path)
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'light')
  }
  await page.goto(SAMPLE)
  await page.locator('[data-theme-switch]').first().click()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  // What a missing page answers is no fault of storage.
  expect(faults.filter((fault) => !/404/.test(fault))).toEqual([])
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('an old address of what has moved shows where it is now', async ({ page }) => {
    await page.goto('zh/l2/#fade')
    const signpost = page.locator('aside.moved li', { has: page.locator('#fade') })
    await expect(signpost).toBeInViewport()
    await signpost.getByRole('link').click()
    await expect(page).toHaveURL(/\/zh\/weight-decay\/#fade$/)
  })

  test('the door offers both languages', async ({ page }) => {
    await page.goto('')
    await page.getByRole('link', { name: '中文' }).click()
    await expect(page).toHaveURL(/\/zh\/$/)
    await page.goto('')
    await page.getByRole('link', { name: 'English' }).click()
    await expect(page).toHaveURL(/\/en\/$/)
  })

  for (const { name, locale } of languages) {
    test(`a chapter shows its text and its formulas in ${name}`, async ({ page }) => {
      await page.goto(`${locale}/sample/`)
      await expect(page.locator('main h1')).toBeVisible()
      await expect(page.locator('main p').first()).toBeVisible()
      const formula = page.locator('main .katex-html').first()
      await formula.scrollIntoViewIfNeeded()
      expect((await formula.boundingBox())?.width).toBeGreaterThan(10)
    })
  }

  test('the link to the other language leads to the same page', async ({ page }) => {
    await page.goto('en/sample/')
    await languageLink(page, '中文').click()
    await expect(page).toHaveURL(/\/zh\/sample\/$/)
  })
})

function languageLink(page: Page, name: string) {
  return page.getByRole('link', { name, exact: true }).filter({ visible: true }).first()
}
