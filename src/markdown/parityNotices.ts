import type { Root } from 'mdast'
import type { VFile } from 'vfile'
import { displayPath } from './problems.ts'
import { jsxElement } from './jsx.ts'

/** A section that has not followed the other language, by the path of its chapter. */
export interface LaggingSection {
  file: string
  section: string
}

/**
 * Remark plugin: a quiet notice under the heading of each section that has not followed the last change of meaning in
 * the other language. Runs before `chapterComponents`, which imports the notice.
 */
export function parityNotices(lagging: readonly LaggingSection[] = []) {
  return (tree: Root, file: VFile): void => {
    const path = displayPath(file.path)
    const sections = new Set(
      lagging.filter((lag) => lag.file === path).map(({ section }) => section),
    )
    if (sections.size === 0) return
    tree.children = tree.children.flatMap((node) => {
      const { id } = (node.type === 'heading' ? (node.data ?? {}) : {}) as { id?: string }
      return id !== undefined && sections.has(id)
        ? [node, jsxElement('Lagging', { section: id })]
        : [node]
    })
  }
}
