/*
 * npm run bench:pages [WORD]: how quick the built site is on a slow device, as two tables in Markdown, worst first.
 * Pages: largest paint and blocking time on a processor slowed down four times and a slow mobile network, against a
 * page of the same build that has neither figure nor formula. Sliders: from the input to the painted frame, against a
 * full redraw by Plot of contours over a grid of 60 by 60. Builds nothing: run `npm run build:tests` first. A word
 * restricts both tables to pages and figures whose name holds it. Five minutes at most.
 */
import { chromium } from '@playwright/test'
import { globSync, statSync } from 'node:fs'
import { findBrowser } from '../src/commands/findBrowser.mjs'
import { base, folder } from '../src/commands/testSite.mjs'
import { loadPage, type Load } from './pages/load.ts'
import { serve } from './pages/serve.ts'
import { sliderSteps } from './pages/steps.ts'
import { weigh } from './pages/weight.ts'
import { median } from './rounds.ts'
import { tableRow } from './tableRow.ts'

const PLAIN = 'en/claims/'
const word = process.argv[2] ?? ''

const everyPath = globSync(`${folder}/{en,zh}/**/index.html`)
  .map((file) => file.replaceAll('\\', '/').slice(folder.length + 1, -'index.html'.length))
  .filter((path) => path !== PLAIN && !path.includes('sample'))
  .sort()
if (everyPath.length === 0) {
  console.error(`No pages in ${folder}: build the site with npm run build:tests.`)
  process.exit(1)
}
/** Pages of single questions are alike, and so are figures for other sites: the largest of each language stands for them. */
const KINDS = ['/q/', '/embed/']
const kindOf = (path: string) => KINDS.find((kind) => path.includes(kind))
const sizeOf = (path: string) => statSync(`${folder}/${path}index.html`).size
const paths = [
  ...everyPath.filter((path) => !kindOf(path)),
  ...['en/', 'zh/'].flatMap((language) =>
    KINDS.map((kind) =>
      everyPath
        .filter((path) => path.startsWith(language) && kindOf(path) === kind)
        .reduce((largest, path) => (sizeOf(path) > sizeOf(largest) ? path : largest)),
    ),
  ),
].filter((path) => path.includes(word))

/** How often a page is loaded that misses a goal, relative to the plain page. */
const ROUNDS = 3
const GOALS = { paint: 1.5, blocking: 2 }

/** A task of this many ms does not block yet: a plain page that blocks for less counts as one that blocks for as long. */
const LONG = 50

/** When the tables are printed, whether or not everything has been measured, in ms; half of the time is for each. */
const end = performance.now() + 5 * 60_000
const half = performance.now() + 2.5 * 60_000

const server = await serve(folder, base)
const browser = await chromium.launch({
  executablePath: await findBrowser(),
  // Frames come as fast as they are drawn, so that a step is not rounded up to a tick of the screen.
  args: ['--no-sandbox', '--disable-gpu', '--disable-gpu-vsync', '--disable-frame-rate-limit'],
})

const tables = [await sliderTable(), await pageTable()]
console.log(tables.filter(Boolean).reverse().join('\n\n'))
await browser.close()
server.close()

async function pageTable(): Promise<string> {
  const plains: Load[] = []
  const loads = new Map<string, Load[]>()
  for (let round = 0; round < ROUNDS; round++) {
    const missing = paths.filter((path) => round === 0 || misses(quickest(loads.get(path)!)))
    for (const [index, path] of missing.entries()) {
      if (performance.now() > end) break
      if (index % 5 === 0) plains.push(await loadPage(browser, server.address + PLAIN))
      const load = await loadPage(browser, server.address + path)
      loads.set(path, [...(loads.get(path) ?? []), load])
    }
    if (performance.now() > end) break
  }
  const left = paths.filter((path) => !loads.has(path))
  if (left.length > 0) console.error(`Five minutes are over before ${left.join(', ')}.`)
  if (loads.size === 0) return ''
  const plain = quickest(plains)
  const rows = [...loads]
    .map(([path, all]) => ({ path, load: quickest(all), ...ratios(quickest(all)) }))
    .sort((a, b) => b.paint - a.paint)

  function ratios({ largestPaint, blocking }: Load) {
    const { largestPaint: paint, blocking: least } = quickest(plains)
    return { paint: largestPaint / paint, blocking: blocking / Math.max(least, LONG) }
  }
  function misses(load: Load): boolean {
    const { paint, blocking } = ratios(load)
    return paint > GOALS.paint || blocking > GOALS.blocking
  }
  return [
    `Pages; the plain page paints after ${round(plain.largestPaint)} ms and blocks for ${round(plain.blocking)} ms.`,
    '',
    tableRow(
      'page|kB|elements|shift|paint, ms|× plain|blocked, ms|× plain|painted last'.split('|'),
    ),
    tableRow(['---', ...Array<string>(7).fill('---:'), '---']),
    ...rows.map(({ path, load, paint, blocking }) => {
      const { total, elements } = weigh(folder, base, path)
      return tableRow([
        path,
        (total / 1000).toFixed(0),
        String(elements),
        load.shift.toFixed(3),
        round(load.largestPaint),
        paint.toFixed(2),
        round(load.blocking),
        blocking.toFixed(2),
        load.largest,
      ])
    }),
  ].join('\n')
}

/** Each measure at its best: other work on the machine can only add to it. */
function quickest(loads: readonly Load[]): Load {
  const least = (of: (load: Load) => number) => Math.min(...loads.map(of))
  return {
    ...loads[0],
    largestPaint: least((load) => load.largestPaint),
    blocking: least((load) => load.blocking),
  }
}

async function sliderTable(): Promise<string> {
  const times = await sliderSteps(browser, { folder, address: server.address, word }, half)
  if (times.length === 0) return ''
  const rows = times.map(({ figure, slider, times, references, work }) => {
    const ratios = times.map((time, at) => time / references[at])
    return {
      worst: Math.max(...ratios),
      cells: [
        figure,
        slider,
        ...times.flatMap((time, at) => [time.toFixed(1), ratios[at].toFixed(2)]),
        work.toFixed(2),
      ],
    }
  })
  rows.sort((a, b) => b.worst - a.worst)
  const plot = [0, 1].map((at) => round(median(times.map(({ references }) => references[at]))))
  return [
    `Sliders, 95th percentile; Plot’s full redraw takes ${plot.join(' ms, and ')} ms at a quarter of the speed.`,
    '',
    tableRow(['figure', 'slider', 'ms', '× Plot', 'ms, slowed', '× Plot', 'work, × Plot']),
    tableRow(['---', '---', ...Array<string>(5).fill('---:')]),
    ...rows.map(({ cells }) => tableRow(cells)),
  ].join('\n')
}

function round(value: number): string {
  return value.toFixed(0)
}
