import type { Language } from '../../../figures/kit/figure.ts'
import { strings } from '../strings.ts'
import { fieldsOf, Malformed, type Fields, type Meter } from './meter.ts'
import { svgElement, type GrowingPicture, type SvgNode } from './svg.ts'

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

interface GrowingPlot extends Pick<GrowingPicture, 'growth'> {
  box: HTMLElement
}

/** Pictures that were drawn on this page: each has ids of its own. */
let plots = 0

/** The box of a picture, and the picture growing in it; undefined if nothing of it can be shown. */
export function plotElement({ svg }: Plot, language: Language): GrowingPlot | undefined {
  const picture = svgElement(svg, `plot-${++plots}`)
  if (!picture) return undefined
  const box = document.createElement('div')
  box.className = 'cell-plot'
  box.role = 'img'
  // One picture with one name: its parts have none of their own.
  const { 'aria-label': label } = svg.attributes
  box.ariaLabel = label ?? strings.plot[language]
  box.append(picture.element)
  return { box, growth: picture.growth }
}
