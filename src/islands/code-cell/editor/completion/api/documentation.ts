import ts from 'typescript'

/** The first sentence of a documentation comment on one line; undefined if there is none. */
export function summaryOf(symbol: ts.Symbol, checker: ts.TypeChecker): string | undefined {
  return textOf(symbol, checker)?.split(/(?<=[.?!])\s+(?=[\p{Lu}“"(])/u)[0]
}

/** The first paragraph of a documentation comment on one line; undefined if there is none. */
export function textOf(symbol: ts.Symbol, checker: ts.TypeChecker): string | undefined {
  const [paragraph] = plain(symbol.getDocumentationComment(checker)).split(/\n\s*\n/)
  return oneLine(paragraph)
}

/** What the `@param` tags say, a tag after the other. */
export function parametersOf(symbol: ts.Symbol, checker: ts.TypeChecker): string | undefined {
  const tags = symbol.getJsDocTags(checker).filter(({ name }) => name === 'param')
  return oneLine(tags.map(({ text }) => plain(text ?? [])).join('; '))
}

const isDeprecated = (symbol: ts.Symbol) =>
  symbol.getJsDocTags().some(({ name }) => name === 'deprecated')

/** Without the marks of links and of emphasis. */
function plain(parts: ts.SymbolDisplayPart[]): string {
  return parts
    .filter(({ kind, text }) => kind !== 'link' || !text.startsWith('{@'))
    .map(({ kind, text }) => (kind === 'link' && text === '}' ? '' : text))
    .join('')
    .replace(/\*+(\w+)\*+/g, '$1')
    .replace(/\[([^\]]+)\]\[\d+\]/g, '$1')
}

const oneLine = (text: string) => text.trim().replace(/\s+/g, ' ') || undefined

/** The properties of a type that have a name, without what is out of use. */
export function propertiesOf(type: ts.Type): ts.Symbol[] {
  return type
    .getProperties()
    .filter((property) => !property.name.startsWith('__') && !isDeprecated(property))
}
