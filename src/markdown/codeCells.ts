import type { Code, Root, RootContent } from 'mdast'
import type { MdxJsxAttribute, MdxJsxFlowElement } from 'mdast-util-mdx'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { readMeta } from './codeMeta.ts'
import { displayPath, failOn, type Problem } from './problems.ts'

/** What a page calls the component that it did not import itself. */
const COMPONENT = 'CourseCell'
const MODULE = '/src/components/Cell.astro'

/**
 * Remark plugin: a fenced block `ts run` becomes a cell that readers can edit and run. A block
 * `ts setup` right before it runs in front of it and is not shown.
 *
 *     ```ts run title="A first path" id=first-path
 *
 * Other fenced blocks are left alone.
 */
export function codeCells() {
  return (tree: Root, file: VFile): void => {
    const problems: Problem[] = []
    const ids = new Set<string>()
    let unnamed = 0
    const complain = (block: Code, message: string) =>
      problems.push({
        file: displayPath(file.path),
        line: block.position?.start.line ?? 1,
        message,
      })

    visit(tree, (parent) => {
      if (!('children' in parent)) return
      const children = parent.children as RootContent[]
      for (const [block, setup] of cellsOf(children, complain)) {
        if (file.extname !== '.mdx') {
          complain(block, 'a cell needs MDX: give this file the ending .mdx')
          continue
        }
        const { id = `code-${++unnamed}`, title, problem } = readMeta(block.meta ?? '')
        if (problem) complain(block, problem)
        if (ids.has(id)) complain(block, `the cell id “${id}” is already taken: choose another`)
        ids.add(id)
        const cell = element({ id, title, code: block.value, setup })
        children.splice(children.indexOf(block), 1, cell)
      }
    })
    failOn(problems)
    if (ids.size > 0) tree.children.unshift(importOf(COMPONENT, MODULE))
  }
}

/** The cells among some siblings, each with its set-up, which is taken out. */
function cellsOf(
  children: RootContent[],
  complain: (block: Code, message: string) => void,
): [cell: Code, setup?: string][] {
  const cells: [Code, string?][] = []
  let setup: Code | undefined
  const orphan = () => {
    if (setup) complain(setup, 'a set-up stands right before the cell that it belongs to')
  }
  for (const child of [...children]) {
    const role = child.type === 'code' && child.lang === 'ts' && child.meta?.split(/\s/)[0]
    const block = child as Code
    if (role !== 'run') orphan()
    if (role === 'run') cells.push([block, setup?.value])
    setup = role === 'setup' ? block : undefined
    if (role !== 'setup') continue
    if (block.meta !== 'setup') complain(block, 'a set-up takes no further words')
    children.splice(children.indexOf(block), 1)
  }
  orphan()
  return cells
}

function element(attributes: Record<string, string | undefined>): MdxJsxFlowElement {
  return {
    type: 'mdxJsxFlowElement',
    name: COMPONENT,
    children: [],
    attributes: Object.entries(attributes).flatMap(([name, value]) =>
      value === undefined ? [] : [stringAttribute(name, value)],
    ),
  }
}

/** As an expression, because a plain attribute would not keep all the characters of a program. */
function stringAttribute(name: string, value: string): MdxJsxAttribute {
  const expression = { type: 'Literal' as const, value, raw: JSON.stringify(value) }
  return {
    type: 'mdxJsxAttribute',
    name,
    value: {
      type: 'mdxJsxAttributeValueExpression',
      value: JSON.stringify(value),
      data: {
        estree: {
          type: 'Program',
          sourceType: 'module',
          comments: [],
          body: [{ type: 'ExpressionStatement', expression }],
        },
      },
    },
  }
}

function importOf(name: string, module: string): Root['children'][number] {
  return {
    type: 'mdxjsEsm',
    value: '',
    data: {
      estree: {
        type: 'Program',
        sourceType: 'module',
        comments: [],
        body: [
          {
            type: 'ImportDeclaration',
            attributes: [],
            source: { type: 'Literal', value: module },
            specifiers: [{ type: 'ImportDefaultSpecifier', local: { type: 'Identifier', name } }],
          },
        ],
      },
    },
  }
}
