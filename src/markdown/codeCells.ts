import type { Code, Root, RootContent } from 'mdast'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { readMeta } from './codeMeta.ts'
import { jsxElement } from './jsx.ts'
import { displayPath, failOn, type Problem } from './problems.ts'

/**
 * Remark plugin: a fenced block `ts run` becomes a cell that readers can edit and run. A block `ts setup` right before
 * it becomes hidden code that runs first.
 *
 *     ```ts run title="A first path" id=first-path
 *
 * Other fenced blocks are unchanged.
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
        rule: 'cell',
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
        const { value: code, data } = block
        const cell = jsxElement('Cell', { id, title, code, setup, checks: data?.checks })
        children.splice(children.indexOf(block), 1, cell)
      }
    })
    failOn(problems)
  }
}

/** The cells among siblings, each with its set-up, which is removed. */
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
