/* The other tests rely on `watch`: here it has to find what they must not miss. */
import { expect, test, type Page } from '@playwright/test'
import { followRequests } from './support/followRequests.ts'
import { watch } from './support/watch.ts'

/** Opens the English home page with something more at the end of its body. */
async function openWith(page: Page, html: string): Promise<string[]> {
  await page.route('**/en/', async (route) => {
    const response = await route.fetch()
    const body = (await response.text()).replace('</body>', `${html}</body>`)
    await route.fulfill({ response, body })
  })
  const faults = watch(page)
  const untilLoaded = followRequests(page)
  await page.goto('en/')
  await untilLoaded()
  return faults
}

test('an inline script that the build did not write is blocked and found', async ({ page }) => {
  const faults = await openWith(page, '<script>document.title = "taken over"</script>')
  expect(faults.join()).toContain('Content Security Policy')
  expect(await page.title()).not.toBe('taken over')
})

test('a picture from elsewhere is blocked and found', async ({ page }) => {
  const faults = await openWith(page, '<img src="https://elsewhere.example/x.png" alt="">')
  expect(faults.join()).toContain('elsewhere.example')
})

test('a file that is missing is found', async ({ page }) => {
  const faults = await openWith(page, '<img src="/gone.png" alt="">')
  expect(faults.join()).toMatch(/404: .*gone\.png/)
})
