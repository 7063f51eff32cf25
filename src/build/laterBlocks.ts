import { glob, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import type { Element, Nodes } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { visit, EXIT } from 'unist-util-visit'
import { hasClass, textOf } from '../markdown/hast.ts'

/** A size of window, as far as heights depend on it. */
interface Screen {
  /** Width of the column of text, in its em. */
  column: number
  /** An em, the height of a line and the space between blocks, in px. */
  em: number
  line: number
  gap: number
  /** Height of a line of code, in px: larger where a finger types. */
  code: number
  /** Blocks may be later that begin this far below the beginning of the text, in px: no window is as high. */
  first: number
}

/** A phone and a desktop, as the style sheets have them; a test compares. */
export const screens: Record<'en' | 'zh', readonly [Screen, Screen]> = {
  en: [
    { column: 18.6, em: 18, line: 27.9, gap: 20, code: 25.6, first: 1000 },
    { column: 30.3, em: 19, line: 30.4, gap: 22, code: 22.4, first: 1300 },
  ],
  zh: [
    { column: 19.7, em: 17, line: 30.6, gap: 20, code: 25.6, first: 1000 },
    { column: 37.6, em: 17, line: 32.3, gap: 20, code: 22.4, first: 1300 },
  ],
}

/** Width of a Latin character and of one in a formula, in em; a Chinese one is an em wide. */
const LATIN = 0.44
const MATH = 0.5

/** Height of a displayed formula of one row, in em, and of the number below it or the padding, in px. */
const ROW = 1.25
const AROUND = 4

/** Height beside that of the lines, in px, without the padding of the block: buttons, spaces, or smaller type. */
const extras: Readonly<Record<string, number>> = {
  guess: 75,
  cell: 90,
  challenge: 250,
  recap: 55,
  erratum: -20,
}

/** What does not begin a line. Cells share the lines of their row. */
const INLINE =
  /^(a|abbr|b|button|code|dfn|em|i|kbd|label|mark|output|q|s|small|span|strong|sub|sup|td|th|u|var)$/

/** What scripts and browsers look at while the page is loaded. */
const NEVER = /^(course-figure|input|select|textarea|script|h[1-6])$/

/**
 * Astro integration: marks the blocks of text that are below the first window with their likely height, so that a browser
 * need not lay out a whole chapter before the reader can touch it; see later.css.
 */
export function laterBlocks(): AstroIntegration {
  return {
    name: 'later-blocks',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const site = fileURLToPath(dir)
        let count = 0
        for await (const page of glob('{en,zh}/**/index.html', { cwd: site })) {
          const path = join(site, page)
          const html = await readFile(path, 'utf8')
          const marked = withLaterBlocks(html)
          if (marked === html) continue
          await writeFile(path, marked)
          count++
        }
        logger.info(`${count} pages have blocks that are laid out later`)
      },
    },
  }
}

/**
 * Marks the blocks of a chapter below the first window: `data-later` is `small` where it is below that of a phone only, and `--small`
 * and `--large` are the likely heights on a phone and on a desktop.
 *
 * @param html a built page
 */
export function withLaterBlocks(html: string): string {
  // Pages with a list of contents are long, and laid out as text.
  const content = /<html[^>]* data-has-toc/.test(html) ? contentOf(html) : undefined
  if (!content) return html
  const sizes = screens[/<html[^>]* lang="zh/.test(html) ? 'zh' : 'en']
  const below = [0, 0]
  let marked = ''
  let done = 0
  for (const block of content.children) {
    if (block.type !== 'element') continue
    const heights = sizes.map((screen) => Math.round(heightOf(block, screen)))
    const isLater = below.map((top, at) => top > sizes[at].first)
    sizes.forEach(({ gap }, at) => (below[at] += heights[at] + gap))
    const box = boxOf(block)
    if (!isLater[0] || !canWait(box)) continue
    // Within the tag, after its name.
    const at = box.position!.start.offset! + 1 + box.tagName.length
    const [small, large] = heights
    marked += html.slice(done, at)
    marked += ` data-later${isLater[1] ? '' : '=small'} style="--small:${small}px;--large:${large}px"`
    done = at
  }
  return marked + html.slice(done)
}

/** The text of a chapter; undefined on pages without. */
function contentOf(html: string): Element | undefined {
  let content: Element | undefined
  visit(fromHtml(html), 'element', (node) => {
    if (!hasClass(node, 'sl-markdown-content')) return undefined
    content = node
    return EXIT
  })
  return content
}

/** The box that keeps the margins of what is in it: of an equation, the formula. */
function boxOf(block: Element): Element {
  if (!hasClass(block, 'equation')) return block
  const isDisplay = (node: Nodes): node is Element => hasClass(node, 'katex-display')
  return block.children.find(isDisplay) ?? block
}

function canWait(block: Element): boolean {
  // What is folded is not laid out anyhow, and what stands in a line has no height of its own.
  const isLine = INLINE.test(block.tagName) && !hasClass(block, 'katex-display')
  if (block.properties.style || hasClass(block, 'derivation') || isLine) return false
  let canWait = true
  visit(block, 'element', ({ tagName }) => {
    if (!NEVER.test(tagName)) return undefined
    canWait = false
    return EXIT
  })
  return canWait
}

/** The likely height of a block, in px. */
function heightOf(block: Element, { column, em, line, code }: Screen): number {
  const [, extra = 0] = Object.entries(extras).find(([name]) => hasClass(block, name)) ?? []
  let height = extra
  /** Width of the text since the last end of a line, in em. */
  let width = 0
  const endLine = () => {
    height += Math.ceil(width / column) * line
    width = 0
  }
  const read = (node: Nodes, isMath = false): void => {
    if (node.type === 'text' && (width > 0 || node.value.trim()))
      width += widthOf(node.value, isMath)
    if (node.type !== 'element' || isUnseen(node)) return
    if (hasClass(node, 'katex-display')) {
      height += AROUND + rowsOf(node) * em
    } else if (node.tagName === 'pre') {
      height += textOf(node).trim().split('\n').length * code
    } else if (node.tagName === 'svg') {
      const [, , across, down] = String(node.properties.viewBox).split(' ').map(Number)
      height += (Math.min(column * em, across) * down) / across
    } else if (INLINE.test(node.tagName)) {
      for (const child of node.children) read(child, isMath || hasClass(node, 'katex'))
    } else {
      endLine()
      const isFolded = node.tagName === 'details' && node.properties.open === undefined
      for (const child of isFolded ? node.children.slice(0, 1) : node.children) read(child, isMath)
      endLine()
    }
  }
  read(block)
  endLine()
  return height
}

/** Height of a displayed formula, in em: what slimFormulas.ts notes of those that are higher than a row. */
function rowsOf(formula: Element): number {
  let height = ROW
  visit(formula, 'element', ({ properties: { style } }) => {
    const [, above] = /--h:([\d.]+)em/.exec(String(style)) ?? []
    height = Math.max(height, Number(above ?? 0) * 1.13)
  })
  return height
}

function widthOf(text: string, isMath: boolean): number {
  const chinese = text.match(/[\u3000-\u9fff\uff00-\uffef]/g)?.length ?? 0
  const spaces = text.replace(/\s+/g, ' ').length
  return chinese + (spaces - chinese) * (isMath ? MATH : LATIN)
}

function isUnseen(node: Element): boolean {
  return (
    node.properties.hidden !== undefined ||
    /^(script|style|template)$/.test(node.tagName) ||
    ['katex-mathml', 'handle', 'sr-only'].some((name) => hasClass(node, name))
  )
}
