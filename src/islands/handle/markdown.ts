import type { Element as HastElement } from 'hast'
import { fromDom } from 'hast-util-from-dom'
import { toMdast, type State } from 'hast-util-to-mdast'
import type { Paragraph, RootContent } from 'mdast'
import { gfmTableToMarkdown } from 'mdast-util-gfm-table'
import { mathToMarkdown } from 'mdast-util-math'
import { toMarkdown } from 'mdast-util-to-markdown'
import { TOOLS } from './copyFormulas.ts'
import { replaceFormulas } from './formulas.ts'
import { permanentAddress } from '../shared/permanentAddress.ts'

/**
 * A part of the page as Markdown, with formulas in TeX, figures as links to their state, and a link to the part.
 *
 * @param part an element with an id: a heading stands for its section, any other for itself
 */
export function markdownOf(part: Element): string {
  return `${written(elementsOf(part))}\n<${pageAddress()}#${part.id}>\n`
}

/** The page of an interview question as Markdown: the question, both answers, and the permanent address. */
export function questionMarkdown(): string {
  const [title, breath] = ['h1', '.breath'].map((part) => document.querySelector(part)!)
  const elements = [title, breath]
  for (let next = breath.nextElementSibling; next; next = next.nextElementSibling) {
    if (next.matches('h2:not(#strong)')) break
    elements.push(next)
  }
  return `${written(elements)}\n<${permanentAddress()}>\n`
}

/** Elements of the page as Markdown. */
function written(elements: readonly Element[]): string {
  const copy = document.createElement('div')
  copy.append(...elements.map((element) => element.cloneNode(true)))
  simplify(copy)
  const tree = toMdast(fromDom(copy), { handlers: { code: math, pre: block, details: folded } })
  return toMarkdown(tree, {
    bullet: '-',
    emphasis: '*',
    rule: '-',
    extensions: [gfmTableToMarkdown(), mathToMarkdown()],
  })
}

/** The address of the page without the states of its figures. */
function pageAddress(): string {
  return location.origin + location.pathname
}

/** The elements of a part: from a heading to the next of its level or above. */
function elementsOf(part: Element): Element[] {
  const heading = part.closest('.sl-heading-wrapper')
  if (!heading) return [part]
  const elements = [heading]
  const level = levelOf(heading)
  for (let next = heading.nextElementSibling; next; next = next.nextElementSibling) {
    if (levelOf(next) <= level) break
    elements.push(next)
  }
  return elements
}

/** The level of a heading, such as 2; infinite for anything else. */
function levelOf(element: Element): number {
  return Number(/level-h(\d)/.exec(element.className)?.[1] ?? Infinity)
}

/** Leaves in a copy what Markdown can say. */
function simplify(copy: HTMLElement): void {
  for (const figure of copy.querySelectorAll('course-figure'))
    figure.replaceWith(figureLink(figure))
  for (const cell of copy.querySelectorAll('.cell-source')) {
    cell.closest('code-cell, .cell-card')!.replaceWith(program(cell))
  }
  for (const tool of copy.querySelectorAll(`${TOOLS}, [role="tablist"], svg`)) tool.remove()
  replaceFormulas(copy, (tex, isDisplayed) => {
    const code = document.createElement('code')
    code.className = isDisplayed ? 'math-display' : 'math-inline'
    code.textContent = tex
    if (!isDisplayed) return code
    const pre = document.createElement('pre')
    pre.append(code)
    return pre
  })
  for (const link of copy.querySelectorAll('a')) {
    const isHere = link.getAttribute('href')?.startsWith('#')
    link.setAttribute('href', isHere ? pageAddress() + link.hash : link.href)
  }
}

/** A paragraph with a link to the figure in the state that it has now, and what it says. */
function figureLink(figure: Element): HTMLElement {
  const url = new URL(pageAddress())
  for (const [name, value] of new URLSearchParams(location.search)) {
    if (name.startsWith(`${figure.id}.`)) url.searchParams.set(name, value)
  }
  url.hash = figure.id
  const link = document.createElement('a')
  link.href = url.href
  link.textContent = figure.querySelector('.figure-title')?.textContent.trim() ?? figure.id
  const paragraph = document.createElement('p')
  paragraph.append(
    link,
    `. ${figure.querySelector('figcaption, .figure-caption')?.textContent.trim() ?? ''}`,
  )
  return paragraph
}

function program(source: Element): HTMLElement {
  const code = document.createElement('code')
  code.className = `language-${source.querySelector('[data-language]')?.getAttribute('data-language') ?? 'ts'}`
  code.textContent = source.querySelector('pre')?.textContent ?? ''
  const pre = document.createElement('pre')
  pre.append(code)
  return pre
}

/** A formula among text, or else code. */
function math(state: State, node: HastElement) {
  const value = textOf(node)
  const result = isMath(node, 'inline')
    ? { type: 'inlineMath' as const, value }
    : { type: 'inlineCode' as const, value }
  state.patch(node, result)
  return result
}

/** A formula of its own, or else a block of code. */
function block(state: State, node: HastElement) {
  const [code] = node.children.filter((child) => child.type === 'element')
  const value = textOf(code ?? node).replace(/\n$/, '')
  const language = /language-(\w+)/.exec(String(code?.properties.className))?.[1]
  const result =
    code && isMath(code, 'display')
      ? { type: 'math' as const, value }
      : { type: 'code' as const, lang: language ?? null, value }
  state.patch(node, result)
  return result
}

/** What can be folded, unfolded: its label in bold, and its content. */
function folded(state: State, node: HastElement): RootContent[] {
  const [summary] = node.children.filter(
    (child) => child.type === 'element' && child.tagName === 'summary',
  ) as HastElement[]
  const rest = { ...node, children: node.children.filter((child) => child !== summary) }
  const label: Paragraph = {
    type: 'paragraph',
    children: [{ type: 'strong', children: state.all(summary) as Paragraph['children'] }],
  }
  return [label, ...(state.toFlow(state.all(rest)) as RootContent[])]
}

function isMath({ properties }: HastElement, kind: 'inline' | 'display'): boolean {
  return String(properties.className) === `math-${kind}`
}

function textOf(node: HastElement['children'][number]): string {
  if ('value' in node) return node.value
  return 'children' in node ? node.children.map(textOf).join('') : ''
}
