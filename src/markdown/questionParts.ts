import type { Root, RootContent } from 'mdast'
import type { MdxJsxFlowElement } from 'mdast-util-mdx'
import remarkCjkFriendly from 'remark-cjk-friendly'
import remarkMath from 'remark-math'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import type { VFile } from 'vfile'
import { jsxElement } from './jsx.ts'

const parser = unified().use(remarkParse).use(remarkMath).use(remarkCjkFriendly)

/**
 * Remark plugin for interview questions: the short answer of the front matter comes first, formulas and all, then a
 * heading for the long one and, before the first weak answer, a heading for those.
 */
export function questionParts() {
  return (tree: Root, file: VFile): void => {
    const data = file.data as { astro?: { frontmatter?: { answer?: unknown } } }
    const answer = data.astro?.frontmatter?.answer
    if (typeof answer !== 'string') return
    const firstWeak = tree.children.findIndex(
      (node) => node.type === 'mdxJsxFlowElement' && node.name === 'Weak',
    )
    if (firstWeak >= 0) tree.children.splice(firstWeak, 0, heading('weak'))
    const children = parser.parse(answer).children as MdxJsxFlowElement['children']
    tree.children.unshift({ ...jsxElement('Breath', {}), children }, heading('strong'))
  }
}

const heading = (part: string): RootContent => jsxElement('QuestionPart', { part })
