import type { Expression, Program } from 'estree'
import type { Root } from 'mdast'
import type { MdxJsxAttribute, MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx'
import { visit } from 'unist-util-visit'
import type { Chapter } from './chapter.ts'

export type JsxElement = MdxJsxFlowElement | MdxJsxTextElement

/** A component in a chapter, with its attributes as far as they are literal values. */
export interface Use {
  element: JsxElement
  line: number
  /** Strings, numbers, booleans, and arrays and objects of them; computed values are left out. */
  attributes: Record<string, unknown>
}

/**
 * Every use of the given components in a chapter, in order.
 *
 * @param names the components, such as `Figure`; default: all JSX elements
 */
export function usesOf({ tree }: Chapter, ...names: string[]): Use[] {
  if (!found.has(tree)) found.set(tree, allUses(tree))
  const uses = found.get(tree)!
  return names.length === 0
    ? uses
    : uses.filter(({ element: { name } }) => names.includes(name ?? ''))
}

/** Cache of the uses in each tree, shared by several checks. */
const found = new WeakMap<Root, Use[]>()

function allUses(tree: Root): Use[] {
  const uses: Use[] = []
  visit(tree, (node) => {
    if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return
    uses.push({
      element: node,
      line: node.position?.start.line ?? 1,
      attributes: attributesOf(node),
    })
  })
  return uses
}

function attributesOf({ attributes }: JsxElement): Record<string, unknown> {
  return Object.fromEntries(
    attributes
      .filter((attribute): attribute is MdxJsxAttribute => attribute.type === 'mdxJsxAttribute')
      .map(({ name, value }) => [name, plainValue(value)])
      .filter(([, value]) => value !== undefined),
  )
}

function plainValue(value: MdxJsxAttribute['value']): unknown {
  if (value === null || value === undefined) return true
  if (typeof value === 'string') return value
  return literal(expressionOf(value.data?.estree))
}

function expressionOf(program: Program | null | undefined): Expression | undefined {
  const statement = program?.body[0]
  return statement?.type === 'ExpressionStatement' ? statement.expression : undefined
}

/** The value of a literal expression, or undefined for a computed one. */
function literal(expression: Expression | undefined): unknown {
  switch (expression?.type) {
    case 'Literal':
      return expression.value
    case 'UnaryExpression': {
      const value = literal(expression.argument)
      return expression.operator === '-' && typeof value === 'number' ? -value : undefined
    }
    case 'ArrayExpression': {
      const values = expression.elements.map((element) => literal(element as Expression))
      return values.includes(undefined) ? undefined : values
    }
    case 'ObjectExpression': {
      const entries = expression.properties.map((property) => {
        if (property.type !== 'Property' || property.computed) return undefined
        const { key, value } = property
        const name = key.type === 'Identifier' ? key.name : literal(key as Expression)
        return [name, literal(value as Expression)] as const
      })
      if (entries.some((entry) => entry === undefined || entry[1] === undefined)) return undefined
      return Object.fromEntries(entries as [string, unknown][])
    }
    default:
      return undefined
  }
}
