import type { Language, Layer, Panel } from '../../figures/kit/figure.ts'
import { axesOf } from './drawing/axes.ts'
import { shapeOf } from './drawing/marks.ts'
import { frameOf, type Frame } from './drawing/scale.ts'
import { createElement, show, type Shape } from './drawing/shape.ts'

/** The state of a drawn panel, so that the next drawing updates only the layers whose parts have changed. */
export interface Drawn {
  /** The scales as JSON: any change redraws the whole panel. */
  scales: string
  parts: Map<string, readonly unknown[]>
}

/**
 * Draws a panel into its `<svg>`, at build time on jsdom and in the browser alike. A layer whose parts are identical to
 * those of `before` is not touched, nor is a deferred one while `hold` is set.
 */
export function drawPanel<M>(
  svg: SVGSVGElement,
  panel: Panel<M>,
  model: M,
  language: Language,
  before?: Drawn,
  hold = false,
): Drawn {
  const scales = { x: panel.x(model), y: panel.y(model) }
  const drawnScales = JSON.stringify(scales)
  const sameScales = before?.scales === drawnScales
  const frame = frameOf(panel, scales)
  const clip = `${svg.id}-frame`
  if (!before) {
    for (const [name, value] of frameAttributes(panel)) svg.setAttribute(name, value)
    show(svg, [clipPath(clip, frame)])
  }
  if (!sameScales) show(layerElement(svg, 'axes'), axesOf(scales, frame, panel, language))
  const parts = new Map<string, readonly unknown[]>()
  for (const layer of panel.layers) {
    const shown = sameScales ? before.parts.get(layer.name) : undefined
    const part = hold && layer.deferred && shown ? shown : layer.of(model)
    parts.set(layer.name, part)
    if (identical(part, shown)) continue
    const shapes = layer.marks(model, language).map((mark) => shapeOf(mark, frame))
    const element = layerElement(svg, layer.name, layer.overflow ? undefined : `url(#${clip})`)
    show(
      element,
      shapes.filter((shape) => shape !== undefined),
    )
  }
  return { scales: drawnScales, parts }
}

/** The state of a panel whose svg was drawn at build time for this model. */
export function drawnAtBuild<M>(panel: Panel<M>, model: M): Drawn {
  return {
    scales: JSON.stringify({ x: panel.x(model), y: panel.y(model) }),
    parts: new Map(panel.layers.map((layer: Layer<M>) => [layer.name, layer.of(model)])),
  }
}

const identical = (a: readonly unknown[], b: readonly unknown[] | undefined) =>
  b !== undefined && a.length === b.length && a.every((part, i) => Object.is(part, b[i]))

/** The element of a layer, which is put at the end if there is none. */
function layerElement(svg: SVGSVGElement, name: string, clip?: string): Element {
  const drawn = svg.querySelector(`:scope > [data-layer="${name}"]`)
  if (drawn) return drawn
  const element = createElement(svg.ownerDocument, 'g')
  element.dataset.layer = name
  if (clip) element.setAttribute('clip-path', clip)
  svg.append(element)
  return element
}

const frameAttributes = ({ width, height }: { width: number; height: number }) => [
  ['viewBox', `0 0 ${width} ${height}`],
  ['fill', 'currentColor'],
  ['text-anchor', 'middle'],
]

function clipPath(id: string, { left, right, top, bottom }: Frame): Shape {
  const attributes = { x: left, y: top, width: right - left, height: bottom - top }
  return { tag: 'clipPath', attributes: { id }, children: [{ tag: 'rect', attributes }] }
}
