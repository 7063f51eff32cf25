import * as Plot from '@observablehq/plot'
import type { Language, Layer, Panel, Scale } from '../../figures/kit/figure.ts'
import { fixed } from '../../figures/kit/format.ts'
import type { EllipseMark, Mark, SpecksMark } from '../../figures/kit/marks.ts'

const SVG = 'http://www.w3.org/2000/svg'

/** The state of a drawn panel, so that the next drawing updates only the layers whose parts have changed. */
export interface Drawn {
  /** The scales as JSON: any change redraws the whole panel. */
  scales: string
  parts: Map<string, readonly unknown[]>
}

/**
 * Draws a panel into its `<svg>`, with Observable Plot, at build time on jsdom and in the browser alike. A layer whose
 * parts are identical to those of `before` keeps its element, and so does a deferred one while `hold` is set.
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
  const clip = `${svg.id}-frame`
  if (!sameScales) {
    svg.setAttribute('viewBox', `0 0 ${panel.width} ${panel.height}`)
    // Plot sets these on its own svg and relies on them inside.
    svg.setAttribute('fill', 'currentColor')
    svg.setAttribute('text-anchor', 'middle')
    svg.replaceChildren(clipPath(svg.ownerDocument, panel, clip))
    const [drawn] = draw(svg.ownerDocument, panel, scales, [axes(scales, language)])
    drawn.dataset.layer = 'axes'
    svg.append(drawn)
  }
  const parts = new Map<string, readonly unknown[]>()
  const changed: Layer<M>[] = []
  for (const layer of panel.layers) {
    const shown = sameScales ? before.parts.get(layer.name) : undefined
    const part = hold && layer.deferred && shown ? shown : layer.of(model)
    parts.set(layer.name, part)
    if (!identical(part, shown)) changed.push(layer)
  }
  if (changed.length > 0) {
    const marks = changed.map((layer) => layer.marks(model, language).map(toPlot))
    const groups = draw(svg.ownerDocument, panel, scales, marks)
    for (const [index, layer] of changed.entries()) {
      const drawn = groups[index]
      drawn.dataset.layer = layer.name
      if (!layer.overflow) drawn.setAttribute('clip-path', `url(#${clip})`)
      const old = sameScales ? svg.querySelector(`:scope > [data-layer="${layer.name}"]`) : null
      if (old) old.replaceWith(drawn)
      else svg.append(drawn)
    }
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

/**
 * Some lists of marks, each as one `<g>`, at the cost of one plot: of the svg that Plot draws we keep the content and drop
 * its frame and style sheet.
 */
function draw<M>(
  document: Document,
  { width, height, margin }: Panel<M>,
  { x, y }: { x: Scale; y: Scale },
  lists: readonly (readonly Plot.Markish[])[],
): SVGGElement[] {
  const groups = lists.map(() => document.createElementNS(SVG, 'g'))
  const plot = Plot.plot({
    document,
    width,
    height,
    marginTop: margin.top,
    marginRight: margin.right,
    marginBottom: margin.bottom,
    marginLeft: margin.left,
    x: { domain: x.domain as unknown as number[], type: x.type ?? 'linear', axis: null },
    y: { domain: y.domain as unknown as number[], type: y.type ?? 'linear', axis: null },
    // A group stands before what its marks draw.
    marks: lists.flatMap((marks, index) => [() => groups[index], ...marks]),
  })
  let group: SVGGElement | undefined
  for (const node of [...plot.childNodes]) {
    if (groups.includes(node as SVGGElement)) group = node as SVGGElement
    else group?.append(node)
  }
  // Inner groups may not have accessible names within an image that has one, and are all hidden by it.
  for (const inner of plot.querySelectorAll('[aria-label], [aria-description], [aria-hidden]')) {
    for (const name of ['label', 'description', 'hidden']) inner.removeAttribute(`aria-${name}`)
  }
  return groups
}

function axes({ x, y }: { x: Scale; y: Scale }, language: Language): Plot.Markish[] {
  const grid = { stroke: 'var(--dc-grid)', strokeOpacity: 1 }
  const tick = { tickSize: 0, tickPadding: 6, color: 'var(--dc-muted)' }
  const [xTicks, yTicks] = [ticksOf(x), ticksOf(y)]
  return [
    Plot.gridX({ ...grid, ticks: xTicks.ticks }),
    Plot.gridY({ ...grid, ticks: yTicks.ticks }),
    Plot.axisX({ ...tick, ...xTicks, label: x.label[language], labelArrow: 'none' }),
    Plot.axisY({ ...tick, ...yTicks, label: y.label[language], labelArrow: 'none' }),
  ]
}

function ticksOf({ ticks = 5, decimals, tickFormat }: Scale) {
  return {
    ticks,
    tickFormat: decimals === undefined ? tickFormat : (value: number) => fixed(value, decimals),
  }
}

function clipPath<M>(document: Document, { width, height, margin }: Panel<M>, id: string) {
  const clip = document.createElementNS(SVG, 'clipPath')
  clip.id = id
  const rect = document.createElementNS(SVG, 'rect')
  rect.setAttribute('x', String(margin.left))
  rect.setAttribute('y', String(margin.top))
  rect.setAttribute('width', String(width - margin.left - margin.right))
  rect.setAttribute('height', String(height - margin.top - margin.bottom))
  clip.append(rect)
  return clip
}

function toPlot(mark: Mark): Plot.Markish {
  switch (mark.mark) {
    case 'ellipse':
      return ellipse(mark)
    case 'specks':
      return specks(mark)
    case 'line':
      return Plot.line(mark.data, mark.options)
    case 'dot':
      return Plot.dot(mark.data, mark.options)
    case 'text':
      return Plot.text(mark.data, mark.options)
    case 'arrow':
      return Plot.arrow(mark.data, mark.options)
    case 'areaY':
      return Plot.areaY(mark.data, mark.options)
    case 'ruleX':
      return Plot.ruleX(mark.data, mark.options)
    case 'ruleY':
      return Plot.ruleY(mark.data, mark.options)
  }
}

type Position = (value: number) => number

function ellipse({ center, radii, angle, options }: EllipseMark): Plot.Markish {
  return (_index, scales, _values, _dimensions, context) => {
    const [x, y] = [scales.x as Position, scales.y as Position]
    const unit = x(1) - x(0)
    const element = context.document.createElementNS(SVG, 'ellipse')
    element.setAttribute('rx', (radii[0] * unit).toFixed(2))
    element.setAttribute('ry', (radii[1] * unit).toFixed(2))
    // The screen's y axis points down, so the angle changes its sign.
    const turn = ((-angle * 180) / Math.PI).toFixed(3)
    const [px, py] = [x(center[0]).toFixed(2), y(center[1]).toFixed(2)]
    element.setAttribute('transform', `translate(${px} ${py}) rotate(${turn})`)
    setStyle(element, { fill: 'none', ...options })
    return element
  }
}

function specks({ points, options }: SpecksMark): Plot.Markish {
  return (_index, scales, _values, _dimensions, context) => {
    const [x, y] = [scales.x as Position, scales.y as Position]
    const element = context.document.createElementNS(SVG, 'path')
    // A segment of zero length with round caps is a disc.
    const d = points.map((p) => `M${x(p[0]).toFixed(1)},${y(p[1]).toFixed(1)}h0`).join('')
    element.setAttribute('d', d)
    setStyle(element, { strokeLinecap: 'round', ...options })
    return element
  }
}

function setStyle(element: SVGElement, style: object) {
  for (const [name, value] of Object.entries(style)) {
    element.setAttribute(
      name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`),
      String(value),
    )
  }
}
