/* Programs that mean harm, in Chromium: each ends as it should, and the page goes on. */
import { expect, test, type Page } from '@playwright/test'
import { addressWith, countRuns, hasLinkedCode, pressRun, usualCell } from './support/cells.ts'
import { expectEnd } from './support/expectEnd.ts'
import { cellOf, hostilePrograms, tampering } from './support/hostilePrograms.ts'
import { thorough } from './support/thorough.ts'
import { watch } from './support/watch.ts'

/** What the console says of a thing that the policy forbade is no fault of the page. */
const POLICY = /Content Security Policy/

async function open(page: Page, code: string, cell: string = usualCell): Promise<void> {
  await page.goto(await addressWith(code, cell))
  await page.waitForFunction(hasLinkedCode, cell)
}

test('every hostile program ends as it should, and the next one runs', async ({ page }) => {
  test.slow()
  const faults = watch(page)
  // Of each kind, hostile.spec.ts tries the worst.
  for (const program of thorough ? hostilePrograms : hostilePrograms.slice(0, 5)) {
    await test.step(program.name, async () => {
      const cell = cellOf(program)
      await open(page, program.code, cell)
      expectEnd(program, await page.evaluate(pressRun, cell))
    })
  }
  await open(page, 'print(6 * 7)')
  expect(await page.evaluate(pressRun, usualCell)).toMatchObject({ printed: '42' })
  expect(faults.filter((fault) => !POLICY.test(fault))).toEqual([])
})

test('what a program spoils is whole again in the next run', async ({ page }) => {
  await open(page, tampering)
  for (let run = 0; run < 3; run++) {
    expect(await page.evaluate(pressRun, usualCell)).toMatchObject({ printed: '0' })
  }
})

test('a link runs nothing by itself', async ({ page }) => {
  const runs = await countRuns(page)
  await open(page, "print('ran')")
  await expect(page.locator(`#${usualCell} .cell-print`)).toHaveCount(0)
  expect(await page.evaluate(pressRun, usualCell)).toMatchObject({ printed: 'ran' })
  expect(await runs()).toBe(1)
})

test('Stop ends a program at once', async ({ page }) => {
  await open(page, 'for (;;);')
  const ended = page.evaluate(pressRun, usualCell)
  const button = page.locator(`#${usualCell} [data-action="run"]`)
  await expect(button).toHaveText(/Stop/)
  await button.click()
  expect(await ended).toMatchObject({ failure: { code: 'stopped' } })
})

test('programs run without the network once the page has been read', async ({ page, context }) => {
  await open(page, 'plot({ marks: [] }); print(1)')
  await expect(page.locator(`#${usualCell}`)).toHaveAttribute('data-ready', '')
  await context.setOffline(true)
  expect(await page.evaluate(pressRun, usualCell)).toMatchObject({ printed: '1' })
})

test('the sandbox does nothing for a page that opens it by itself', async ({ page }) => {
  const faults = watch(page)
  await page.goto('sandbox.html')
  const answered = await page.evaluate(() => {
    const { port1, port2 } = new MessageChannel()
    const answer = new Promise((resolve) => (port1.onmessage = () => resolve('an answer')))
    postMessage('postMessage(1)', '*', [port2])
    port1.postMessage({ command: 'ping' })
    return Promise.race([answer, new Promise((resolve) => setTimeout(resolve, 500, 'none'))])
  })
  expect(answered).toBe('none')
  expect(faults).toEqual([])
})
