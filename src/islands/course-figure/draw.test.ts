import { JSDOM } from 'jsdom'
import { describe, expect, test } from 'vitest'
import { seededRandom } from 'shrinkage'
import { figures } from '../../figures/index.ts'
import { defaults } from '../../figures/kit/parameters.ts'
import { endStates, randomState } from '../../figures/testing/randomState.ts'
import { cases } from '../../solver/testing/cases.ts'
import { drawPanel, drawnAtBuild } from './draw.ts'

const { document, MutationObserver } = new JSDOM().window

/** The layers of a picture that are touched meanwhile, in any way. */
function touchedBy(svg: SVGSVGElement, draw: () => void): string[] {
  const observer = new MutationObserver(() => {})
  observer.observe(svg, { attributes: true, characterData: true, childList: true, subtree: true })
  draw()
  const touched = observer.takeRecords().map(({ target }) => {
    const element = target.nodeType === 1 ? (target as Element) : target.parentElement!
    return element.closest<SVGElement>('[data-layer]')?.dataset.layer ?? element.localName
  })
  observer.disconnect()
  return [...new Set(touched)]
}

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

  test('a second drawing of the same model touches nothing', () => {
    const model = figure.compute(defaults(figure))
    for (const panel of figure.panels) {
      const svg = newSvg()
      drawPanel(svg, panel, model, 'en')
      const again = () => drawPanel(svg, panel, model, 'en', drawnAtBuild(panel, model))
      expect(touchedBy(svg, again)).toEqual([])
    }
  })
})

test('moving λ redraws the solution of the geometry figure and keeps its contours and axes', async () => {
  const geometry = await figures.geometry()
  const [plane] = geometry.panels
  const start = defaults(geometry)
  const svg = newSvg()
  const drawn = drawPanel(svg, plane, geometry.compute(start), 'en')
  const moved = geometry.compute({ ...start, lambda: 0.3 })
  const touched = touchedBy(svg, () => drawPanel(svg, plane, moved, 'en', drawn))
  expect(touched).toEqual(['ball', 'solution'])
  const order = [...svg.querySelectorAll(':scope > [data-layer]')].map((g) =>
    g.getAttribute('data-layer'),
  )
  expect(order).toEqual(['axes', ...plane.layers.map(({ name }) => name)])
})

test('what moves keeps its element, and its words are not set anew', async () => {
  const geometry = await figures.geometry()
  const [plane] = geometry.panels
  const start = defaults(geometry)
  const svg = newSvg()
  const drawn = drawPanel(svg, plane, geometry.compute(start), 'en')
  const words = svg.querySelector('[data-layer="solution"] text')!
  const [inside, place] = [words.firstChild, words.getAttribute('transform')]
  drawPanel(svg, plane, geometry.compute({ ...start, lambda: 1.2 }), 'en', drawn)
  expect(svg.querySelector('[data-layer="solution"] text')).toBe(words)
  expect(words.firstChild).toBe(inside)
  expect(words.getAttribute('transform')).not.toBe(place)
})

test('what is deferred is not touched while it is held, and follows when it is not', async () => {
  const overfitting = await figures.overfitting()
  const panel = overfitting.panels.find(({ name }) => name === 'errors')!
  const start = defaults(overfitting)
  const svg = newSvg()
  let drawn = drawPanel(svg, panel, overfitting.compute(start), 'en')
  const moved = overfitting.compute({ ...start, degree: 4 })
  const move = (hold: boolean) => () => {
    drawn = drawPanel(svg, panel, moved, 'en', drawn, hold)
  }
  expect(touchedBy(svg, move(true))).toEqual(['now'])
  expect(touchedBy(svg, move(false))).toContain('curves')
})
