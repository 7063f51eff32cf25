import type { Root } from 'mdast'
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx'
import { visit } from 'unist-util-visit'

type Element = MdxJsxFlowElement | MdxJsxTextElement

/**
 * Remark plugin: a figure of one panel learns the id of the whole figure on its page, to which it links. The first one
 * counts, wherever on the page it stands.
 */
export function wholeFigures() {
  return (tree: Root): void => {
    const figures: Element[] = []
    visit(tree, ['mdxJsxFlowElement', 'mdxJsxTextElement'], (node) => {
      if ((node as Element).name === 'Figure') figures.push(node as Element)
    })
    const wholes = figures.filter((figure) => !textOf(figure, 'panel'))
    for (const figure of figures) {
      const name = textOf(figure, 'name')
      const whole = wholes.find((other) => textOf(other, 'name') === name)
      if (!whole || wholes.includes(figure)) continue
      const value = textOf(whole, 'id') ?? name
      figure.attributes.push({ type: 'mdxJsxAttribute', name: 'whole', value })
    }
  }
}

/** The value of an attribute that is written as a string. */
function textOf({ attributes }: Element, name: string): string | undefined {
  for (const attribute of attributes) {
    if (attribute.type !== 'mdxJsxAttribute' || attribute.name !== name) continue
    return typeof attribute.value === 'string' ? attribute.value : undefined
  }
  return undefined
}
