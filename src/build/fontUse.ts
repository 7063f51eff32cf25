import type { Element, Nodes, Root } from 'hast'

/** Characters by face: the name of its file without folder, hash and suffix. */
export type Faces = Map<string, Set<string>>

/** The course's own face, as its files are named. */
const newsreader = {
  regular: 'newsreader-latin-400-normal',
  semibold: 'newsreader-latin-600-normal',
  italic: 'newsreader-latin-400-italic',
}

/** What any text may hold, live ones too: a figure writes numbers and words that no page shows at first. */
const always = `${range('a', 'z')}${range('A', 'Z')}${range('0', '9')} .,:;?!'()%−–’“”-`

/** The classes of KaTeX that choose a face, as in its styles; a later one wins. */
const formulaFaces: readonly (readonly [classes: string, face: string])[] = [
  ['textbf', 'Main-Bold'],
  ['textit', 'Main-Italic'],
  ['textrm', 'Main-Regular'],
  ['textsf', 'SansSerif-Regular'],
  ['texttt', 'Typewriter-Regular'],
  ['mathnormal', 'Math-Italic'],
  ['mathit', 'Main-Italic'],
  ['mathbf', 'Main-Bold'],
  ['boldsymbol', 'Math-BoldItalic'],
  ['amsrm', 'AMS-Regular'],
  ['mathbb', 'AMS-Regular'],
  ['textbb', 'AMS-Regular'],
  ['mathcal', 'Caligraphic-Regular'],
  ['mathfrak', 'Fraktur-Regular'],
  ['mathtt', 'Typewriter-Regular'],
  ['mathscr', 'Script-Regular'],
  ['mathsf', 'SansSerif-Regular'],
  ['mathboldsf', 'SansSerif-Bold'],
  ['mathsfit', 'SansSerif-Italic'],
  ['mainrm', 'Main-Regular'],
  ['delimsizing size1', 'Size1-Regular'],
  ['delimsizing size2', 'Size2-Regular'],
  ['delimsizing size3', 'Size3-Regular'],
  ['delimsizing size4', 'Size4-Regular'],
  ['delim-size1', 'Size1-Regular'],
  ['delim-size4', 'Size4-Regular'],
  ['small-op', 'Size1-Regular'],
  ['large-op', 'Size2-Regular'],
]

/**
 * The faces that a page uses and the characters that it sets in each.
 *
 * @param page a built page
 * @param language its language; only headings of Chinese pages are set in the course's face
 */
export function fontUse(page: Root, language: 'en' | 'zh'): Faces {
  const faces: Faces = new Map()
  const add = (face: string, characters: string) => {
    const set = faces.get(face) ?? new Set()
    for (const character of characters) set.add(character)
    faces.set(face, set)
  }

  const text = (node: Nodes, face: string | undefined): void => {
    if (node.type === 'text' && face) add(face, node.value)
    if (node.type === 'element') {
      if (classesOf(node).includes('katex-html')) return formula(node, 'Main-Regular')
      face = faceOf(node, face)
    }
    if ('children' in node) for (const child of node.children) text(child, face)
  }
  const formula = (node: Nodes, face: string): void => {
    if (node.type === 'text' && /[^\s\u200b]/.test(node.value)) add(`KaTeX_${face}`, node.value)
    if (node.type !== 'element') return
    const classes = classesOf(node)
    for (const [names, chosen] of formulaFaces) {
      if (names.split(' ').every((name) => classes.includes(name))) face = chosen
    }
    for (const child of node.children) formula(child, face)
  }

  add(newsreader.semibold, always)
  if (language === 'en') add(newsreader.regular, always)
  text(page, language === 'en' ? newsreader.regular : undefined)
  return faces
}

/** The face of an element's own text. */
function faceOf({ tagName }: Element, inherited: string | undefined): string | undefined {
  // Code, pictures and tables have other faces; what is in the head is not set at all.
  if (/^(head|script|style|template|pre|code|svg|math|table|label|option)$/.test(tagName))
    return undefined
  if (inherited !== undefined || /^h[2-6]$/.test(tagName)) {
    if (/^(h[2-6]|strong|b|dt|summary)$/.test(tagName)) return newsreader.semibold
  }
  if (inherited === newsreader.regular && /^(em|cite|i|var)$/.test(tagName))
    return newsreader.italic
  return inherited
}

function classesOf({ properties: { className } }: Element): (string | number)[] {
  return Array.isArray(className) ? className : []
}

function range(first: string, last: string): string {
  const [from, to] = [first, last].map((letter) => letter.codePointAt(0)!)
  return String.fromCodePoint(...Array.from({ length: to - from + 1 }, (_, index) => from + index))
}
