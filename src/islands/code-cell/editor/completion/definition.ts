import type { SyntaxNode } from '@lezer/common'
import { textOf, type ParsedProgram } from './parsedProgram.ts'

const scopes = [
  'Script',
  'Block',
  'ForStatement',
  'ArrowFunction',
  'FunctionExpression',
  'FunctionDeclaration',
  'MethodDeclaration',
  'ClassBody',
]

/** Where the name at a node is defined: in the innermost scope around it that defines it. */
export function definitionOf(program: ParsedProgram, node: SyntaxNode): SyntaxNode | undefined {
  const name = textOf(program, node)
  for (let scope = node.parent; scope; scope = scope.parent) {
    const definition = definitionsIn(scope).find((own) => textOf(program, own) === name)
    if (definition) return definition
  }
  return undefined
}

/** The names that can be used at a node, the nearest first. */
export function definitionsAround(program: ParsedProgram, node: SyntaxNode): SyntaxNode[] {
  const found = new Map<string, SyntaxNode>()
  for (let scope: SyntaxNode | null = node; scope; scope = scope.parent) {
    for (const definition of definitionsIn(scope)) {
      const name = textOf(program, definition)
      if (!found.has(name)) found.set(name, definition)
    }
  }
  return [...found.values()]
}

/** What a scope defines itself, its inner scopes not searched. */
function definitionsIn(scope: SyntaxNode): SyntaxNode[] {
  if (!scopes.includes(scope.name)) return []
  const found: SyntaxNode[] = []
  const search = (node: SyntaxNode) => {
    for (let child = node.firstChild; child; child = child.nextSibling) {
      if (child.name === 'VariableDefinition') found.push(child)
      else if (!scopes.includes(child.name)) search(child)
      else if (child.name === 'FunctionDeclaration')
        found.push(...child.getChildren('VariableDefinition'))
    }
  }
  search(scope)
  return found
}
