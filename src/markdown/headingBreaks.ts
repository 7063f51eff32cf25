import type { ElementContent, Root } from 'hast'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { languageOfFile } from './language.ts'
import { lineParts } from './lineParts.ts'

/**
 * Rehype plugin: marks where the lines of a Chinese heading may end. By itself a browser ends them within words, which is
 * forbidden in typography.css.
 */
export function headingBreaks() {
  return (tree: Root, file: VFile): void => {
    if (languageOfFile(file) !== 'zh') return
    visit(tree, 'element', (node) => {
      if (!/^h[2-4]$/.test(node.tagName)) return
      node.children = node.children.flatMap((child) =>
        child.type === 'text' ? brokenAt(lineParts(child.value, 'zh')) : [child],
      )
    })
  }
}

const brokenAt = (parts: readonly string[]): ElementContent[] =>
  parts.flatMap((value, index): ElementContent[] => [
    ...(index > 0
      ? [{ type: 'element' as const, tagName: 'wbr', properties: {}, children: [] }]
      : []),
    { type: 'text', value },
  ])
