/* npm run test:webkit: the cells in WebKit, as Debian ships it. It is slow, so npm test leaves it out. */
import { expect, test } from '@playwright/test'
import { addressWith, hasLinkedCode, pressRun, usualCell } from './support/cells.ts'
import { cellOf, hostilePrograms, tampering } from './support/hostilePrograms.ts'
import { WebKit, webkitProgram } from './support/webkit.ts'

test.describe('in WebKit', () => {
  // One after the other, as a driver serves one session.
  test.describe.configure({ mode: 'default' })

  let browser: WebKit

  test.beforeAll(async () => {
    expect(webkitProgram, 'Debian has WebKit in webkit2gtk-driver, and xvfb').toBeDefined()
    browser = await WebKit.launch()
  })
  test.afterAll(() => browser?.close())

  async function run(code: string, baseURL: string | undefined, cell: string = usualCell) {
    await browser.goto(new URL(await addressWith(code, cell), baseURL).href)
    await expect.poll(() => browser.evaluate(hasLinkedCode, cell)).toBe(true)
    return browser.evaluate(pressRun, cell)
  }

  test('every hostile program ends as it should, and the next one runs', async ({ baseURL }) => {
    test.slow()
    for (const program of hostilePrograms) {
      const { name, code, failure: wanted, prints } = program
      await test.step(name, async () => {
        const { failure, printed } = await run(code, baseURL, cellOf(program))
        // Words and places of errors are this engine's own.
        if (wanted) expect([wanted.code].flat(), failure?.message).toContain(failure?.code)
        else expect(failure ?? null).toBeNull()
        if (prints !== undefined) expect(printed).toBe(prints)
      })
    }
    expect(await run('print(6 * 7)', baseURL)).toMatchObject({ printed: '42' })
  })

  test('what a program spoils is whole again, and data, plots and fast kernels work', async ({
    baseURL,
  }) => {
    for (let k = 0; k < 2; k++)
      expect(await run(tampering, baseURL)).toMatchObject({ printed: '0' })
    const code = `import { loadFastKernels } from 'shrinkage'
import diabetes from 'data/diabetes'
plot({ marks: [] })
print(await loadFastKernels(), diabetes.rows.length)`
    expect(await run(code, baseURL)).toMatchObject({ printed: 'true 442' })
  })
})
