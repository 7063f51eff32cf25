import { JSDOM } from 'jsdom'
import type { Figure, Language, Panel } from '../../figures/kit/figure.ts'
import { drawPanel } from '../../islands/course-figure/draw.ts'
import { compactPaths } from './compactPaths.ts'

const { document } = new JSDOM().window

/**
 * The panels of a figure as SVG text, by panel name, for the page before, or without, JavaScript.
 *
 * @param panels those that are drawn
 */
export function drawStatic(
  figure: Figure,
  model: unknown,
  id: string,
  language: Language,
  panels = figure.panels,
) {
  const pictures = panels.map((panel) => {
    const svg = panelPicture(panel, model, id, language, 'caption')
    return [panel.name, compactPaths(svg.outerHTML)] as const
  })
  return Object.fromEntries(pictures)
}

/**
 * The picture of one panel.
 *
 * @param id what its id begins with, and that of the element that describes it
 * @param description what the latter ends with
 */
export function panelPicture(
  panel: Panel<unknown>,
  model: unknown,
  id: string,
  language: Language,
  description: string,
): SVGSVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  svg.id = `${id}-panel-${panel.name}`
  svg.setAttribute('role', 'img')
  svg.setAttribute('aria-label', panel.title[language])
  svg.setAttribute('aria-describedby', `${id}-${description}`)
  drawPanel(svg, panel, model, language)
  return svg
}
