import type { Locator, Page } from '@playwright/test'

/** Drags a finger from the middle of an element by so many pixels, in steps, as a touch screen reports it. */
export async function swipe(page: Page, from: Locator, dx: number, dy: number): Promise<void> {
  const box = (await from.boundingBox())!
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  const session = await page.context().newCDPSession(page)
  const dispatch = (type: 'touchStart' | 'touchMove' | 'touchEnd', share: number) =>
    session.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: type === 'touchEnd' ? [] : [{ x: x + share * dx, y: y + share * dy }],
    })
  await dispatch('touchStart', 0)
  for (let step = 1; step <= 8; step++) await dispatch('touchMove', step / 8)
  await dispatch('touchEnd', 1)
  await session.detach()
}
