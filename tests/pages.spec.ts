/* What holds for every page of the site. */
import { expect, test, type Page } from '@playwright/test'
import { serve } from '../bench/pages/serve.ts'
import { base, folder } from '../src/commands/testSite.mjs'
import { axeFaults } from './support/axe.ts'
import { followRequests } from './support/followRequests.ts'
import { EMBED, htmlOf, paths, SAMPLE } from './support/pages.ts'
import { scrollThrough } from './support/scrollThrough.ts'
import { watchShifts } from './support/shifts.ts'
import { thorough } from './support/thorough.ts'
import { watch } from './support/watch.ts'

const english = paths.filter((path) => !path.startsWith('zh/'))
/** One page of each kind, which is looked at on a phone in the dark as well. */
const kinds = [
  'en/',
  SAMPLE,
  'en/questions/',
  'en/q/why-zeros/',
  EMBED,
  'en/playground/',
  'en/claims/',
  '404.html',
]

const WIDE = { width: 1280, height: 800 }
const NARROW = { width: 375, height: 800 }

test('there are pages to test, of each kind', () => {
  expect(paths).toEqual(expect.arrayContaining(['zh/', ...kinds]))
})

let slowSite: Awaited<ReturnType<typeof serve>>
test.beforeAll(async () => {
  slowSite = await serve(folder, base, 15)
})
test.afterAll(() => slowSite.close())

for (const path of paths) {
  test(`${path} stands still while it comes, keeps its console silent, its requests at home and the width of the window, and is accessible`, async ({
    page,
  }) => {
    const faults = watch(page)
    const shifts = await watchShifts(page)
    const untilLoaded = followRequests(page)
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
    // The languages take turns, as their pages are laid out alike.
    const [own, other] = english.includes(path) ? [WIDE, NARROW] : [NARROW, WIDE]
    for (const size of thorough ? [other, own] : [own]) {
      await page.setViewportSize(size)
      await page.goto(slowSite.address + path)
      await untilLoaded()
      expect(await shifts()).toEqual([])
    }
    // The other language has the same parts and colours, as the build sees to.
    const isTranslation = !english.includes(path) && !thorough
    if (!isTranslation) await scrollThrough(page)
    await untilLoaded()
    await expect(page.locator('meta[http-equiv="content-security-policy"]')).toHaveCount(1)

    for (const size of [other, own]) {
      await page.setViewportSize(size)
      expect(await overflow(page)).toBeLessThanOrEqual(0)
    }
    expect(faults).toEqual([])

    if (path.endsWith('/cheat-sheet/')) {
      expect(await sheets(page, 'A4')).toBe(1)
      expect(await sheets(page, 'Letter')).toBe(1)
    }
    if (isTranslation) {
      expect(new Set(await languages(page))).toEqual(new Set(['zh-CN', 'en']))
      return
    }
    const isOfItsKind = (thorough ? english : kinds).includes(path)
    // Chapters have the colours of the sample page, which holds one of everything that they hold.
    const isLikeSample = !isOfItsKind && htmlOf(path).includes('<course-figure')
    expect(await axeFaults(page, { colours: !isLikeSample })).toEqual([])
    if (!isOfItsKind) return
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
    await page.setViewportSize(NARROW)
    // It has no choice of theme, and takes that of the system when it opens.
    if (path === '404.html') await page.reload()
    // The page hears of it a moment later.
    await expect.poll(() => isPaperLight(page)).toBe(false)
    expect(await axeFaults(page)).toEqual([])
  })
}

/** The languages that a page says its parts are in, its own first. */
function languages(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('[lang]')].map(({ lang }) => lang),
  )
}

/** By how much the page is wider than the window, in px. */
function overflow(page: Page): Promise<number> {
  return page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
}

/** The number of sheets on which the page prints. */
async function sheets(page: Page, format: 'A4' | 'Letter'): Promise<number> {
  const file = await page.pdf({ format })
  return file.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0
}

/** Whether the ground on which a page is set is light. */
function isPaperLight(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const context = document.createElement('canvas').getContext('2d')!
    context.fillStyle = getComputedStyle(document.body).backgroundColor
    context.fillRect(0, 0, 1, 1)
    return context.getImageData(0, 0, 1, 1).data[1] > 127
  })
}
