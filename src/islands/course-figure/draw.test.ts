import { JSDOM } from 'jsdom'
import { describe, expect, test } from 'vitest'
import { seededRandom } from 'shrinkage'
import { figures } from '../../figures/index.ts'
import { defaults } from '../../figures/kit/parameters.ts'
import { endStates, randomState } from '../../figures/testing/randomState.ts'
import { cases } from '../../solver/testing/cases.ts'
import { drawPanel, drawnAtBuild } from './draw.ts'

const { document } = new JSDOM().window

function newSvg(): SVGSVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  svg.id = 'picture'
  return svg
}

describe.each(Object.keys(figures))('%s', async (name) => {
  const figure = await figures[name]()

  test('draws every panel in both languages, at ends and random states, without a broken number', async () => {
    const random = seededRandom(11)
    const states = [
      ...endStates(figure),
      ...Array.from({ length: cases(4, 8) }, () => randomState(figure, random)),
    ]
    for (const values of states) {
      await figure.load?.(values)
      const model = figure.compute(values)
      // The languages take turns, as they differ in words alone.
      const language = states.indexOf(values) % 2 === 0 ? 'en' : 'zh'
      for (const panel of figure.panels) {
        const svg = newSvg()
        drawPanel(svg, panel, model, language)
        expect(svg.outerHTML).not.toMatch(/NaN|undefined|Infinity/)
        expect(svg.querySelectorAll('[data-layer]').length).toBe(panel.layers.length + 1)
      }
    }
  })

  test('leaves no style sheet and no name on inner groups', () => {
    const model = figure.compute(defaults(figure))
    for (const panel of figure.panels) {
      const svg = newSvg()
      drawPanel(svg, panel, model, 'en')
      expect(svg.querySelector('style, [style], [aria-label]')).toBeNull()
    }
  })

  test('a second drawing of the same model replaces nothing', () => {
    const model = figure.compute(defaults(figure))
    for (const panel of figure.panels) {
      const svg = newSvg()
      drawPanel(svg, panel, model, 'en')
      const before = [...svg.children]
      drawPanel(svg, panel, model, 'en', drawnAtBuild(panel, model))
      expect([...svg.children].every((child, i) => child === before[i])).toBe(true)
    }
  })
})

test('moving λ redraws the solution of the geometry figure and keeps its contours and axes', async () => {
  const geometry = await figures.geometry()
  const [plane] = geometry.panels
  const start = defaults(geometry)
  const svg = newSvg()
  const drawn = drawPanel(svg, plane, geometry.compute(start), 'en')
  const layer = (name: string) => svg.querySelector(`[data-layer="${name}"]`)
  const before = new Map(
    ['axes', 'contours', 'path', 'solution'].map((name) => [name, layer(name)]),
  )
  drawPanel(svg, plane, geometry.compute({ ...start, lambda: 0.3 }), 'en', drawn)
  for (const name of ['axes', 'contours', 'path']) expect(layer(name)).toBe(before.get(name))
  expect(layer('solution')).not.toBe(before.get('solution'))
  const order = [...svg.querySelectorAll(':scope > [data-layer]')].map((g) =>
    g.getAttribute('data-layer'),
  )
  expect(order).toEqual(['axes', ...plane.layers.map(({ name }) => name)])
})

test('what is deferred keeps its element while it is held, and follows when it is not', async () => {
  const overfitting = await figures.overfitting()
  const panel = overfitting.panels.find(({ name }) => name === 'errors')!
  const start = defaults(overfitting)
  const svg = newSvg()
  const drawn = drawPanel(svg, panel, overfitting.compute(start), 'en')
  const layer = (name: string) => svg.querySelector(`[data-layer="${name}"]`)
  const [curves, now] = [layer('curves'), layer('now')]
  const moved = overfitting.compute({ ...start, degree: 4 })
  const held = drawPanel(svg, panel, moved, 'en', drawn, true)
  expect(layer('curves')).toBe(curves)
  expect(layer('now')).not.toBe(now)
  drawPanel(svg, panel, moved, 'en', held)
  expect(layer('curves')).not.toBe(curves)
})
