/* Brings Plot into the worker of a program that draws, as a script of its own. */
import * as Plot from '@observablehq/plot'
import type { SvgNode } from '../../outputs/svg.ts'
import { PlainDocument, PlainElement, type Child } from './document.ts'

/** What this script leaves for the worker to take. */
export interface PlotScript {
  Plot: object
  /** A plot from its options, or from a figure that Plot made. */
  draw(plot: unknown): SvgNode
}

const document = new PlainDocument()
// Where Plot looks for a document that its options do not give.
Object.assign(globalThis, { window: { document } })

function draw(plot: unknown): SvgNode {
  if (plot instanceof PlainElement) return toNode(plot)
  if (typeof plot !== 'object' || plot === null) {
    throw new TypeError(`plot() takes the options of Plot.plot() or what it returns, not ${plot}.`)
  }
  // A mark can plot itself.
  const figure = 'plot' in plot ? (plot as Plot.RenderableMark & Plot.Plot).plot() : Plot.plot(plot)
  return toNode(figure as unknown as PlainElement)
}

/** Plot's style sheets stay behind: the site brings its own. */
function toNode({ tagName, attributes, childNodes }: PlainElement): SvgNode {
  return {
    tag: tagName,
    attributes: Object.fromEntries(attributes),
    children: childNodes
      .filter(isShown)
      .map((child) => (child instanceof PlainElement ? toNode(child) : child.textContent)),
  }
}

const isShown = (child: Child) => !(child instanceof PlainElement && child.tagName === 'style')

Object.assign(globalThis, { $plot: { Plot, draw } satisfies PlotScript })
