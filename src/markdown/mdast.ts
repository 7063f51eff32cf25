import type { Nodes } from 'mdast'

/** The text in a node, without markup. */
export function textIn(node: Nodes): string {
  if ('value' in node) return node.value
  return 'children' in node ? node.children.map(textIn).join('') : ''
}
