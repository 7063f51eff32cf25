import type { Element, Root } from 'hast'
import { SKIP, visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { equationId, numberIn } from './equations.ts'
import { handleOf } from './handle.ts'
import { hasClass, texOf, textOf } from './hast.ts'
import { languageOfFile } from './language.ts'

/**
 * Rehype plugin: gives headings, numbered equations and exercises their handles, and equations their ids. Runs after
 * `leanFormulas`.
 */
export function handles() {
  return (tree: Root, file: VFile): void => {
    const language = languageOfFile(file)
    const handle = (id: string, name: string): Element => {
      const { class: className, ...rest } = handleOf(id, name, language)
      return {
        type: 'element',
        tagName: 'a',
        properties: { className: [className], ...rest },
        children: [],
      }
    }

    visit(tree, 'element', (node, index, parent) => {
      if (!parent || index === undefined) return undefined
      const { id } = node.properties
      if (/^h[2-6]$/.test(node.tagName) && typeof id === 'string') {
        // The classes by which Starlight's table of contents knows a heading.
        const className = ['part', 'sl-heading-wrapper', `level-${node.tagName}`]
        parent.children[index] = box({ className }, [node, handle(id, `“${textOf(node)}”`)])
        return SKIP
      }
      if (hasClass(node, 'katex-display')) {
        const [formula] = node.children
        const number = numberIn(texOf(formula as Element))
        if (!number) return SKIP
        const properties = { className: ['part', 'equation'], id: equationId(number) }
        parent.children[index] = box(properties, [node, handle(properties.id, `(${number})`)])
        return SKIP
      }
      const exercise = /^exercise-(\d+)$/.exec(String(id))?.[1]
      if (exercise) {
        const name = language === 'en' ? `exercise ${exercise}` : `练习 ${exercise} `
        node.properties.className = ['part']
        node.children.push(handle(String(id), name))
      }
      return undefined
    })
  }
}

function box(properties: Element['properties'], children: Element[]): Element {
  return { type: 'element', tagName: 'div', properties, children }
}
