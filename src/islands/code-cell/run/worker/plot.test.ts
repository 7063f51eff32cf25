/* The plain document against a real one: Plot must draw the same into both. */
import * as Plot from '@observablehq/plot'
import { JSDOM } from 'jsdom'
import { expect, test } from 'vitest'
import type { SvgNode } from '../../outputs/svg.ts'
import type { PlotScript } from './plot.ts'

const { document } = new JSDOM().window
const scope = globalThis as { window?: unknown; $plot?: PlotScript }
await import('./plot.ts')
const { draw } = scope.$plot!

const points = Array.from({ length: 20 }, (_, i) => ({ x: i, y: Math.sin(i), group: 'abc'[i % 3] }))

const plots: Record<string, Plot.PlotOptions> = {
  dots: { marks: [Plot.dot(points, { x: 'x', y: 'y', fill: 'group', tip: true, title: 'group' })] },
  'lines with a legend': {
    color: { legend: true },
    marks: [Plot.line(points, { x: 'x', y: 'y', stroke: 'group' }), Plot.ruleY([0])],
  },
  'a title and a caption': { title: 'T', subtitle: 'S', caption: 'C', marks: [Plot.frame()] },
  bars: { marks: [Plot.barY(points, Plot.groupX({ y: 'count' }, { x: 'group' }))] },
  facets: { marks: [Plot.dot(points, { x: 'x', y: 'y', fx: 'group', clip: true }), Plot.frame()] },
  areas: {
    marks: [
      Plot.areaY(points, { x: 'x', y: 'y' }),
      Plot.gridX(),
      Plot.crosshair(points, { x: 'x', y: 'y' }),
    ],
  },
  differences: { marks: [Plot.differenceY(points, { x: 'x', y: 'y' })] },
  texts: {
    marks: [Plot.text(['a\nb'], { x: 1, y: 2, text: (d) => d, href: 'https://example.org/' })],
  },
  regressions: { marks: [Plot.linearRegressionY(points, { x: 'x', y: 'y' })] },
  arrows: {
    marks: [
      Plot.arrow([[0, 0, 1, 1]], { x1: '0', y1: '1', x2: '2', y2: '3' }),
      Plot.tip(['t'], { x: 1, y: 1 }),
    ],
  },
  contours: {
    marks: [Plot.contour({ fill: (x: number, y: number) => x * y, x1: 0, x2: 1, y1: 0, y2: 1 })],
  },
  waffles: { marks: [Plot.waffleY([3], { y: (d) => d })] },
  'thresholds in a legend': {
    color: { type: 'threshold', domain: [0], legend: true },
    marks: [Plot.dot(points, { x: 'x', y: 'y', fill: 'y' })],
  },
  'markers and a symlog scale': {
    x: { type: 'symlog' },
    marks: [Plot.line(points, { x: 'x', y: 'y', marker: 'arrow' })],
  },
  symbols: {
    symbol: { legend: true },
    marks: [Plot.dot(points, { x: 'x', y: 'y', symbol: 'group' })],
  },
}

/** What a real element says, as a node of the same kind. */
function nodeOf(element: Element): SvgNode {
  return {
    tag: element.localName,
    attributes: Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value])),
    children: [...element.childNodes]
      .filter((child) => child.nodeName !== 'style' && child.nodeName !== 'STYLE')
      .map((child) =>
        child.nodeType === 1 ? nodeOf(child as Element) : (child.textContent ?? ''),
      ),
  }
}

/** Styles are spelled alike, and counters of ids and classes start alike. */
function normal(node: SvgNode): unknown {
  const text = JSON.stringify(node).replace(/plot-(clip|marker|ramp|pattern)-\d+/g, 'plot-$1')
  return JSON.parse(text, (key, value) =>
    key === 'style' ? String(value).replace(/;\s*$/, '') : value,
  )
}

test.each(Object.entries(plots))('%s', (_name, options) => {
  const real = Plot.plot({ ...options, document })
  expect(normal(draw(options))).toEqual(normal(nodeOf(real)))
})

test('a figure that Plot has made, and a mark, are drawn too', () => {
  const mark = Plot.dot(points, { x: 'x', y: 'y' })
  expect(draw(mark.plot())).toEqual(draw({ marks: [mark] }))
  expect(draw(mark)).toEqual(draw({ marks: [mark] }))
})

test('what cannot be drawn is refused in plain words', () => {
  expect(() => draw(5)).toThrow(
    'plot() takes the options of Plot.plot() or what it returns, not 5.',
  )
  const ramp = { color: { legend: true }, marks: [Plot.dot(points, { x: 'x', y: 'y', fill: 'y' })] }
  expect(() => draw(ramp)).toThrow('A plot in a cell has no pixels')
})
