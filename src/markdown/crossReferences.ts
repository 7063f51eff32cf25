import type { Nodes, PhrasingContent, Root, Text } from 'mdast'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { citationsIn } from './citations.ts'
import { equationId, numberIn, type Equations } from './equations.ts'
import { languageOfFile, type PageLanguage } from './language.ts'
import { referencesIn } from './partIds.ts'

/** The number of an equation as the text names it: `(1.5)`. */
const NUMBER = /\((\d\.\d{1,2})\)/g

/** Nodes in which a link would be out of place, as in a heading, a link or the label of what folds. */
const CLOSED = new Set(['heading', 'link', 'linkReference', 'code', 'inlineCode'])

/** A reference in a chapter to an equation, or a citation. */
export interface CrossReference {
  /** Its start and length in the text of `node`. */
  index: number
  length: number
  node: Text
  /** What it names: `(1.5)`, `Zou and Hastie (2005)`. */
  words: string
  /** The address that it leads to from the page; undefined if nothing has that name. */
  address?: string
  kind: 'equation' | 'citation'
}

/**
 * Remark plugin: makes links of `(1.5)` and of citations such as `Zou and Hastie (2005)`, to the equation and to the
 * entry in the references of the page.
 *
 * @param equations The numbered equations of all pages.
 */
export function crossReferences(equations: Equations = new Map()) {
  return (tree: Root, file: VFile): void => {
    const references = crossReferencesIn(tree, equations, languageOfFile(file))
    const found = Map.groupBy(references, ({ node }) => node)
    visit(tree, 'text', (text, index, parent) => {
      const here = found.get(text)?.filter(({ address }) => address)
      if (!here || !parent || index === undefined) return undefined
      const pieces: PhrasingContent[] = []
      let from = 0
      for (const { index, length, words, address } of here) {
        pieces.push({ ...text, value: text.value.slice(from, index) })
        pieces.push({ type: 'link', url: address!, children: [{ ...text, value: words }] })
        from = index + length
      }
      pieces.push({ ...text, value: text.value.slice(from) })
      parent.children.splice(index, 1, ...pieces)
      return index + pieces.length
    })
  }
}

/** The cross-references in a chapter, in order. */
export function crossReferencesIn(
  tree: Root,
  equations: Equations,
  language: PageLanguage,
): CrossReference[] {
  const own = new Set<string>()
  visit(tree, 'math', ({ value }) => void own.add(numberIn(value) ?? ''))
  const references = referencesIn(tree)
  const found: CrossReference[] = []

  const walk = (node: Nodes): void => {
    if (node.type === 'text') {
      found.push(...[...equationsIn(node), ...worksIn(node)].toSorted((a, b) => a.index - b.index))
    } else if ('children' in node && !CLOSED.has(node.type) && !isEntry(node) && !isLabel(node)) {
      for (const child of node.children) walk(child)
    }
  }

  const equationsIn = (node: Text): CrossReference[] =>
    [...node.value.matchAll(NUMBER)].map(({ index, 0: words, 1: number }) => {
      const other = equations.get(number)
      const hash = `#${equationId(number)}`
      const address = own.has(number) ? hash : other && `/${language}/${other}/${hash}`
      return { index, length: words.length, node, words, address, kind: 'equation' }
    })

  const worksIn = (node: Text): CrossReference[] =>
    citationsIn(node.value, references).map(({ text, reference, ...place }) => ({
      ...place,
      node,
      words: text,
      address: reference && `#${reference.id}`,
      kind: 'citation',
    }))

  walk(tree)
  return found
}

/** Whether a node is an entry of the references, which `partIds` has given an id. */
function isEntry(node: Nodes): boolean {
  const { hProperties } = (node.data ?? {}) as { hProperties?: { id?: string } }
  return hProperties?.id?.startsWith('ref-') ?? false
}

/** Whether a node is the label of an answer, which is a button. */
function isLabel(node: Nodes): boolean {
  return (
    (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') &&
    node.attributes.some(
      (attribute) =>
        'name' in attribute && attribute.name === 'slot' && attribute.value === 'answer',
    )
  )
}
