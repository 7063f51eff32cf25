import type { Root } from 'mdast'
import type { MdxjsEsm } from 'mdast-util-mdx'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { displayPath, failOn, type Problem } from './problems.ts'
import { componentImport } from './jsx.ts'

/**
 * Remark plugin: chapters use the components of the course without importing them. A component that neither the
 * course has nor the page imports is an error with its line. Runs last, after the plugins that insert components.
 *
 * @param modules the module of each component by its name: `{ Figure: '/src/components/chapter/Figure.astro' }`
 */
export function chapterComponents(modules: Readonly<Record<string, string>> = {}) {
  return (tree: Root, file: VFile): void => {
    const provided = new Set([...importedNames(tree), 'Fragment'])
    const used = new Set<string>()
    const problems: Problem[] = []

    visit(tree, (node) => {
      if (!('name' in node) || !isComponent(node.name) || provided.has(node.name)) return
      if (Object.hasOwn(modules, node.name)) used.add(node.name)
      else
        problems.push({
          file: displayPath(file.path),
          line: node.position?.start.line ?? 1,
          rule: 'unknown-component',
          message: `there is no component <${node.name}>; expected one of ${Object.keys(modules).join(', ')}`,
        })
    })
    failOn(problems)
    for (const name of used) tree.children.unshift(componentImport(name, modules[name]))
  }
}

/** Whether the name of a JSX element is that of a component, as opposed to an HTML element. */
function isComponent(name: unknown): name is string {
  return typeof name === 'string' && /^[A-Z]\w*$/.test(name)
}

/** The names that a page imports itself. */
function importedNames(tree: Root): Set<string> {
  const names = tree.children
    .filter((node): node is MdxjsEsm => node.type === 'mdxjsEsm')
    .flatMap((node) => node.data?.estree?.body ?? [])
    .flatMap((statement) =>
      statement.type === 'ImportDeclaration'
        ? statement.specifiers.map(({ local }) => local.name)
        : [],
    )
  return new Set(names)
}
