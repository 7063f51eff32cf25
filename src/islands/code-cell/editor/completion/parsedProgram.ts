import { typescriptLanguage } from '@codemirror/lang-javascript'
import type { SyntaxNode, Tree } from '@lezer/common'
import type { Api, Entry, Shape } from './api/api.ts'

/** A program as it is read to help with it. */
export interface ParsedProgram {
  readonly api: Api
  readonly code: string
  readonly tree: Tree
  /** Where the definitions are that are being followed, since one may lead back to itself. */
  readonly followed: Set<number>
}

export function parseProgram(api: Api, code: string): ParsedProgram {
  return { api, code, tree: typescriptLanguage.parser.parse(code), followed: new Set() }
}

export const textOf = ({ code }: ParsedProgram, node: SyntaxNode) => code.slice(node.from, node.to)

/** What a quoted text says. */
export const unquoted = (program: ParsedProgram, node: SyntaxNode) =>
  textOf(program, node).replace(/^['"`]|['"`]$/g, '')

/** The nodes of a list in brackets, without brackets, commas and comments. */
export function itemsOf(list: SyntaxNode): SyntaxNode[] {
  const items: SyntaxNode[] = []
  for (let node = list.firstChild; node; node = node.nextSibling) {
    if (/^[A-Z]/.test(node.name) && !node.name.endsWith('Comment')) items.push(node)
  }
  return items
}

export const shapeAt = (
  { api }: ParsedProgram,
  place: number | null | undefined,
): Shape | undefined => api.shapes[place ?? -1]

/** What can follow a dot behind a value: its own members, then the methods that it has from JavaScript. */
export function membersOf({ api }: ParsedProgram, shape: Shape | undefined): readonly Entry[] {
  return [...(shape?.members ?? []), ...(api.builtins[shape?.builtin ?? ''] ?? [])]
}

export function memberOf(
  program: ParsedProgram,
  shape: Shape | undefined,
  name: string,
): Entry | undefined {
  return membersOf(program, shape).find((entry) => entry.name === name)
}

/** The exports of the module that an import names; of `shrinkage` while it names none. */
export function exportsOf(program: ParsedProgram, declaration: SyntaxNode): readonly Entry[] {
  const source = declaration.getChild('String')
  return program.api.modules[source ? unquoted(program, source) : 'shrinkage'] ?? []
}
