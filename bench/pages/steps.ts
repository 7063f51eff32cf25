import { readFileSync } from 'node:fs'
import { globSync } from 'node:fs'
import type { Browser, Page } from '@playwright/test'

/** Steps of one slider: enough for a 95th percentile, few enough for all sliders of the course. */
const STEPS = 24

const WINDOW = { width: 1280, height: 900 }

/**
 * Times the steps of every slider of every figure in the browser.
 *
 * @param site the built site, its address, and a word that restricts the figures
 * @param slowdown how many times slower the processor is made
 * @returns for each slider the 95th percentile from the input to the painted frame, in ms
 */
export async function sliderSteps(
  browser: Browser,
  site: { folder: string; address: string; word: string },
  slowdown: number,
): Promise<{ figure: string; slider: string; time: number }[]> {
  const results: { figure: string; slider: string; time: number }[] = []
  for (const { figure, path } of figuresOf(site.folder)) {
    if (!`${figure} ${path}`.includes(site.word)) continue
    const page = await browser.newPage({ viewport: WINDOW, reducedMotion: 'reduce' })
    await page.goto(site.address + path)
    const element = page.locator(`course-figure[data-figure="${figure}"]`).first()
    await element.scrollIntoViewIfNeeded()
    await element.and(page.locator('[data-live]')).waitFor()
    // The renderer comes with the first touch.
    await element.dispatchEvent('pointerover')
    await page.waitForLoadState('networkidle')
    await slow(page, slowdown)
    const names = await element.evaluate((root) =>
      [...root.querySelectorAll<HTMLInputElement>('input[type=range]')]
        .filter((input) => input.checkVisibility() && !input.disabled)
        .map(
          (input) =>
            input.closest('[data-parameter]')?.getAttribute('data-parameter') ?? input.name,
        ),
    )
    for (const [index, slider] of names.entries()) {
      const times = await element.evaluate(
        async (root, [at, steps]) => {
          const input = [...root.querySelectorAll<HTMLInputElement>('input[type=range]')].filter(
            (each) => each.checkVisibility() && !each.disabled,
          )[at]
          const [min, max] = [Number(input.min), Number(input.max)]
          const painted = () =>
            new Promise<void>((resolve) => {
              requestAnimationFrame(() => {
                const { port1, port2 } = new MessageChannel()
                port1.onmessage = () => resolve()
                port2.postMessage(undefined)
              })
            })
          const times: number[] = []
          for (let step = 0; step <= steps + 4; step++) {
            const share = Math.abs(((step / 20) % 2) - 1)
            input.value = String(min + (max - min) * share)
            const start = performance.now()
            input.dispatchEvent(new Event('input', { bubbles: true }))
            await painted()
            // The first steps load and compile.
            if (step > 4) times.push(performance.now() - start)
          }
          return times
        },
        [index, STEPS] as const,
      )
      results.push({ figure, slider, time: percentile(times, 0.95) })
    }
    await page.close()
  }
  return results
}

/**
 * Times the full redraw by Plot of contours over a grid of 60 by 60, in the same way.
 *
 * @param slowdown how many times slower the processor is made
 * @returns the 95th percentile, in ms
 */
export async function plotSteps(browser: Browser, slowdown: number): Promise<number> {
  const page = await browser.newPage({ viewport: WINDOW })
  await page.setContent('<!doctype html><div></div>')
  for (const path of ['d3/dist/d3.min.js', '@observablehq/plot/dist/plot.umd.min.js']) {
    await page.addScriptTag({ content: readFileSync(`node_modules/${path}`, 'utf8') })
  }
  await slow(page, slowdown)
  const times = await page.evaluate(async (steps) => {
    const { Plot } = globalThis as unknown as { Plot: typeof import('@observablehq/plot') }
    const box = document.querySelector('div')!
    const painted = () =>
      new Promise<void>((resolve) => {
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel()
          port1.onmessage = () => resolve()
          port2.postMessage(undefined)
        })
      })
    const times: number[] = []
    for (let step = 0; step <= steps + 4; step++) {
      const start = performance.now()
      const values = Float64Array.from({ length: 3600 }, (_, at) => {
        const [x, y] = [(at % 60) / 20 - 1.5, Math.floor(at / 60) / 20 - 1.5]
        return x * x + (1 + step / 20) * x * y + 2 * y * y + Math.abs(x)
      })
      requestAnimationFrame(() => {
        box.replaceChildren(
          Plot.plot({
            width: 640,
            height: 480,
            marks: [
              Plot.contour(values, { width: 60, height: 60, stroke: 'black', thresholds: 12 }),
            ],
          }),
        )
      })
      await painted()
      if (step > 4) times.push(performance.now() - start)
    }
    return times
  }, STEPS)
  await page.close()
  return percentile(times, 0.95)
}

/** Each figure, with the first page that has it. */
function figuresOf(folder: string): { figure: string; path: string }[] {
  const found = new Map<string, string>()
  for (const file of globSync(`${folder}/en/*/index.html`).sort()) {
    if (file.includes('sample')) continue
    const path = file.replaceAll('\\', '/').slice(folder.length + 1, -'index.html'.length)
    for (const [, figure] of readFileSync(file, 'utf8').matchAll(/data-figure="([^"]+)"/g)) {
      if (!found.has(figure)) found.set(figure, path)
    }
  }
  return [...found].map(([figure, path]) => ({ figure, path }))
}

async function slow(page: Page, rate: number): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate })
}

function percentile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.ceil(share * values.length) - 1]
}
