import type { Element, ElementContent, Root } from 'hast'
import { SKIP, visit } from 'unist-util-visit'

/** Classes that say what a symbol is; KaTeX's styles have no rule for them. */
export const unstyled: ReadonlySet<string> = new Set(
  'mord mrel mbin mopen mclose mpunct minner mop mtight text vlist-t2'.split(' '),
)

/** The spaces around a relation and around an operation, as KaTeX writes them; see math.css. */
const spaced: Readonly<Record<string, string>> = { '0.2778em': 'rel', '0.2222em': 'bin' }

/** The sizes of scripts, and of their scripts; see math.css. */
const scripts: Readonly<Record<string, { name: string; size: number }>> = {
  'reset-size6 size3': { name: 'script', size: 0.7 },
  'reset-size3 size1': { name: 'script-2', size: 5 / 7 },
}

/** KaTeX's sizes of type, from `size1` on. */
const sizes = [0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.2, 1.44, 1.728, 2.074, 2.488]

/** Up to this height and depth, in em, a piece of a formula is no taller than its line of text. */
const line = { height: 0.9, depth: 0.25 }

/** What MathML says of looks: it is there to be read out, not to be seen. */
const looks =
  'displaystyle scriptlevel stretchy separator rowspacing columnspacing columnalign width lspace rspace minsize maxsize'.split(
    ' ',
  )

/** Height of the strut before the rows of a stack in math.css, in em. */
const strut = 3

/**
 * Rehype plugin: says with a third of the elements what KaTeX says. It looks the same, and MathML says the same.
 *
 * - The parts of a fraction, an accent or a script lie in one table of six elements; here they are rows of one grid.
 * - A script alone is raised or lowered text.
 * - Struts and spaces are styles of the elements that have them, and so are changes of size: KaTeX's own style sheet has
 *   a rule for each pair of sizes, which withoutSizes.mjs leaves out. A strut within the line of text changes nothing.
 * - A formula of one piece is that piece.
 * - Elements that only name what they hold are left out.
 *
 * The last of the plugins that read formulas.
 */
export function slimFormulas() {
  return (tree: Root): void => {
    let displayed: ElementContent | undefined
    visit(tree, 'element', (node: Element, _, parent) => {
      if (classesOf(node).includes('katex-display')) displayed = node.children[0]
      if (node.tagName === 'math') {
        slimMathML(node)
        return SKIP
      }
      if (!classesOf(node).includes('katex-html')) return undefined
      node.children = node.children.flatMap(slim)
      if (parent !== displayed) joinPiece(node)
      return SKIP
    })
  }
}

/** A formula of one piece is that piece. */
function joinPiece(formula: Element): void {
  const [piece, ...others] = formula.children
  if (others.length > 0 || !isElement(piece) || !classesOf(piece).includes('katex-base')) return
  formula.children = piece.children
  formula.properties.style = piece.properties.style
  setClasses(formula, ['katex-html', ...classesOf(piece)])
}

function slimMathML(math: Element): void {
  // HTML knows the namespace by the name of the element.
  delete math.properties['xmlns']
  visit(math, 'element', (node: Element, index, parent) => {
    for (const name of looks) delete node.properties[name]
    if (!parent || index === undefined) return undefined
    const isBare = /^(semantics|mrow|mstyle)$/.test(node.tagName) && !hasAttributes(node)
    const inRow = /^(math|mrow|mstyle|mtd|msqrt)$/.test((parent as Element).tagName)
    const isRedundant = isBare && node.children.length === 1
    const isEmpty = isBare && node.children.length === 0 && inRow
    const holdsAll = node.tagName === 'mrow' && inRow && parent.children.length === 1
    const isStyle = isBare && node.tagName === 'mstyle' && inRow
    if (isRedundant || isEmpty || holdsAll || isStyle) {
      parent.children.splice(index, 1, ...node.children)
      return index
    }
    return undefined
  })
}

function slim(node: ElementContent): ElementContent[] {
  if (node.type !== 'element' || node.tagName !== 'span') return [node]
  const classes = classesOf(node)
  const script = classes.includes('msupsub') && scriptOf(node)
  if (script) return slim(script)
  const [only] = node.children
  if (classes.join() === 'msupsub' && isElement(only)) {
    setClasses(only, [...classesOf(only), 'msupsub'])
    return slim(only)
  }
  if (classes.includes('vlist-t')) node.children = rowsOf(node)
  if (classes.includes('katex-base')) moveStrut(node)
  const [from, to] = ['reset-size', 'size'].map((prefix) => sizeIn(classes, prefix))
  if (from && to && from !== to) setStyle(node, { ...styleOf(node), 'font-size': em(to / from) })
  node.children = joinTexts(foldSpaces(node.children).flatMap(slim))
  setClasses(
    node,
    classes.filter((name) => !unstyled.has(name) && !(from && sizing.test(name))),
  )
  if (node.properties.style) setStyle(node, styleOf(node))
  return hasAttributes(node) ? [node] : node.children
}

/** Classes that say only from which to which size the type changes. */
const sizing = /^(katex-sizing|fontsize-ensurer|(reset-)?size\d+)$/

/** The size that a class with this prefix names. */
function sizeIn(classes: readonly string[], prefix: string): number | undefined {
  const name = classes.find((each) => new RegExp(`^${prefix}\\d+$`).test(each))
  return name === undefined ? undefined : sizes[Number(name.slice(prefix.length)) - 1]
}

/** The rows of a stack, each as far below the baseline as KaTeX has it. */
function rowsOf(stack: Element): Element[] {
  return listOf(stack)
    .children.filter(isElement)
    .map((row) => {
      const [pstrut, ...content] = row.children
      const { top, ...rest } = styleOf(row)
      const shift = parseFloat(top) + parseFloat(styleOf(pstrut as Element)['height']) - strut
      row.children = content
      setStyle(row, { top: em(shift), ...rest })
      return row
    })
}

/** A script alone, as raised or lowered text; undefined if there are two, or what it holds is not just text. */
function scriptOf(node: Element): Element | undefined {
  const [stack] = node.children.filter(isElement)
  const rows = listOf(stack).children.filter(isElement)
  if (node.children.length > 1 || rows.length > 1) return undefined
  const [pstrut, content, ...others] = rows[0].children.filter(isElement)
  const sizing = classesOf(content).filter((name) => /size\d/.test(name))
  const script = scripts[sizing.join(' ')]
  if (!script || others.length > 0) return undefined
  const { top, ...margins } = styleOf(rows[0])
  const raised = -parseFloat(top) - parseFloat(styleOf(pstrut)['height'])
  const left = parseFloat(margins['margin-left'] ?? '0')
  setClasses(content, [script.name])
  setStyle(content, {
    'vertical-align': em(raised / script.size),
    ...(left !== 0 && { 'margin-left': em(left / script.size) }),
  })
  return content
}

/** The list of rows inside a stack. */
function listOf(stack: Element): Element {
  const [row] = stack.children as Element[]
  return row.children[0] as Element
}

/** The strut of a piece becomes the piece's own. */
function moveStrut(base: Element): void {
  const [first, ...rest] = base.children
  if (!isElement(first) || !classesOf(first).includes('katex-strut')) return
  const { height, 'vertical-align': depth } = styleOf(first)
  base.children = rest
  if (parseFloat(height) <= line.height && -parseFloat(depth ?? '0') <= line.depth) return
  setStyle(base, { '--h': em(parseFloat(height)), ...(depth && { '--d': em(parseFloat(depth)) }) })
}

/** A relation or operation between two equal spaces has them as its margins. */
function foldSpaces(children: readonly ElementContent[]): ElementContent[] {
  const folded: ElementContent[] = []
  for (const child of children) {
    const [before, symbol] = folded.slice(-2)
    const name = spaced[spaceOf(child) ?? '']
    const isEnclosed = name && spaceOf(before) === spaceOf(child)
    if (
      isEnclosed &&
      isElement(symbol) &&
      classesOf(symbol).some((each) => /^m(rel|bin)$/.test(each))
    ) {
      folded.splice(-2, 1)
      setClasses(symbol, [name, ...classesOf(symbol)])
    } else {
      folded.push(child)
    }
  }
  return folded
}

/** The width of a space; undefined for anything else. */
function spaceOf(node: ElementContent | undefined): string | undefined {
  if (!node || !isElement(node) || node.children.length > 0) return undefined
  return classesOf(node).join() === 'mspace' ? styleOf(node)['margin-right'] : undefined
}

function joinTexts(children: readonly ElementContent[]): ElementContent[] {
  const joined: ElementContent[] = []
  for (const child of children) {
    const last = joined.at(-1)
    if (child.type === 'text' && last?.type === 'text') last.value += child.value
    else joined.push(child)
  }
  return joined
}

const isElement = (node: ElementContent): node is Element => node.type === 'element'

function classesOf({ properties: { className } }: Element): string[] {
  return Array.isArray(className) ? className.map(String) : []
}

function setClasses({ properties }: Element, classes: readonly string[]): void {
  if (classes.length > 0) properties.className = [...classes]
  else delete properties.className
}

function styleOf({ properties: { style } }: Element): Record<string, string> {
  const declarations = String(style ?? '')
    .split(';')
    .filter(Boolean)
  return Object.fromEntries(declarations.map((each) => each.split(':').map((part) => part.trim())))
}

function setStyle({ properties }: Element, style: Readonly<Record<string, string>>): void {
  properties.style = Object.entries(style)
    .filter(([name, value]) => !(name.startsWith('margin') && parseFloat(value) === 0))
    .map(([name, value]) => `${name}:${/^-?[\d.]+em$/.test(value) ? em(parseFloat(value)) : value}`)
    .join(';')
}

function hasAttributes({ properties }: Element): boolean {
  return Object.values(properties).some((value) => value !== undefined && value !== '')
}

/** A length to a thousandth: a fiftieth of a pixel. */
function em(value: number): string {
  return `${String(Number(value.toFixed(3))).replace(/^(-?)0\./, '$1.')}em`
}
