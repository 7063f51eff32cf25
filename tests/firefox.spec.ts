/* The cells in Firefox, which Playwright cannot drive as Debian ships it: hence by Puppeteer. */
import { expect, test } from '@playwright/test'
import puppeteer, { type Browser, type Page } from 'puppeteer-core'
import { findFirefox } from '../src/commands/findBrowser.mjs'
import { addressWith, hasLinkedCode, pressRun, usualCell } from './support/cells.ts'
import { expectEnd } from './support/expectEnd.ts'
import { cellOf, hostilePrograms, tampering } from './support/hostilePrograms.ts'

const executablePath = findFirefox()

test.describe('in Firefox', () => {
  test.skip(!executablePath, 'No Firefox found: install it, or set FIREFOX_PATH to its program.')

  let browser: Browser
  let page: Page

  test.beforeAll(async () => {
    browser = await puppeteer.launch({ browser: 'firefox', executablePath, headless: true })
  })
  test.beforeEach(async () => {
    page = await browser.newPage()
  })
  test.afterEach(() => page?.close())
  test.afterAll(() => browser?.close())

  async function open(code: string, baseURL: string | undefined, cell: string = usualCell) {
    await page.goto(new URL(await addressWith(code, cell), baseURL).href)
    await page.waitForFunction(hasLinkedCode, {}, cell)
  }

  test('every hostile program ends as it should, and the next one runs', async ({ baseURL }) => {
    test.slow()
    for (const program of hostilePrograms) {
      await test.step(program.name, async () => {
        const cell = cellOf(program)
        await open(program.code, baseURL, cell)
        expectEnd(program, await page.evaluate(pressRun, cell))
      })
    }
    await open('print(6 * 7)', baseURL)
    expect(await page.evaluate(pressRun, usualCell)).toMatchObject({ printed: '42' })
  })

  test('what a program spoils is whole again in the next run', async ({ baseURL }) => {
    await open(tampering, baseURL)
    for (let run = 0; run < 3; run++) {
      expect(await page.evaluate(pressRun, usualCell)).toMatchObject({ printed: '0' })
    }
  })

  test('data, plots and fast kernels work', async ({ baseURL }) => {
    const code = `import { lassoPath, loadFastKernels } from 'shrinkage'
import diabetes from 'data/diabetes'
import * as Plot from '@observablehq/plot'
plot(Plot.dot([[1, 2]]).plot({ caption: 'one dot' }))
table([{ a: 1 }])
print(await loadFastKernels(), diabetes.rows.length, typeof lassoPath)`
    await open(code, baseURL)
    const { failure, printed } = await page.evaluate(pressRun, usualCell)
    expect(failure).toBeUndefined()
    expect(printed).toBe('true 442 function')
    expect(await page.$$eval(`#${usualCell} .cell-output circle`, (all) => all.length)).toBe(1)
  })
})
