import type { Element, ElementContent, Nodes, Root } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { hasClass, texOf } from '../../markdown/hast.ts'
import { elementsOf } from '../contentChecks/pages.ts'

/** What the page of a question gives a card, as HTML with formulas for Anki's MathJax. */
export interface Parts {
  /** The answer in one breath. */
  breath: string
  /** The answer in two minutes. */
  strong: string
  /** Weak answers with what they miss; empty if there are none. */
  weak: string
}

/**
 * The answers on the built page of a question, numbers filled in.
 *
 * @param tree the page
 * @param site the address of the site, to which links lead
 */
export function partsOf(tree: Root, site: string): Parts {
  const breath = elementsOf(tree).find((element) => hasClass(element, 'breath'))
  if (!breath) throw new Error('This page has no answer in one breath.')
  return {
    breath: cardHtml(breath.children, site),
    strong: cardHtml(sectionOf(tree, 'strong'), site),
    weak: cardHtml(sectionOf(tree, 'weak'), site),
  }
}

/** What stands between a heading and the next of its kind. */
function sectionOf(tree: Root, id: string): ElementContent[] {
  const body = elementsOf(tree).find(({ children }) => children.some((child) => heads(child, id)))
  const start = body?.children.findIndex((child) => heads(child, id)) ?? -1
  if (!body || start < 0) return []
  const length = body.children.slice(start + 1).findIndex((child) => heads(child))
  return body.children.slice(start + 1, length < 0 ? undefined : start + 1 + length)
}

/** Whether a node is a heading of the second level, or the box around one; with an id, this one. */
function heads(node: Nodes, id?: string): boolean {
  if (node.type !== 'element') return false
  const heading = hasClass(node, 'sl-heading-wrapper')
    ? elementsOf(node).find(({ tagName }) => tagName === 'h2')
    : node
  return heading?.tagName === 'h2' && (id === undefined || heading.properties['id'] === id)
}

/** Elements that a card keeps, without their classes; of others it keeps what they hold. */
const kept = new Set(
  'p ul ol li em strong code pre a br table thead tbody tr th td blockquote sub sup'.split(' '),
)
const dropped = new Set(['script', 'style', 'template', 'svg', 'button', 'figure', 'form'])

function cardHtml(nodes: readonly Nodes[], site: string): string {
  return toHtml(nodes.flatMap((node) => simple(node, site))).trim()
}

function simple(node: Nodes, site: string): ElementContent[] {
  if (node.type === 'text') return [node]
  if (node.type !== 'element' || dropped.has(node.tagName)) return []
  const formula = elementsOf(node).find((element) => hasClass(element, 'katex'))
  if (formula && (hasClass(node, 'katex') || hasClass(node, 'katex-display'))) {
    return mathJax(formula, hasClass(node, 'katex-display'))
  }
  const children = node.children.flatMap((child) => simple(child, site))
  if (hasClass(node, 'says')) return [element('p', [element('em', children)])]
  if (!kept.has(node.tagName)) return children
  const href = node.tagName === 'a' ? node.properties['href'] : undefined
  return [
    element(
      node.tagName,
      children,
      typeof href === 'string' ? { href: new URL(href, site).href } : {},
    ),
  ]
}

/** A formula in the brackets of Anki's MathJax. The last piece of one that may break has no MathML: the whole stands before it. */
function mathJax(formula: Element, isDisplayed: boolean): ElementContent[] {
  if (!elementsOf(formula).some(({ tagName }) => tagName === 'math')) return []
  // Where MathML reads like the source, it is the source; its invisible operators are no TeX.
  const tex = texOf(formula).replace(/[\u2061-\u2064]/g, '')
  const value = isDisplayed ? `\\[${tex}\\]` : `\\(${tex}\\)`
  return [{ type: 'text', value }]
}

const element = (
  tagName: string,
  children: ElementContent[],
  properties: Element['properties'] = {},
): Element => ({ type: 'element', tagName, properties, children })
