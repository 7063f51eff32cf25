/** A picture as plain data, from which the page builds SVG elements that it knows to be harmless. */
export interface SvgNode {
  tag: string
  attributes: Readonly<Record<string, string>>
  children: readonly (SvgNode | string)[]
}

const SVG = 'http://www.w3.org/2000/svg'

const SVG_TAGS = new Set(
  `svg g path rect circle ellipse line polyline polygon text tspan textPath title desc defs clipPath mask pattern marker
  linearGradient radialGradient stop`.split(/\s+/),
)

/**
 * What other elements name, to be drawn there. If one of these could name the next, each more than once, a small
 * picture would draw itself for ever: that is why they name none, why they are small, and why there is no `use`.
 */
const DEFINITIONS = new Set('clipPath mask pattern marker linearGradient radialGradient'.split(' '))
const MOST_IN_DEFINITION = 100

/** What Plot puts around a plot with a title, a caption or a legend, and what stands here for it. */
const HTML_TAGS: Readonly<Record<string, string>> = {
  figure: 'figure',
  figcaption: 'figcaption',
  h2: 'div',
  h3: 'div',
  div: 'div',
  span: 'span',
}

const ATTRIBUTES = new Set(
  `aria-description aria-hidden class clip-path clip-rule clipPathUnits color cx cy d dominant-baseline dx dy
  fill fill-opacity fill-rule font-family font-size font-style font-variant font-weight fx fy gradientTransform
  gradientUnits height href id letter-spacing lengthAdjust marker-end marker-mid marker-start markerHeight markerUnits
  markerWidth mask mask-type maskContentUnits maskUnits mix-blend-mode offset opacity orient paint-order pathLength
  patternContentUnits patternTransform patternUnits points preserveAspectRatio r refX refY rotate rx ry
  shape-rendering spreadMethod startOffset stop-color stop-opacity stroke stroke-dasharray stroke-dashoffset
  stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity stroke-width style text-anchor text-decoration
  text-rendering textLength transform vector-effect viewBox visibility width word-spacing x x1 x2 y y1 y2`.split(
    /\s+/,
  ),
)

/** What an inline style may set; nothing of it can leave the plot or load a file. */
const STYLES = new Set(
  `color fill fill-opacity font-family font-size font-style font-variant font-weight letter-spacing margin-left
  mix-blend-mode opacity overflow paint-order stroke stroke-dasharray stroke-opacity stroke-width text-anchor width
  white-space`.split(/\s+/),
)

/** Deeper trees are cut: no plot is that deep. */
const DEEPEST = 40

/** What all references of a picture may draw together, in elements: a marker is drawn at each corner of a path. */
const MOST_REFERRED = 2500

/** What is told to every part of a picture while it is built. */
interface Picture {
  /** What its ids are put under. */
  scope: string
  /** How many elements its largest definition has. */
  largest: number
  /** How many elements its references may still draw. */
  left: number
  /** How many parts it has so far. */
  parts: number
}

/** A picture that grows: the element around it, and its parts, which are added to it step by step. */
export interface GrowingPicture {
  element: Element
  /** Adds some parts with each step. */
  growth: Generator<undefined, void>
}

/** How many parts are added in a step. */
const STEP = 100

/**
 * The elements of a picture that a program drew; undefined if nothing of it can be shown. Only tags, attributes and
 * styles that draw are kept: no script, no link, no file from elsewhere. Its ids are put under `scope`, so that they meet
 * none of the page.
 */
export function svgElement(node: SvgNode, scope: string): GrowingPicture | undefined {
  const picture = { scope, largest: largestDefinition(node), left: MOST_REFERRED, parts: 0 }
  const element = elementOf(node, picture, false)
  return element && { element, growth: grow(element, node, picture, 1, DEFINITIONS.has(node.tag)) }
}

function* grow(
  element: Element,
  { children }: SvgNode,
  picture: Picture,
  depth: number,
  isDefined: boolean,
): Generator<undefined, void> {
  for (const child of children) {
    if (typeof child === 'string') {
      element.append(child)
      continue
    }
    const part = depth > DEEPEST ? undefined : elementOf(child, picture, isDefined)
    if (!part) continue
    element.append(part)
    if (++picture.parts % STEP === 0) yield undefined
    yield* grow(part, child, picture, depth + 1, isDefined || DEFINITIONS.has(child.tag))
  }
}

/** The element of a node, without what is in it. */
function elementOf(
  node: SvgNode,
  picture: Picture,
  isWithinDefinition: boolean,
): Element | undefined {
  const { tag, attributes } = node
  const html = Object.hasOwn(HTML_TAGS, tag) ? HTML_TAGS[tag] : undefined
  if (!html && !SVG_TAGS.has(tag)) return undefined

  const isDefinition = DEFINITIONS.has(tag)
  if (isDefinition && countOf(node) > MOST_IN_DEFINITION) return undefined
  const isDefined = isDefinition || isWithinDefinition

  const element = html ? document.createElement(html) : document.createElementNS(SVG, tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (isReference(name, value)) {
      picture.left -= picture.largest * cornersOf(name, attributes)
      if (isDefined || picture.left < 0) continue
    }
    setAttribute(element, name, value, picture.scope)
  }
  return element
}

/** How often an attribute draws what it refers to: a marker once at every corner, of which each has two numbers. */
function cornersOf(
  name: string,
  { d = '', points = '', style = '' }: SvgNode['attributes'],
): number {
  const isMarker = name === 'marker-mid' || /marker/i.test(style)
  return isMarker ? 1 + (d + points).length / 4 : 1
}

function largestDefinition(node: SvgNode, depth = 0): number {
  if (DEFINITIONS.has(node.tag)) return Math.min(countOf(node), MOST_IN_DEFINITION)
  if (depth > DEEPEST) return 1
  return node.children.reduce<number>(
    (most, child) =>
      typeof child === 'string' ? most : Math.max(most, largestDefinition(child, depth + 1)),
    1,
  )
}

/** How many elements a tree has. */
const countOf = ({ children }: SvgNode): number =>
  children.reduce<number>((sum, child) => sum + (typeof child === 'string' ? 0 : countOf(child)), 1)

const isReference = (name: string, value: string) => /href$/.test(name) || /url/i.test(value)

function setAttribute(element: Element, name: string, value: string, scope: string): void {
  const key = name.replace(/^xlink:/, '')
  if (!ATTRIBUTES.has(key)) return
  if (key === 'class') {
    // Plot's own, and none that the site gives a meaning.
    const names = value.split(/\s+/).filter((word) => /^plot(-|$)/.test(word))
    return names.length > 0 ? element.setAttribute('class', names.join(' ')) : undefined
  }
  if (key === 'id') return element.setAttribute('id', `${scope}-${value}`)
  if (key === 'href') {
    return /^#/.test(value)
      ? element.setAttribute('href', `#${scope}-${value.slice(1)}`)
      : undefined
  }
  if (key === 'style') return setStyle(element as SVGElement | HTMLElement, value, scope)
  const safe = withLocalUrls(value, scope)
  if (safe !== undefined) element.setAttribute(key, safe)
}

/** By the style's own object, which the policy of a page allows. */
function setStyle({ style }: SVGElement | HTMLElement, text: string, scope: string): void {
  for (const declaration of text.split(';')) {
    const [name = '', ...rest] = declaration.split(':')
    const value = withLocalUrls(rest.join(':').trim(), scope)
    if (STYLES.has(name.trim()) && value !== undefined) style.setProperty(name.trim(), value)
  }
}

/** `url(#a)` within the picture is put under `scope`; with any other address, the value is none. */
function withLocalUrls(value: string, scope: string): string | undefined {
  const local = value.replace(/^url\((["']?)#([\w.:-]+)\1\)/, `url(#${scope}-$2)`)
  const rest = local.replace(`url(#${scope}-`, '')
  return /url|image|src|expression|@|\\/i.test(rest) ? undefined : local
}
