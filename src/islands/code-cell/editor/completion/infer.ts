import type { SyntaxNode } from '@lezer/common'
import type { Entry, Shape } from './api/api.ts'
import { definitionOf } from './definition.ts'
import {
  exportsOf,
  itemsOf,
  memberOf,
  shapeAt,
  textOf,
  type ParsedProgram,
} from './parsedProgram.ts'

/*
 * What kind of value an expression has, as far as it is seen without checking types: names are
 * followed to where they are defined, calls to what they return. Undefined where it is not seen.
 */

export function shapeOf(program: ParsedProgram, node: SyntaxNode | null): Shape | undefined {
  switch (node?.name) {
    case 'VariableName':
      return shapeOfName(program, node)
    case 'MemberExpression':
      return shapeOfMember(program, node)
    case 'CallExpression':
      return shapeOfCall(program, node.firstChild)
    case 'NewExpression':
      return shapeAt(program, shapeOf(program, node.getChild('VariableName'))?.instance)
    case 'AwaitExpression': {
      const shape = shapeOf(program, node.lastChild)
      return shapeAt(program, shape?.awaited) ?? shape
    }
    case 'ParenthesizedExpression':
      return shapeOf(program, itemsOf(node)[0])
    case 'PostfixExpression':
      return shapeOf(program, node.firstChild)
    case 'BinaryExpression':
      return node.getChild('as') ? shapeOfType(program, node.lastChild) : undefined
    case 'String':
    case 'TemplateString':
      return { type: 'string', builtin: 'String' }
  }
  return undefined
}

/** The entry behind a name: an import, or a global that nothing hides. */
export function entryOfName(program: ParsedProgram, node: SyntaxNode): Entry | undefined {
  const definition = definitionOf(program, node)
  if (definition) return entryOfImport(program, definition)
  return program.api.globals.find(({ name }) => name === textOf(program, node))
}

/** What a name in an import stands for, if it is one export of its module. */
export function entryOfImport(program: ParsedProgram, definition: SyntaxNode): Entry | undefined {
  const parent = definition.parent
  const isNamed = parent?.name === 'ImportGroup'
  const declaration = isNamed ? parent.parent : parent
  if (declaration?.name !== 'ImportDeclaration' || isNamespace(definition)) return undefined
  const { prevSibling } = definition
  const original = (prevSibling?.name === 'as' && prevSibling.prevSibling) || definition
  const name = isNamed ? textOf(program, original) : 'default'
  return exportsOf(program, declaration).find((entry) => entry.name === name)
}

const isNamespace = ({ parent, prevSibling }: SyntaxNode) =>
  parent?.name === 'ImportDeclaration' && prevSibling?.name === 'as'

function shapeOfName(program: ParsedProgram, node: SyntaxNode): Shape | undefined {
  const definition = definitionOf(program, node)
  if (!definition) return shapeAt(program, entryOfName(program, node)?.shape)
  if (program.followed.has(definition.from)) return undefined
  program.followed.add(definition.from)
  const shape = shapeOfTarget(program, definition)
  program.followed.delete(definition.from)
  return shape
}

/** What a name or a pattern is bound to: `node` stands where a value is given a name. */
export function shapeOfTarget(program: ParsedProgram, node: SyntaxNode): Shape | undefined {
  const parent = node.parent
  switch (parent?.name) {
    case 'ImportDeclaration':
      if (isNamespace(node)) return { type: 'module', members: [...exportsOf(program, parent)] }
      return shapeAt(program, entryOfImport(program, node)?.shape)
    case 'ImportGroup':
      return shapeAt(program, entryOfImport(program, node)?.shape)
    case 'VariableDeclaration':
      return annotationOf(program, node) ?? shapeOf(program, initializerOf(node))
    case 'ForOfSpec':
      return shapeAt(program, shapeOf(program, parent.getChild('of')?.nextSibling ?? null)?.element)
    case 'PatternProperty': {
      const key = textOf(program, parent.getChild('PropertyName') ?? node)
      const whole = parent.parent && shapeOfTarget(program, parent.parent)
      return shapeAt(program, memberOf(program, whole ?? undefined, key)?.shape)
    }
    case 'ArrayPattern':
      return shapeAt(program, shapeOfTarget(program, parent)?.element)
    case 'ParamList':
      return annotationOf(program, node) ?? shapeOfParameter(program, parent, node)
  }
  return undefined
}

function annotationOf(program: ParsedProgram, node: SyntaxNode): Shape | undefined {
  const next = node.nextSibling
  return next?.name === 'TypeAnnotation' ? shapeOfType(program, next.lastChild) : undefined
}

/** A type by its name, or a list of it. */
function shapeOfType(program: ParsedProgram, node: SyntaxNode | null): Shape | undefined {
  const isList = node?.name === 'ArrayType'
  const named = isList ? node.firstChild : node
  if (named?.name !== 'TypeName') return undefined
  const name = textOf(program, named)
  const entry = program.api.modules['shrinkage'].find((known) => known.name === name)
  if (entry?.kind !== 'type') return undefined
  const element = entry.shape
  return isList ? { type: `${name}[]`, builtin: 'Array', element } : shapeAt(program, element)
}

function initializerOf(node: SyntaxNode): SyntaxNode | null {
  let sibling = node.nextSibling
  if (sibling?.name === 'TypeAnnotation') sibling = sibling.nextSibling
  return sibling?.name === 'Equals' ? sibling.nextSibling : null
}

/** The parameter of a function that is handed to another function. */
function shapeOfParameter(
  program: ParsedProgram,
  list: SyntaxNode,
  node: SyntaxNode,
): Shape | undefined {
  const place = itemsOf(list)
    .filter(({ name }) => /Definition$|Pattern$/.test(name))
    .findIndex(({ from }) => from === node.from)
  const given = list.parent
  const callee = given?.parent?.name === 'ArgList' ? given.parent.parent?.firstChild : null
  if (!given || !callee) return undefined
  if (callee.name === 'MemberExpression') {
    const owner = shapeOf(program, callee.firstChild)
    const method = memberOf(program, owner, nameOfMember(program, callee))
    if (method?.callback?.includes(place)) return shapeAt(program, owner?.element)
  }
  return shapeAt(program, shapeWanted(program, given)?.parameters?.[place])
}

/** The kind of value expected where an argument, or a property of one, stands. */
export function shapeWanted(program: ParsedProgram, node: SyntaxNode): Shape | undefined {
  const parent = node.parent
  if (parent?.name === 'ArgList') {
    const place = itemsOf(parent).findIndex(({ from }) => from === node.from)
    return shapeAt(
      program,
      shapeOf(program, parent.parent?.firstChild ?? null)?.parameters?.[place],
    )
  }
  if (parent?.name === 'Property' && parent.parent) {
    const key = parent.getChild('PropertyDefinition')
    const whole = shapeWanted(program, parent.parent)
    return key ? shapeAt(program, memberOf(program, whole, textOf(program, key))?.shape) : undefined
  }
  return undefined
}

const nameOfMember = (program: ParsedProgram, node: SyntaxNode) =>
  node.lastChild?.name === 'PropertyName' ? textOf(program, node.lastChild) : ''

function shapeOfMember(program: ParsedProgram, node: SyntaxNode): Shape | undefined {
  const owner = shapeOf(program, node.firstChild)
  if (node.getChild('[')) return shapeAt(program, owner?.element)
  return shapeAt(program, memberOf(program, owner, nameOfMember(program, node))?.shape)
}

function shapeOfCall(program: ParsedProgram, callee: SyntaxNode | null): Shape | undefined {
  if (callee?.name === 'MemberExpression') {
    const owner = shapeOf(program, callee.firstChild)
    const method = memberOf(program, owner, nameOfMember(program, callee))
    if (method?.returns === 'list') return owner
    if (method?.returns === 'element') return shapeAt(program, owner?.element)
  }
  const shape = shapeOf(program, callee)
  if (shape?.listOf !== undefined) {
    const list = callee?.nextSibling
    const source = list ? itemsOf(list)[shape.listOf] : null
    const element = shapeOf(program, source)?.element
    return { type: 'list', builtin: 'Array', element }
  }
  return shapeAt(program, shape?.returns)
}
