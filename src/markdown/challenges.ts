import type { Code, Node, Root } from 'mdast'
import type { MdxJsxFlowElement } from 'mdast-util-mdx'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { inOwnScope } from './challengeText.ts'
import { jsxElement } from './jsx.ts'
import { displayPath, failOn, type Problem } from './problems.ts'

declare module 'mdast' {
  interface CodeData {
    /** The checks of the challenge that contains a block. */
    checks?: string
  }
}

/**
 * Remark plugin: within a `Challenge`, the block `ts check` goes into its cell, and the block `ts solution` becomes a
 * collapsed, highlighted program. Reports what a challenge lacks. Runs before `codeCells`, which makes the cell.
 */
export function challenges() {
  return (tree: Root, file: VFile): void => {
    const problems: Problem[] = []
    const complain = (node: Node, message: string) =>
      problems.push({
        file: displayPath(file.path),
        line: node.position?.start.line ?? 1,
        rule: 'challenge',
        message,
      })

    visit(tree, 'mdxJsxFlowElement', (challenge) => {
      if (!isChallenge(challenge)) return
      for (const message of fillChallenge(challenge)) complain(challenge, message)
    })
    visit(tree, 'code', (block, _, parent) => {
      const role = roleOf(block)
      if ((role === 'check' || role === 'solution') && !isChallenge(parent)) {
        complain(block, `a block \`ts ${role}\` belongs right into a <Challenge>`)
      }
    })
    failOn(problems)
  }
}

function isChallenge(node: Node | undefined): boolean {
  return node !== undefined && 'name' in node && node.name === 'Challenge'
}

/** Moves the parts of a challenge to their places and returns its faults. */
function fillChallenge(challenge: MdxJsxFlowElement): string[] {
  const id = attributeOf(challenge, 'id')
  const name = `the challenge “${id ?? '?'}”`
  const [runs, checks, solutions] = ['run', 'check', 'solution'].map((role) =>
    blocksOf(challenge, role),
  )
  const required: [isThere: boolean, what: string][] = [
    [!!id && /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id), 'an id="…" of lowercase words and hyphens'],
    [!!attributeOf(challenge, 'title'), 'a title="…"'],
    [runs.length === 1, 'one block ```ts run to start from'],
    [checks.length === 1, 'one block ```ts check'],
    [solutions.length === 1, 'one block ```ts solution'],
    [challenge.children.some((child) => 'name' in child && child.name === 'Hint'), 'a <Hint>'],
  ]
  const lacking = required.filter(([isThere]) => !isThere)
  if (lacking.length > 0) return lacking.map(([, what]) => `${name} needs ${what}`)

  const [run, check, solution] = [runs[0], checks[0], solutions[0]]
  run.meta = `${run.meta} id=challenge-${id}-code`
  run.data = { ...run.data, checks: inOwnScope(check.value) }
  const { children } = challenge
  children.splice(children.indexOf(check), 1)
  children[children.indexOf(solution)] = jsxElement('Solution', {
    code: solution.value,
    challenge: id,
  })
  return []
}

function attributeOf(element: MdxJsxFlowElement, name: string): string | undefined {
  const found = element.attributes.find(
    (attribute) => 'name' in attribute && attribute.name === name,
  )
  return typeof found?.value === 'string' ? found.value : undefined
}

/** The fenced blocks `ts ROLE …` that are children of an element. */
function blocksOf(element: MdxJsxFlowElement, role: string): Code[] {
  return element.children.filter(
    (child): child is Code => child.type === 'code' && roleOf(child) === role,
  )
}

/** The word after ` ```ts `. */
function roleOf({ lang, meta }: Code): string | undefined {
  return lang === 'ts' ? meta?.split(/\s/)[0] : undefined
}
