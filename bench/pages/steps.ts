import { globSync, readFileSync } from 'node:fs'
import type { Browser, Page } from '@playwright/test'

/** Steps of one slider: enough for a 95th percentile, few enough for all sliders of the course. */
const STEPS = 24

/** Steps before these, which load and compile: they are not counted. */
const FIRST_STEPS = 5

const WINDOW = { width: 1280, height: 900 }

/** Times in ms, the 95th percentile of steps from the input to the painted frame. */
export interface SliderTime {
  figure: string
  slider: string
  /** At full speed, and on a processor slowed down four times. */
  times: number[]
  /** What the full redraw by Plot took at both speeds, right before the figure. */
  references: number[]
}

/** How many times slower the processor is made. */
const SLOWDOWNS = [1, 4]

/**
 * Times the steps of every slider of every figure in the browser.
 *
 * @param site the built site, its address, and a word that restricts the figures
 */
export async function sliderSteps(
  browser: Browser,
  site: { folder: string; address: string; word: string },
): Promise<SliderTime[]> {
  const plot = await plotPage(browser)
  const slowPlot = await slowerOf(plot)
  const results: SliderTime[] = []
  for (const { figure, path } of figuresOf(site.folder)) {
    if (!`${figure} ${path}`.includes(site.word)) continue
    const references: number[] = []
    for (const slowdown of SLOWDOWNS) {
      await slowPlot(slowdown)
      references.push(percentile95(await plot.evaluate(plotTimes, FIRST_STEPS + STEPS)))
    }
    const page = await figurePage(browser, site.address + path, figure)
    const slowPage = await slowerOf(page)
    const sliders = await page.evaluate(() => markSliders())
    const times = sliders.map((): number[] => [])
    for (const slowdown of SLOWDOWNS) {
      await slowPage(slowdown)
      for (const index of sliders.keys()) {
        const steps = await page.evaluate(sliderTimes, [index, FIRST_STEPS + STEPS] as const)
        times[index].push(percentile95(steps))
      }
    }
    results.push(
      ...sliders.map((slider, index) => ({ figure, slider, times: times[index], references })),
    )
    await page.close()
  }
  await plot.close()
  return results
}

/** Opens a page with a figure that is live, its renderer loaded and all of its controls in sight. */
async function figurePage(browser: Browser, address: string, figure: string): Promise<Page> {
  const page = await browser.newPage({ viewport: WINDOW, reducedMotion: 'reduce' })
  await page.goto(address)
  const element = page.locator(`course-figure[data-figure="${figure}"]:not([data-controls])`)
  await element.first().scrollIntoViewIfNeeded()
  await element.first().and(page.locator('[data-live]')).waitFor()
  // The renderer comes with the first touch.
  await element.first().dispatchEvent('pointerover')
  await page.waitForLoadState('networkidle')
  await page.evaluate(definePainted)
  await page.evaluate(defineSliders, figure)
  return page
}

/** Opens a page with Plot. */
async function plotPage(browser: Browser): Promise<Page> {
  const page = await browser.newPage({ viewport: WINDOW })
  await page.setContent('<!doctype html><div></div>')
  for (const path of ['d3/dist/d3.min.js', '@observablehq/plot/dist/plot.umd.min.js']) {
    await page.addScriptTag({ content: readFileSync(`node_modules/${path}`, 'utf8') })
  }
  await page.evaluate(definePainted)
  return page
}

declare global {
  /** Resolves once the next frame is painted. */
  function painted(): Promise<void>
  /** Names the sliders of the figure that can be moved. */
  function markSliders(): string[]
  var sliders: HTMLInputElement[]
}

// The functions below run in a page.

function definePainted() {
  globalThis.painted = () =>
    new Promise((resolve) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => resolve()
        port2.postMessage(undefined)
      })
    })
}

function defineSliders(figure: string) {
  globalThis.markSliders = () => {
    const root = document.querySelector(
      `course-figure[data-figure="${figure}"]:not([data-controls])`,
    )!
    for (const more of root.querySelectorAll<HTMLDetailsElement>('.figure-more')) more.open = true
    globalThis.sliders = [...root.querySelectorAll<HTMLInputElement>('input[type=range]')].filter(
      (input) => input.checkVisibility() && !input.disabled,
    )
    return sliders.map(({ dataset: { parameter, axis } }) => [parameter, axis].join(' ').trim())
  }
}

/** Moves a slider to and fro, and returns what each step took. */
async function sliderTimes([index, steps]: readonly [number, number]): Promise<number[]> {
  const input = sliders[index]
  const [min, max, start] = [input.min, input.max, input.value].map(Number)
  const move = async (value: number) => {
    input.value = String(value)
    const begin = performance.now()
    input.dispatchEvent(new Event('input', { bubbles: true }))
    await painted()
    return performance.now() - begin
  }
  const times: number[] = []
  for (let step = 0; step < steps; step++) {
    times.push(await move(min + (max - min) * Math.abs(((step / 20) % 2) - 1)))
  }
  // Other sliders move from the state that the figure declares.
  await move(start)
  return times
}

/** Redraws contours over a grid of 60 by 60, and returns what each time took. */
async function plotTimes(steps: number): Promise<number[]> {
  const { Plot } = globalThis as unknown as { Plot: typeof import('@observablehq/plot') }
  const box = document.querySelector('div')!
  const times: number[] = []
  for (let step = 0; step < steps; step++) {
    const begin = performance.now()
    const values = Float64Array.from({ length: 3600 }, (_, at) => {
      const [x, y] = [(at % 60) / 20 - 1.5, Math.floor(at / 60) / 20 - 1.5]
      return x * x + (1 + step / 20) * x * y + 2 * y * y + Math.abs(x)
    })
    requestAnimationFrame(() => {
      const contours = Plot.contour(values, {
        width: 60,
        height: 60,
        stroke: 'black',
        thresholds: 12,
      })
      box.replaceChildren(Plot.plot({ width: 640, height: 480, marks: [contours] }))
    })
    await painted()
    times.push(performance.now() - begin)
  }
  return times
}

/** Each figure, with the first page that has the whole of it. */
function figuresOf(folder: string): { figure: string; path: string }[] {
  const found = new Map<string, string>()
  for (const file of globSync(`${folder}/en/*/index.html`).sort()) {
    if (file.includes('sample')) continue
    const path = file.replaceAll('\\', '/').slice(folder.length + 1, -'index.html'.length)
    for (const [tag, figure] of readFileSync(file, 'utf8').matchAll(
      /<course-figure[^>]*data-figure="([^"]+)"[^>]*>/g,
    )) {
      if (!found.has(figure) && !tag.includes('data-controls')) found.set(figure, path)
    }
  }
  return [...found].map(([figure, path]) => ({ figure, path }))
}

/** Slows down the processor of a page; the session has to stay open. */
async function slowerOf(page: Page): Promise<(rate: number) => Promise<unknown>> {
  const session = await page.context().newCDPSession(page)
  return (rate) => session.send('Emulation.setCPUThrottlingRate', { rate })
}

/** The 95th percentile of the steps after the first ones. */
function percentile95(times: readonly number[]): number {
  const sorted = times.slice(FIRST_STEPS).toSorted((a, b) => a - b)
  return sorted[Math.ceil(0.95 * sorted.length) - 1]
}
