// @vitest-environment jsdom
// @vitest-environment-options { "url": "http://localhost//en/page/" }
import { beforeEach, expect, test, vi } from 'vitest'
import { defineFigure, type Panel, type Parameters } from '../../figures/kit/figure.ts'
import { same } from '../../figures/kit/format.ts'
import { specks } from '../../figures/kit/marks.ts'
import { plainPanel } from '../../figures/testing/plainPanel.ts'
import { drawPanel } from './draw.ts'
import { LiveFigure } from './live.ts'

const parameters = {
  data: {
    kind: 'choice',
    label: same('data'),
    options: ['near', 'far', 'farther'].map((value) => ({ value, label: same(value) })),
    default: 'near',
  },
} as const satisfies Parameters

const panel: Panel<string> = {
  ...plainPanel,
  layers: [
    {
      name: 'data',
      of: (data) => [data],
      marks: (data) => [specks([[0.5, 0.5]], { stroke: data })],
    },
  ],
}

// jsdom has none; the figure stays in the window.
vi.stubGlobal('IntersectionObserver', class { observe() {} }) // prettier-ignore

/** The loads of each data set; each may fail or wait. */
const network = new Map<string, () => Promise<void>>()
const loaded = new Set<string>()

/** What the figure has worked on, and what the reader does in the course of it. */
const work: string[] = []
let meanwhile = () => {}

const figure = defineFigure({
  name: 'example',
  title: same('example'),
  layout: 'below',
  parameters,
  groups: [],
  load({ data }) {
    if (data === 'near' || loaded.has(data)) return undefined
    return network.get(data)!().then(() => void loaded.add(data))
  },
  stages: [
    ({ data }) => {
      work.push(`stage of ${data}`)
      const act = meanwhile
      meanwhile = () => {}
      act()
    },
  ],
  compute({ data }) {
    work.push(`model of ${data}`)
    if (data !== 'near' && !loaded.has(data)) throw new Error(`${data} is not loaded.`)
    return data
  },
  certificate: () => ({ relativeGap: 0, proved: true }),
  numbers: () => ({}),
  panels: [panel],
  pictures: {},
  readouts: () => [],
  describe: (data) => same(`Shows ${data}.`),
  table: () => ({ columns: [], rows: [] }),
  program: () => '',
  comments: {},
})

vi.mock('../../figures/index.ts', () => ({ figures: { example: () => Promise.resolve(figure) } }))

/** A load that lasts until it is resolved. */
function arrival() {
  let resolve = () => {}
  const promise = new Promise<void>((done) => (resolve = done))
  return { promise, resolve: () => resolve() }
}

let root: HTMLElement
const drawn = () => root.querySelector('[data-layer="data"] path')?.getAttribute('stroke')

function choose(data: string) {
  const select = root.querySelector('select')!
  select.value = data
  select.dispatchEvent(new Event('input', { bubbles: true }))
}

beforeEach(async () => {
  loaded.clear()
  network.clear()
  history.replaceState(null, '', 'http://localhost//en/page/')
  document.body.innerHTML = `
    <div id="example" data-figure="example">
      <div data-panel="only"><svg id="picture"></svg></div>
      <div data-control="data"><select data-parameter="data">
        <option>near</option><option>far</option><option>farther</option>
      </select></div>
      <p data-caption></p><p data-said></p><code-cell></code-cell>
    </div>`
  root = document.querySelector('#example')!
  drawPanel(root.querySelector('svg')!, panel, 'near', 'en')
  await LiveFigure.start(root)
})

test('data that could not be fetched are fetched again at the next change', async () => {
  const offline = vi.fn(() => Promise.reject(new Error('offline')))
  network.set('far', offline)
  choose('far')
  await vi.waitFor(() => expect(offline).toHaveReturned())
  expect(drawn()).toBe('near')
  network.set('far', () => Promise.resolve())
  choose('far')
  await vi.waitFor(() => expect(drawn()).toBe('far'))
})

test('and as soon as there is a connection again', async () => {
  const offline = vi.fn(() => Promise.reject(new Error('offline')))
  network.set('far', offline)
  choose('far')
  await vi.waitFor(() => expect(offline).toHaveReturned())
  expect(drawn()).toBe('near')
  network.set('far', () => Promise.resolve())
  dispatchEvent(new Event('online'))
  await vi.waitFor(() => expect(drawn()).toBe('far'))
})

test('a choice made while data are fetched waits for its own data', async () => {
  const [far, farther] = [arrival(), arrival()]
  const asked = vi.fn(() => farther.promise)
  network.set('far', () => far.promise).set('farther', asked)
  choose('far')
  await new Promise(requestAnimationFrame)
  choose('farther')
  far.resolve()
  await vi.waitFor(() => expect(asked).toHaveBeenCalled())
  expect(drawn()).toBe('near')
  farther.resolve()
  await vi.waitFor(() => expect(drawn()).toBe('farther'))
})

test('a state on which work has begun is taken up before the next one', async () => {
  loaded.add('far').add('farther')
  work.length = 0
  meanwhile = () => {
    choose('farther')
    // Longer than a frame has time for: the model waits for the next one.
    const end = performance.now() + 10
    while (performance.now() < end);
  }
  choose('far')
  await vi.waitFor(() => expect(drawn()).toBe('farther'))
  expect(work).toEqual(
    ['far', 'farther'].flatMap((data) => [`stage of ${data}`, `model of ${data}`]),
  )
})

test('writes its state into an address whose path begins with two slashes', async () => {
  network.set('far', () => Promise.resolve())
  choose('far')
  await vi.waitFor(() => expect(location.search).toBe('?example.data=far'))
  choose('near')
  await vi.waitFor(() => expect(location.href).toBe('http://localhost//en/page/'))
})
