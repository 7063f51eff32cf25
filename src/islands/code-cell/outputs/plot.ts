import type { Language } from '../../../figures/kit/figure.ts'
import { strings } from '../strings.ts'
import { fieldsOf, Malformed, type Fields, type Meter } from './meter.ts'
import { svgElement, type SvgNode } from './svg.ts'

/** A picture. */
export interface Plot {
  kind: 'plot'
  svg: SvgNode
}

/** A browser places the letters of a picture one by one. */
const WEIGHT_OF_TEXT = 5
/** Deeper trees are no plots. */
const DEEPEST = 60

export const readPlot = ({ svg }: Fields, meter: Meter): Plot => ({
  kind: 'plot',
  svg: readNode(svg, meter, 0),
})

function readNode(value: unknown, meter: Meter, depth: number): SvgNode {
  if (depth > DEEPEST) throw new Malformed()
  const { tag, attributes, children } = fieldsOf(value)
  return {
    tag: meter.drawing(tag),
    attributes: Object.fromEntries(
      Object.entries(fieldsOf(attributes)).map(([name, text]) => [
        meter.drawing(name),
        meter.drawing(text),
      ]),
    ),
    children: meter.list(children, (child) =>
      typeof child === 'string'
        ? meter.text(child, WEIGHT_OF_TEXT)
        : readNode(child, meter, depth + 1),
    ),
  }
}

/** Pictures that were drawn on this page: each has ids of its own. */
let plots = 0

/** A picture; undefined if nothing of it can be shown. */
export function plotElement({ svg }: Plot, language: Language): HTMLElement | undefined {
  const picture = svgElement(svg, `plot-${++plots}`)
  if (!picture) return undefined
  const box = document.createElement('div')
  box.className = 'cell-plot'
  box.role = 'img'
  box.ariaLabel = picture.getAttribute('aria-label') ?? strings.plot[language]
  // One picture with one name: its parts have none of their own.
  for (const part of [picture, ...picture.querySelectorAll('*')]) {
    part.removeAttribute('role')
    part.removeAttribute('aria-label')
  }
  box.append(picture)
  return box
}
