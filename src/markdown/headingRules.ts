import type { Heading, Nodes, Root } from 'mdast'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { displayPath, failOn, type Problem } from './problems.ts'

/**
 * Remark plugin: every heading has an explicit id, `## Title {#id}`.
 *
 * Links to a section must outlive a change of its title, and English and Chinese must share them;
 * ids generated from titles do neither. Runs after `remark-custom-heading-id`.
 */
export function headingRules() {
  return (tree: Root, file: VFile): void => {
    const problems: Problem[] = []
    const seen = new Set<string>()

    visit(tree, 'heading', (heading) => {
      const message = problemOf(heading, seen)
      if (!message) return
      problems.push({
        file: displayPath(file.path),
        line: heading.position?.start.line ?? 1,
        rule: 'heading-id',
        message,
      })
    })
    failOn(problems)
  }
}

function problemOf(heading: Heading, seen: Set<string>): string | undefined {
  const title = textOf(heading)
  const { id } = (heading.data ?? {}) as { id?: string } // set by remark-custom-heading-id
  if (id === undefined) {
    return `the heading “${title}” has no id: write “${'#'.repeat(heading.depth)} ${title} {#some-id}”`
  }
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id)) {
    return `the heading id “${id}” is not made of lowercase words, digits and single hyphens`
  }
  if (seen.has(id)) {
    return `the heading id “${id}” is already taken on this page: choose another`
  }
  seen.add(id)
  if (heading.children.some((child) => child.type === 'inlineMath')) {
    return `the heading “${title}” holds a formula, which a table of contents cannot show: write it in words or Unicode letters`
  }
  return undefined
}

function textOf(node: Nodes): string {
  if ('value' in node) return node.value
  if ('children' in node) return node.children.map(textOf).join('').trim()
  return ''
}
