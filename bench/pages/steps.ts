import { globSync, readFileSync } from 'node:fs'
import type { Browser, CDPSession, Page } from '@playwright/test'

/** Steps of one slider, and of the redraw by Plot. Of so few, the 95th percentile is the slowest. */
const STEPS = 12

/** Steps before these, which load and compile: they are not counted. */
const FIRST_STEPS = 3

/** How often all steps are taken. Of each step the quickest time counts: other work on the machine can only add to it. */
const PASSES = 2

const WINDOW = { width: 1280, height: 900 }

/** Times in ms, the 95th percentile of steps from the input to the painted frame. */
export interface SliderTime {
  figure: string
  slider: string
  /** At full speed, and on a processor slowed down four times. */
  times: number[]
  /** What the full redraw by Plot took at both speeds, in the place of the figure and right before it. */
  references: number[]
  /** The work of a step relative to such a redraw: processor time of the page's main thread, on average. */
  work: number
}

/** How many times slower the processor is made. */
const SLOWDOWNS = [1, 4]

/**
 * Times the steps of every slider of every figure in the browser.
 *
 * @param site the built site, its address, and a word that restricts the figures
 * @param end when no further page is opened, on the clock of `performance.now`
 */
export async function sliderSteps(
  browser: Browser,
  site: { folder: string; address: string; word: string },
  end: number,
): Promise<SliderTime[]> {
  const results: SliderTime[] = []
  for (const [path, figures] of figuresOf(site.folder)) {
    const meant = figures.filter((figure) => `${figure} ${path}`.includes(site.word))
    if (meant.length === 0) continue
    if (performance.now() > end) {
      console.error(`Time is up before the sliders of ${meant.join(', ')}.`)
      continue
    }
    const page = await browser.newPage({ viewport: WINDOW, reducedMotion: 'reduce' })
    await page.goto(site.address + path)
    // Evaluated, because the page admits no scripts of others.
    for (const script of PLOT) await page.evaluate(script)
    await page.evaluate(definePainted)
    for (const figure of meant) results.push(...(await figureSteps(page, figure)))
    await page.close()
  }
  return results
}

const PLOT = ['d3/dist/d3.min.js', '@observablehq/plot/dist/plot.umd.min.js'].map((path) =>
  readFileSync(`node_modules/${path}`, 'utf8'),
)

/** Times the steps of every slider of one figure on a page. */
async function figureSteps(page: Page, figure: string): Promise<SliderTime[]> {
  const session = await page.context().newCDPSession(page)
  const slow = (rate: number) => session.send('Emulation.setCPUThrottlingRate', { rate })
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  await wake(page, figure)
  const sliders = await page.evaluate(markSliders, figure)
  const all = FIRST_STEPS + STEPS
  const takes = [
    () => page.evaluate(plotTimes, all),
    ...sliders.map((_, index) => () => page.evaluate(sliderTimes, [index, all] as const)),
  ]
  const timings = takes.map((): Timing[] => [])
  for (const slowdown of SLOWDOWNS) {
    await slow(slowdown)
    for (const [k, take] of takes.entries()) timings[k].push(await quickest(session, take))
  }
  await slow(1)
  const [reference, ...own] = timings
  return sliders.map((slider, index) => ({
    ...{ figure, slider },
    times: own[index].map(({ time }) => time),
    references: reference.map(({ time }) => time),
    work: own[index][0].work / reference[0].work,
  }))
}

/** Brings a figure of a page to life, with its renderer loaded. */
async function wake(page: Page, figure: string): Promise<void> {
  const element = page.locator(WHOLE(figure)).first()
  await element.scrollIntoViewIfNeeded()
  await element.and(page.locator('[data-live]')).waitFor()
  // The renderer comes with the first touch.
  await element.dispatchEvent('pointerover')
  await page.waitForLoadState('networkidle')
}

/** The whole of a figure, not one panel of it. */
const WHOLE = (figure: string) => `course-figure[data-figure="${figure}"]:not([data-controls])`

declare global {
  /** Resolves once the next frame is painted. */
  function painted(): Promise<void>
  /** The sliders of the figure that can be moved. */
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

/** Finds the sliders of a figure that can be moved, and returns their names. */
function markSliders(figure: string): string[] {
  const root = document.querySelector(
    `course-figure[data-figure="${figure}"]:not([data-controls])`,
  )!
  for (const more of root.querySelectorAll<HTMLDetailsElement>('.figure-more')) more.open = true
  globalThis.sliders = [...root.querySelectorAll<HTMLInputElement>('input[type=range]')].filter(
    (input) => input.checkVisibility() && !input.disabled,
  )
  return sliders.map(({ dataset: { parameter, axis } }) => [parameter, axis].join(' ').trim())
}

/**
 * Moves a slider from its end to its start, and returns what each step took. One with fewer positions than steps goes to
 * and fro: after a frame in which nothing changed the browser waits before it draws the next.
 */
async function sliderTimes([index, steps]: readonly [number, number]): Promise<number[]> {
  const input = sliders[index]
  const [min, max, unit, start] = [input.min, input.max, input.step, input.value].map(Number)
  const across = Math.min(steps - 1, Math.round((max - min) / unit))
  const move = async (value: number) => {
    input.value = String(value)
    const begin = performance.now()
    input.dispatchEvent(new Event('input', { bubbles: true }))
    await painted()
    return performance.now() - begin
  }
  const times: number[] = []
  for (let step = 0; step < steps; step++) {
    const back = step % (2 * across)
    times.push(await move(max + ((min - max) * Math.min(back, 2 * across - back)) / across))
  }
  // Other sliders move from the state that the figure declares.
  await move(start)
  return times
}

/**
 * Redraws contours over a grid of 60 by 60 in a box before the figure of the sliders, which is out of sight meanwhile,
 * and returns what each time took.
 */
async function plotTimes(steps: number): Promise<number[]> {
  const { Plot } = globalThis as unknown as { Plot: typeof import('@observablehq/plot') }
  const figure = sliders[0].closest<HTMLElement>('.figure')!
  const box = document.createElement('div')
  box.style.height = '480px'
  figure.before(box)
  box.scrollIntoView({ block: 'start' })
  await painted()
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
  box.remove()
  figure.scrollIntoView({ block: 'start' })
  await painted()
  return times
}

/** The pages with figures; each figure is of the first page that has the whole of it. */
function figuresOf(folder: string): Map<string, string[]> {
  const found = new Set<string>()
  const pages = new Map<string, string[]>()
  for (const file of globSync(`${folder}/en/*/index.html`).sort()) {
    // The page for printers repeats all others.
    if (/[\\/](sample|print)[\\/]/.test(file)) continue
    const own = [
      ...readFileSync(file, 'utf8').matchAll(/<course-figure[^>]*data-figure="([^"]+)"[^>]*>/g),
    ]
      .filter(([tag, figure]) => !found.has(figure) && !tag.includes('data-controls'))
      .map(([, figure]) => figure)
    if (own.length === 0) continue
    for (const figure of own) found.add(figure)
    pages.set(file.replaceAll('\\', '/').slice(folder.length + 1, -'index.html'.length), own)
  }
  return pages
}

interface Timing {
  /** The 95th percentile of the steps after the first ones, each at its quickest. */
  time: number
  /** Processor time of the main thread in all. */
  work: number
}

async function quickest(session: CDPSession, take: () => Promise<number[]>): Promise<Timing> {
  const before = await workOf(session)
  const passes: number[][] = []
  for (let pass = 0; pass < PASSES; pass++) passes.push(await take())
  const steps = passes[0].map((_, step) => Math.min(...passes.map((times) => times[step])))
  const sorted = steps.slice(FIRST_STEPS).toSorted((a, b) => a - b)
  return {
    time: sorted[Math.ceil(0.95 * sorted.length) - 1],
    work: (await workOf(session)) - before,
  }
}

/** Processor time that the main thread of a page has taken so far. */
async function workOf(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics')
  return metrics.find(({ name }) => name === 'TaskDuration')!.value
}
