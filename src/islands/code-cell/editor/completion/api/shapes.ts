import ts from 'typescript'
import type { Entry, Shape } from './api.ts'
import { builtin, elementOf, isBuiltin, type BuiltinName } from './builtins.ts'
import { kindOf, signatureOf, typeText } from './describe.ts'
import { parametersOf, propertiesOf, summaryOf, textOf } from './documentation.ts'

const iterables = ['Generator', 'Iterable', 'IterableIterator']

/** Turns types into shapes, each once: what an export leads to is described, nothing else. */
export class Shapes {
  readonly shapes: Shape[] = []
  readonly builtins: Record<string, Entry[]> = {}
  readonly #places = new Map<ts.Type, number | undefined>()
  readonly #checker: ts.TypeChecker
  readonly #program: ts.Program

  constructor(program: ts.Program) {
    this.#program = program
    this.#checker = program.getTypeChecker()
  }

  /** An export or a global, and where the shape of what it names is. */
  entry(symbol: ts.Symbol): Entry {
    const { type } = this.#named(symbol)
    return { ...this.entryAlone(symbol), shape: this.#place(type) }
  }

  /** An export or a global in words alone. */
  entryAlone(symbol: ts.Symbol): Entry {
    const { target, type } = this.#named(symbol)
    return {
      name: symbol.name,
      kind: kindOf(target, type),
      signature: signatureOf(this.#checker, target, type),
      doc: summaryOf(target, this.#checker),
      parameters: parametersOf(target, this.#checker),
    }
  }

  /** What a symbol stands for: a type, if it is one, else a value with its type. */
  #named(symbol: ts.Symbol): { target: ts.Symbol; type: ts.Type } {
    const isAlias = symbol.flags & ts.SymbolFlags.Alias
    const target = isAlias ? this.#checker.getAliasedSymbol(symbol) : symbol
    const type =
      target.flags & ts.SymbolFlags.Value
        ? this.#checker.getTypeOfSymbol(target)
        : this.#checker.getDeclaredTypeOfSymbol(target)
    return { target, type }
  }

  /** Where the shape of a type is; undefined if there is nothing to tell of it. */
  #place(given: ts.Type): number | undefined {
    const type = given.getNonNullableType()
    if (!this.#places.has(type)) {
      const shape: Shape = { type: typeText(this.#checker, type) }
      // Known before it is complete, since a type may lead to itself.
      this.#places.set(type, this.shapes.push(shape) - 1)
      const described = this.#describe(type)
      if (described) Object.assign(shape, described)
      else this.#places.set(type, undefined)
    }
    return this.#places.get(type)
  }

  #describe(type: ts.Type): Partial<Shape> | undefined {
    if (type.isUnion()) {
      const texts = type.types.filter((part) => part.isStringLiteral())
      if (texts.length < type.types.length) return undefined
      return { values: texts.map(({ value }) => value), builtin: this.#builtin('String') }
    }
    if (type.flags & ts.TypeFlags.StringLike) return { builtin: this.#builtin('String') }
    if (type.flags & ts.TypeFlags.NumberLike) return { builtin: this.#builtin('Number') }
    if (!(type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection))) return undefined
    if (this.#checker.isTupleType(type)) return this.#list('Array', type)
    if (this.#isOfLibrary(type)) return this.#describeOfLibrary(type)

    const [call] = type.getCallSignatures()
    const [construct] = type.getConstructSignatures()
    if (construct) return { instance: this.#place(construct.getReturnType()) }
    const members = this.#members(type)
    return { ...(call && this.#call(call)), ...(members.length > 0 && { members }) }
  }

  #describeOfLibrary(type: ts.Type): Partial<Shape> | undefined {
    const { name } = type.symbol
    if (isBuiltin(name)) return this.#list(name, type)
    const argument = this.#argument(type)
    if (!argument) return undefined
    if (name === 'Promise') return { awaited: this.#place(argument) }
    return iterables.includes(name) ? { element: this.#place(argument) } : undefined
  }

  #list(name: BuiltinName, type: ts.Type): Partial<Shape> {
    const element = elementOf(this.#checker, type)
    return { builtin: this.#builtin(name), element: element && this.#place(element) }
  }

  #call(call: ts.Signature): Partial<Shape> {
    const types = call.parameters.map((parameter) => this.#checker.getTypeOfSymbol(parameter))
    const result = call.getReturnType()
    const generic = call.typeParameters?.find((own) => own === elementOf(this.#checker, result))
    const source = types.findIndex((type) => generic && this.#argument(type) === generic)
    return {
      parameters: types.map((type) => this.#place(type) ?? null),
      returns: this.#place(result),
      listOf: source < 0 ? undefined : source,
    }
  }

  #members(type: ts.Type): Entry[] {
    return propertiesOf(type).map((property) => {
      const own = this.#checker.getTypeOfSymbol(property)
      return {
        name: property.name,
        kind: kindOf(property, own),
        signature: signatureOf(this.#checker, property, own),
        doc: textOf(property, this.#checker),
        shape: this.#place(own),
      }
    })
  }

  #builtin(name: BuiltinName): string {
    this.builtins[name] ??= builtin(this.#checker, name)
    return name
  }

  /** What an Iterable, a Generator or a Promise is of. */
  #argument(type: ts.Type): ts.Type | undefined {
    const isReference = 'target' in type
    return isReference ? this.#checker.getTypeArguments(type as ts.TypeReference).at(0) : undefined
  }

  #isOfLibrary(type: ts.Type): boolean {
    const file = type.symbol?.declarations?.[0]?.getSourceFile()
    return file !== undefined && this.#program.isSourceFileDefaultLibrary(file)
  }
}
