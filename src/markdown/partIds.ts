import type { List, ListItem, Nodes, Paragraph, Parent, Root } from 'mdast'
import type { MdxJsxFlowElement } from 'mdast-util-mdx'
import { readReference, type Reference } from './citations.ts'
import { textIn } from './mdast.ts'

/**
 * Remark plugin: gives ids to the parts of a chapter that have no heading, so that links can lead to them. An exercise,
 * a paragraph that starts with its number in bold, is `exercise-1`; its solution `exercise-1-solution`; another
 * derivation takes the id of its section, `why-zero-derivation`, unless its author gives it one; an entry of the
 * references is `ref-zou-2005`.
 */
export function partIds() {
  return (tree: Root): void => {
    let section = 'top'
    let exercise: string | undefined
    const derivations = new Map<string, number>()

    const walk = (parent: Parent): void => {
      for (const node of parent.children) {
        if (node.type === 'heading') {
          section = (node.data as { id?: string } | undefined)?.id ?? section
          exercise = undefined
        } else if (node.type === 'paragraph') {
          const number = section === 'exercises' ? numberOf(node) : undefined
          if (number) setId(node, (exercise = `exercise-${number}`))
        } else if (node.type === 'mdxJsxFlowElement' && node.name === 'Derivation') {
          const id = exercise ? `${exercise}-solution` : `${section}-derivation`
          const count = (derivations.get(id) ?? 0) + 1
          derivations.set(id, count)
          setAttribute(node, 'id', count === 1 ? id : `${id}-${count}`)
        } else if (node.type === 'list' && section === 'references') {
          for (const [item, { id }] of entriesOf(node)) setId(item, id)
        }
        if ('children' in node && node.type !== 'paragraph') walk(node)
      }
    }
    walk(tree)
  }
}

/** The entries of the references in a chapter. */
export function referencesIn(tree: Root): Reference[] {
  let isHere = false
  return tree.children.flatMap((node) => {
    if (node.type === 'heading') {
      isHere = (node.data as { id?: string } | undefined)?.id === 'references'
    }
    return isHere && node.type === 'list' ? entriesOf(node).map(([, entry]) => entry) : []
  })
}

function entriesOf(list: List): [ListItem, Reference][] {
  return list.children.flatMap((item): [ListItem, Reference][] => {
    const entry = readReference(textIn(item))
    return entry ? [[item, entry]] : []
  })
}

/** The number of an exercise from its first paragraph, `**1.** Let …`. */
function numberOf({ children: [first] }: Paragraph): string | undefined {
  return first?.type === 'strong' ? /^(\d+)[.．]?$/.exec(textIn(first))?.[1] : undefined
}

function setId(node: Nodes, id: string): void {
  const data = (node.data ?? {}) as { hProperties?: Record<string, unknown> }
  node.data = Object.assign(data, { hProperties: { ...data.hProperties, id } })
}

function setAttribute(element: MdxJsxFlowElement, name: string, value: string): void {
  const isSet = element.attributes.some(
    (attribute) => 'name' in attribute && attribute.name === name,
  )
  if (!isSet) element.attributes.push({ type: 'mdxJsxAttribute', name, value })
}
