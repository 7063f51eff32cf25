import ts from 'typescript'
import type { Entry } from './api.ts'
import { kindOf, signatureOf } from './describe.ts'
import { propertiesOf, summaryOf } from './documentation.ts'

/** Types of JavaScript whose methods the editor offers. */
const names = ['Array', 'ReadonlyArray', 'Float64Array', 'Int32Array', 'String', 'Number'] as const
export type BuiltinName = (typeof names)[number]

export const isBuiltin = (name: string): name is BuiltinName => names.some((own) => own === name)

/** Describes the methods of a type of JavaScript, once for all kinds of elements. */
export function builtin(checker: ts.TypeChecker, name: BuiltinName): Entry[] {
  const symbol = checker.resolveName(name, undefined, ts.SymbolFlags.Interface, false)
  if (!symbol) throw new Error(`TypeScript's library has no ${name}.`)
  const list = checker.getDeclaredTypeOfSymbol(symbol)
  const item = name === 'String' || name === 'Number' ? undefined : elementOf(checker, list)
  return propertiesOf(list).map((property) => {
    const type = checker.getTypeOfSymbol(property)
    // The last overload of find and filter is the one whose test is not a type guard.
    const call = type.getCallSignatures().at(-1)
    return {
      name: property.name,
      kind: kindOf(property, type),
      signature: signatureOf(checker, property, type),
      doc: summaryOf(property, checker),
      ...(call && item && listMethod(checker, list, item, call)),
    }
  })
}

/** What a list holds: the type parameter of Array, a number in a typed array. */
export function elementOf(checker: ts.TypeChecker, list: ts.Type): ts.Type | undefined {
  return checker.getIndexTypeOfType(list, ts.IndexKind.Number)
}

function listMethod(
  checker: ts.TypeChecker,
  list: ts.Type,
  item: ts.Type,
  call: ts.Signature,
): Pick<Entry, 'returns' | 'callback'> {
  const result = call.getReturnType()
  const isItem = result === item || (result.isUnion() && result.types.includes(item))
  const isList = result.symbol === list.symbol || result.symbol?.name === 'Array'
  const isSame = isList && elementOf(checker, result) === item
  const taken = call.parameters
    .slice(0, 1)
    .flatMap((parameter) =>
      checker.getTypeOfSymbol(parameter).getNonNullableType().getCallSignatures(),
    )
  const elements = taken.slice(0, 1).flatMap(({ parameters }) =>
    parameters.flatMap((parameter, k) => {
      // In a typed array the index is a number like the elements.
      const isElement =
        checker.getTypeOfSymbol(parameter) === item && !/index/i.test(parameter.name)
      return isElement ? [k] : []
    }),
  )
  return {
    returns: isItem ? 'element' : isSame ? 'list' : undefined,
    callback: elements.length ? elements : undefined,
  }
}
