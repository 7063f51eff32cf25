import { JSDOM } from 'jsdom'
import { expect, test } from 'vitest'
import { seededRandom } from 'shrinkage'
import type { Figure, Panel } from '../../figures/kit/figure.ts'
import { figures } from '../../figures/index.ts'
import { withValues } from '../../figures/kit/parameters.ts'
import { randomState } from '../../figures/testing/randomState.ts'
import { cases } from '../../solver/testing/cases.ts'
import { drawPanel, type Drawn } from './draw.ts'

/*
 * A layer is redrawn only if parts of the model listed in its `of` have changed. An incomplete list leaves a stale
 * picture, and nothing else detects it.
 */

const { document } = new JSDOM().window

/** The models of a figure along a random walk that changes one parameter at a time. */
async function walk(figure: Figure): Promise<unknown[]> {
  const random = seededRandom(17)
  let values = randomState(figure, random)
  const models: unknown[] = []
  for (let round = 0; round < cases(2, 6); round++) {
    for (const name of Object.keys(figure.parameters)) {
      values = withValues(figure, values, { [name]: randomState(figure, random)[name] })
      await figure.load?.(values)
      models.push(figure.compute(values))
    }
  }
  return models
}

/** The layers of a panel that differ, at some step, between drawing step by step and drawing from scratch. */
function staleLayers<M>(panel: Panel<M>, models: readonly M[]): string[] {
  const stale = new Set<string>()
  const walked = newSvg()
  let drawn: Drawn | undefined
  for (const model of models) {
    drawn = drawPanel(walked, panel, model, 'en', drawn)
    const anew = newSvg()
    drawPanel(anew, panel, model, 'en')
    for (const layer of anew.querySelectorAll<SVGElement>('[data-layer]')) {
      const name = layer.dataset['layer']!
      const shown = walked.querySelector(`[data-layer="${name}"]`)
      if (!shown?.isEqualNode(layer)) stale.add(name)
    }
  }
  return [...stale]
}

function newSvg(): SVGSVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  svg.id = 'picture'
  return svg
}

test.each(Object.keys(figures))(
  '%s: each layer is drawn again when what it shows changes',
  async (name) => {
    const figure = await figures[name]()
    const models = await walk(figure)
    for (const panel of figure.panels) {
      expect(staleLayers(panel, models), `of in the panel “${panel.name}”`).toEqual([])
    }
  },
)

test('a layer that leaves out a part of what it shows is found', async () => {
  const figure = await figures['geometry']()
  const models = await walk(figure)
  const [plane] = figure.panels
  const layers = plane.layers.map((layer) =>
    layer.name === 'solution' ? { ...layer, of: () => [] } : layer,
  )
  expect(staleLayers({ ...plane, layers }, models)).toEqual(['solution'])
})
