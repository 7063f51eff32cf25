import katex from 'katex'

/** The font sizes of KaTeX relative to the normal one, `size1` to `size11`. */
const SIZES = [0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.2, 1.44, 1.728, 2.074, 2.488]

/** Width of an empty delimiter in KaTeX's style sheet, in em. */
const NULL_DELIMITER = 0.12

/** A node of the tree from which KaTeX writes HTML, reduced to what determines its width. */
interface Box {
  classes?: readonly string[]
  children?: readonly Box[]
  style?: Record<string, string | undefined>
  /** Of a symbol. */
  text?: string
  /** Of the first character of `text`, in em. */
  width?: number
  italic?: number
}

/**
 * Width of a formula as set by KaTeX, in em of its own font size, from the metrics of the fonts.
 *
 * @param tex the formula
 * @param isDisplayed whether it is a display formula; an inline one may break between its parts, and the width is that
 *   of the widest part
 * @throws {katex.ParseError} If the formula is not valid.
 */
export function formulaWidth(tex: string, isDisplayed: boolean): number {
  const parts = pieceWidths(tex, isDisplayed)
  return isDisplayed ? parts.reduce((sum, width) => sum + width, 0) : Math.max(0, ...parts)
}

/** The widths of the parts of a formula between which a line may break; the parameters are those of `formulaWidth`. */
export function pieceWidths(tex: string, isDisplayed = false): readonly number[] {
  const known = isDisplayed ? displayed : inline
  const widths =
    known.get(tex) ??
    basesOf(treeOf(tex, { displayMode: isDisplayed, strict: 'error' })).map(widthOf)
  known.set(tex, widths)
  return widths
}

/** Widths by formula: both languages set the same ones, many of them often. */
const displayed = new Map<string, readonly number[]>()
const inline = new Map<string, readonly number[]>()

/** KaTeX's tree for HTML. The function is missing in its types. */
function treeOf(tex: string, options: katex.KatexOptions): Box {
  const { __renderToDomTree } = katex as unknown as {
    __renderToDomTree(tex: string, options: katex.KatexOptions): Box
  }
  return __renderToDomTree(tex, { ...options, throwOnError: true, output: 'html' })
}

/** The parts between which an inline formula may break. */
function basesOf(box: Box): Box[] {
  if (box.classes?.includes('katex-base')) return [box]
  return box.children?.flatMap(basesOf) ?? []
}

function widthOf(box: Box): number {
  const { classes = [], children = [], style = {}, text = '', width = 0, italic = 0 } = box
  const has = (name: string) => classes.includes(name)
  if (has('llap') || has('rlap') || has('clap') || has('katex-tag')) return 0
  const spacing = em(style['marginLeft']) + em(style['marginRight']) + em(style['paddingLeft'])
  if (has('nulldelimiter')) return NULL_DELIMITER + spacing
  const inner = children.map(widthOf)
  // The rows of a vertical list are stacked; everything else is set on one line.
  const isStack = has('vlist') || has('vlist-t')
  const content = isStack ? Math.max(0, ...inner) : inner.reduce((sum, part) => sum + part, 0)
  const own = Math.max(content, em(style['width']), em(style['minWidth']))
  const rest = [...text].slice(1).reduce((sum, character) => sum + textWidth(character), 0)
  return (own + width + rest + italic) * scaleOf(classes) + spacing
}

const textWidths = new Map<string, number>()

/**
 * Width of an upright character: KaTeX merges the following ones into the node of the first without updating its width.
 */
function textWidth(character: string): number {
  const known = textWidths.get(character)
  if (known !== undefined) return known
  const isSpecial = /[\\{}$&#^_%~]/.test(character)
  const width = isSpecial
    ? 0.5
    : widthOf(treeOf(`\\text{${character}}`, { strict: 'ignore' })) || 0.5
  textWidths.set(character, width)
  return width
}

/** The factor by which the classes of a span scale its content: `reset-size6 size3`. */
function scaleOf(classes: readonly string[]): number {
  const size = (pattern: RegExp) => {
    const found = classes.map((name) => pattern.exec(name)?.[1]).find(Boolean)
    return found === undefined ? undefined : SIZES[Number(found) - 1]
  }
  const [from, to] = [size(/^reset-size(\d+)$/), size(/^size(\d+)$/)]
  return from !== undefined && to !== undefined ? to / from : 1
}

/** A length in a style, in em. */
function em(length: string | undefined): number {
  return length?.endsWith('em') ? Number.parseFloat(length) : 0
}
