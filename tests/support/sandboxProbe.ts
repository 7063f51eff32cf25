/* Runs programs in a cell and watches what they do to the page, to the network, and to the machine. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { availableParallelism, loadavg } from 'node:os'
import { setTimeout as wait } from 'node:timers/promises'
import puppeteer, { type Browser, type CDPSession, type Page } from 'puppeteer-core'

/** The page whose cell runs the programs, and the id of the cell. */
const [PATH, ID] = ['en/playground/', 'playground'] as const
/** How long a program may run, in ms. */
export const LIMIT = 1000
/** A smaller share of a processor is no work. */
export const IDLE = 0.05
/** A cell that has not ended by then, in ms, never will. */
const NEVER = 30_000

export interface Observed {
  /** 'done', the code of the failure, or 'never'. */
  end: string
  message: string
  printed: string
  /** From the click to the end of all drawing, in ms. */
  duration: number
  /** Longest time that the page was held, in ms: in Chromium of its processor, else by the clock. */
  held: number
  /** Share of a processor that any of the browser's pages uses when all is over; 0 where that cannot be known. */
  busy: number
  /** Elements of the page with an attribute, an id or a tag that no program may bring. */
  foreign: string[]
}

/** A listener on this machine that counts whoever turns to it. */
export async function openListener() {
  let contacts = 0
  const server = createServer((_, response) => response.end())
  server.on('connection', () => contacts++)
  await new Promise<void>((resolve) => server.listen(0, resolve))
  return {
    port: (server.address() as AddressInfo).port,
    contacts: () => contacts,
    close: () => server.close(),
  }
}

/**
 * A browser with a page open. By Puppeteer in Chromium, too: Playwright takes the crash of a sandbox for one of its page.
 */
export class SandboxProbe {
  readonly #browser: Browser
  readonly #page: Page
  readonly #session: CDPSession | undefined

  private constructor(browser: Browser, page: Page, session: CDPSession | undefined) {
    this.#browser = browser
    this.#page = page
    this.#session = session
  }

  static async open(
    name: 'chrome' | 'firefox',
    { executablePath, args, baseURL }: { executablePath: string; args: string[]; baseURL: string },
  ): Promise<SandboxProbe> {
    const options = { browser: name, executablePath, args, headless: true }
    const browser = await puppeteer.launch({
      ...options,
      // Puppeteer would let sandboxed frames share the process of their page, as no reader's browser does.
      ignoreDefaultArgs:
        name === 'chrome'
          ? (await puppeteer.defaultArgs(options)).filter((arg) =>
              arg.startsWith('--disable-features='),
            )
          : false,
    })
    const session = name === 'chrome' ? await browser.target().createCDPSession() : undefined
    const page = await browser.newPage()
    await page.setViewport({ width: 1280, height: 1000 })
    await page.goto(new URL(PATH, baseURL).href)
    await page.$eval(`#${ID}`, (cell) => cell.scrollIntoView())
    await page.waitForSelector(`#${ID}[data-ready]`, { timeout: 90_000 })
    const probe = new SandboxProbe(browser, page, session)
    await probe.run("print('first')") // loads the editor
    return probe
  }

  close(): Promise<void> {
    return this.#browser.close()
  }

  /** Whether a page was held no longer than a reader notices; by the clock, others who wait for a processor count. */
  isSwift({ held }: Observed): boolean {
    const waiting = this.#session ? 1 : Math.max(1, loadavg()[0] / availableParallelism())
    return held <= 200 * waiting
  }

  async run(code: string, limit = LIMIT): Promise<Observed> {
    await this.#page.evaluate(show, ID, code)
    await wait(100)
    if (this.#session)
      await this.#page.tracing.start({
        categories: ['toplevel', 'disabled-by-default-devtools.timeline'],
      })
    const seen = await this.#page.evaluate(press, ID, limit, NEVER)
    const trace = this.#session && (await this.#page.tracing.stop())
    const held = trace ? longestTask(new TextDecoder().decode(trace)) : seen.gap
    return { ...seen, held, busy: await this.#busy() }
  }

  async #busy(): Promise<number> {
    if (!this.#session) return 0
    // On a crowded machine, an endless loop has a small share as well; a sandbox that is being prepared is done soon.
    for (let attempt = 0; ; attempt++) {
      const before = await this.#processorTimes()
      const start = performance.now()
      await wait(400)
      const after = await this.#processorTimes()
      const seconds = (performance.now() - start) / 1000
      const shares = [...after].map(([id, time]) => (time - (before.get(id) ?? time)) / seconds)
      const most = Math.max(0, ...shares)
      if (most < IDLE || attempt === 9) return most
    }
  }

  async #processorTimes(): Promise<Map<number, number>> {
    const { processInfo } = await this.#session!.send('SystemInfo.getProcessInfo')
    const pages = processInfo.filter(({ type }) => type === 'renderer')
    return new Map(pages.map(({ id, cpuTime }) => [id, cpuTime]))
  }
}

/** To be called in a page: shows a program in its cell. */
async function show(id: string, code: string): Promise<void> {
  interface Cell extends HTMLElement {
    live(): Promise<{ replace(code: string): Promise<void> }>
  }
  const live = await (document.getElementById(id) as Cell).live()
  await live.replace(code)
}

/** To be called in a page: runs the program of the cell, and tells what became of it. */
async function press(id: string, limit: number, never: number) {
  const cell = document.getElementById(id)!
  cell.dataset.limit = String(limit)
  const title = document.title
  let [gap, last] = [0, performance.now()]
  const timer = setInterval(() => {
    const now = performance.now()
    gap = Math.max(gap, now - last)
    last = now
  }, 5)
  const start = performance.now()
  type Ended = CustomEvent<{ outcome: { failure?: { code: string; message: string } } }>
  const outcome = await new Promise<Ended['detail']['outcome'] | undefined>((resolve) => {
    const onEnd = (event: Event) => resolve((event as Ended).detail.outcome)
    cell.addEventListener('cell-ended', onEnd, { once: true })
    setTimeout(resolve, never)
    cell.querySelector<HTMLButtonElement>('[data-action="run"]')!.click()
  })
  const duration = performance.now() - start
  await new Promise((resolve) => setTimeout(resolve, 200))
  clearInterval(timer)

  const output = cell.querySelector('[data-output]')!
  const foreign = [...output.querySelectorAll('*')].filter(
    (element) =>
      /^(script|iframe|object|embed|a|image|img|style|link|use|foreignObject|form|input)$/i.test(
        element.tagName,
      ) ||
      [...element.attributes].some(
        ({ name, value }) => /^on|^src/i.test(name) || /\/\//.test(value),
      ) ||
      (element.id !== '' && !element.id.startsWith('plot-')),
  )
  return {
    end: outcome ? (outcome.failure?.code ?? 'done') : 'never',
    message: outcome?.failure?.message ?? '',
    printed: output.querySelector('.cell-print')?.textContent?.trim() ?? '',
    duration,
    gap,
    foreign: [
      ...foreign.map(({ tagName }) => tagName),
      ...(document.title === title ? [] : ['title']),
    ],
  }
}

interface TraceEvent {
  name: string
  pid: number
  tid: number
  /** Time by the clock and by the processor, in µs. */
  dur?: number
  tdur?: number
  args: { data?: { frames?: { parent?: string; processId?: number }[] }; name?: string }
}

/** The longest task of a page's main thread, in ms of its processor. */
function longestTask(trace: string): number {
  const { traceEvents } = JSON.parse(trace) as { traceEvents: TraceEvent[] }
  const started = traceEvents.find(({ name }) => name === 'TracingStartedInBrowser')
  const page = started?.args.data?.frames?.find(({ parent }) => !parent)?.processId
  const main = traceEvents.find(
    ({ name, pid, args }) =>
      name === 'thread_name' && pid === page && args.name === 'CrRendererMain',
  )
  if (!main) throw new Error('The trace does not tell which thread is the page’s.')
  const tasks = traceEvents.filter(
    ({ name, pid, tid }) => /RunTask$/.test(name) && pid === page && tid === main.tid,
  )
  return Math.max(0, ...tasks.map(({ tdur = 0 }) => tdur / 1000))
}
