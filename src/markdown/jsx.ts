import type { Root } from 'mdast'
import type { MdxJsxAttribute, MdxJsxFlowElement } from 'mdast-util-mdx'

/** A component without children, as MDX syntax. */
export function jsxElement(
  name: string,
  attributes: Record<string, string | undefined>,
): MdxJsxFlowElement {
  return {
    type: 'mdxJsxFlowElement',
    name,
    children: [],
    attributes: Object.entries(attributes).flatMap(([key, value]) =>
      value === undefined ? [] : [stringAttribute(key, value)],
    ),
  }
}

/** An expression, because a plain attribute would not preserve all characters of a program. */
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

/** `import NAME from 'MODULE'`, for a component that the author did not import. */
export function componentImport(name: string, module: string): Root['children'][number] {
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
