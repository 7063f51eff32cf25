import ts from 'typescript'
import type { Entry } from './api.ts'

const flags =
  ts.TypeFormatFlags.NoTruncation | ts.TypeFormatFlags.UseSingleQuotesForStringLiteralType

const printer = ts.createPrinter({ removeComments: true })

type Kind = Entry['kind']

/** What a symbol is to the reader of a program. */
export function kindOf(symbol: ts.Symbol, type: ts.Type): Kind {
  const isCallable = type.getNonNullableType().getCallSignatures().length > 0
  if (symbol.flags & ts.SymbolFlags.Class) return 'class'
  if (symbol.flags & (ts.SymbolFlags.Property | ts.SymbolFlags.Method)) {
    return isCallable ? 'method' : 'property'
  }
  if (!(symbol.flags & ts.SymbolFlags.Value)) return 'type'
  return isCallable ? 'function' : 'constant'
}

/** How TypeScript writes a symbol, without what is the same everywhere. */
export function signatureOf(checker: ts.TypeChecker, symbol: ts.Symbol, type: ts.Type): string {
  const { name } = symbol
  const kind = kindOf(symbol, type)
  if (kind === 'class') return `class ${name}`
  if (kind === 'type') return typeDeclaration(symbol)
  const optional = symbol.flags & ts.SymbolFlags.Optional ? '?' : ''
  const [call] = type.getNonNullableType().getCallSignatures()
  if (call) return name + optional + lean(checker.signatureToString(call, undefined, flags))
  return `${name}${optional}: ${typeText(checker, optional ? type.getNonNullableType() : type)}`
}

export function typeText(checker: ts.TypeChecker, type: ts.Type): string {
  return lean(checker.typeToString(type, undefined, flags))
}

/** Without what the reader of a program need not know. */
function lean(text: string): string {
  return text
    .replace(/<T?ArrayBuffer(Like)?>/g, '')
    .replace(/(Generator<\w+), never, any>/g, '$1>')
    .replace(/(\?: (?:\{[^{}]*\}|\([^()]*\)|[^,;(){}]*?)) \| undefined/g, '$1')
    .replaceAll('; }', ' }')
}

/** An alias as its source has it, since the checker would spell out what it stands for. */
function typeDeclaration(symbol: ts.Symbol): string {
  const alias = symbol.declarations?.find(ts.isTypeAliasDeclaration)
  if (!alias) return `interface ${symbol.name}`
  const text = printer.printNode(ts.EmitHint.Unspecified, alias.type, alias.getSourceFile())
  return `type ${symbol.name} = ${lean(text.replace(/\s+/g, ' '))}`
}
