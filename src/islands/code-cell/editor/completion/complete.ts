import type { SyntaxNode } from '@lezer/common'
import type { Entry } from './api/api.ts'
import { definitionsAround } from './definition.ts'
import { entryOfImport, shapeOf, shapeOfTarget, shapeWanted } from './infer.ts'
import { exportsOf, itemsOf, membersOf, textOf, type ParsedProgram } from './parsedProgram.ts'

/** What may stand at a place of a program: one of the suggestions, from `from` to the place. */
export interface Suggestions {
  from: number
  list: Suggestion[]
}

export interface Suggestion {
  entry: Entry
  /** What is written instead of the name alone. */
  text?: string
  /** Not imported yet, so that an import from `shrinkage` is written too. */
  needsImport?: boolean
}

/**
 * What may stand at a place of a program.
 *
 * @param isAsked whether the reader asked for it: then names are offered before one is begun.
 */
export function suggestionsAt(
  program: ParsedProgram,
  position: number,
  isAsked = false,
): Suggestions | undefined {
  const from = position - (/[\w$]*$/.exec(program.code.slice(0, position))?.[0].length ?? 0)
  const node = program.tree.resolveInner(position, -1)
  if (/Comment$|^(Number|TemplateString|RegExp)$/.test(node.name)) return undefined
  if (node.name === 'String') return inText(program, node)

  const list =
    inImport(program, node) ??
    behindDot(program, from) ??
    amongKeys(program, node) ??
    (isAsked || position > from ? names(program, node) : undefined)
  return list && { from, list }
}

function inText(program: ParsedProgram, node: SyntaxNode): Suggestions | undefined {
  const texts =
    node.parent?.name === 'ImportDeclaration'
      ? Object.keys(program.api.modules)
      : shapeWanted(program, node)?.values
  const list = texts?.map((name) => ({
    entry: { name, kind: 'constant' as const, signature: '' },
  }))
  return list && { from: node.from + 1, list }
}

/** Between the braces of an import: what its module exports and is not imported yet. */
function inImport(program: ParsedProgram, node: SyntaxNode): Suggestion[] | undefined {
  const group = node.name === 'ImportGroup' ? node : node.parent
  if (group?.name !== 'ImportGroup' || !group.parent) return undefined
  return others(program, group, exportsOf(program, group.parent), node)
}

function behindDot(program: ParsedProgram, from: number): Suggestion[] | undefined {
  const dot = program.tree.resolveInner(from, -1)
  if (!/^\??\.$/.test(dot.name) || dot.parent?.name !== 'MemberExpression') return undefined
  return membersOf(program, shapeOf(program, dot.parent.firstChild)).map((entry) => ({ entry }))
}

/** Where a key of an object is written: of options in a call, or of a value that is taken apart. */
function amongKeys(program: ParsedProgram, node: SyntaxNode): Suggestion[] | undefined {
  const isKey = node.name === 'PropertyDefinition' || node.parent?.name === 'PatternProperty'
  const whole = isKey ? node.parent?.parent : node
  if (whole?.name === 'ObjectPattern') {
    return others(program, whole, shapeOfTarget(program, whole)?.members ?? [], node)
  }
  if (whole?.name !== 'ObjectExpression') return undefined
  const wanted = shapeWanted(program, whole)?.members
  return others(program, whole, wanted ?? [], node).map((suggestion) => ({
    ...suggestion,
    text: `${suggestion.entry.name}: `,
  }))
}

/** The entries that a list in braces does not name yet, but for what is being written. */
function others(
  program: ParsedProgram,
  list: SyntaxNode,
  entries: readonly Entry[],
  written: SyntaxNode,
): Suggestion[] {
  const named = itemsOf(list)
    .filter(({ to }) => to !== written.to)
    .map((item) => textOf(program, item.firstChild ?? item))
  return entries.filter(({ name }) => !named.includes(name)).map((entry) => ({ entry }))
}

/** What an expression can begin with. */
function names(program: ParsedProgram, node: SyntaxNode): Suggestion[] | undefined {
  if (!/^(VariableName|Script|Block|ArgList|[([{,=:]|Equals|⚠)$/.test(node.name)) return undefined
  const own = definitionsAround(program, node).map((definition) => ({
    entry: entryOfDefinition(program, definition),
  }))
  const known = new Set(own.map(({ entry }) => entry.name))
  const globals = program.api.globals.map((entry) => ({ entry }))
  const values = program.api.modules['shrinkage'].filter(({ kind }) => kind !== 'type')
  const exports = values.map((entry) => ({ entry, needsImport: true }))
  return [...own, ...[...globals, ...exports].filter(({ entry }) => !known.has(entry.name))]
}

/** A name that the program itself defines, or imports. */
export function entryOfDefinition(program: ParsedProgram, definition: SyntaxNode): Entry {
  const name = textOf(program, definition)
  const imported = entryOfImport(program, definition)
  if (imported) {
    const original = imported.name.replaceAll('$', '\\$')
    const signature = imported.signature.replace(new RegExp(`(?<![\\w$])${original}(?=\\W)`), name)
    return { ...imported, name, signature }
  }
  const type = shapeOfTarget(program, definition)?.type
  return { name, kind: 'constant', signature: type ? `${name}: ${type}` : name }
}

/** Where to write what, so that a name is imported from `shrinkage`. */
export function importOf(program: ParsedProgram, name: string): { from: number; insert: string } {
  for (const declaration of program.tree.topNode.getChildren('ImportDeclaration')) {
    const group = declaration.getChild('ImportGroup')
    const source = declaration.getChild('String')
    if (!group || !source || !/^.shrinkage.$/.test(textOf(program, source))) continue
    const last = itemsOf(group).at(-1)
    return last
      ? { from: last.to, insert: `, ${name}` }
      : { from: group.from + 1, insert: ` ${name} ` }
  }
  return { from: 0, insert: `import { ${name} } from 'shrinkage'\n` }
}
