import type { Element, ElementContent, Text } from 'hast'
import type { ShikiTransformer, ThemeRegistrationRaw } from 'shiki'

/** The kinds of code that have a colour of their own: `--dc-code-NAME` in code.css. */
export type CodePart = 'ink' | 'keyword' | 'literal' | 'comment' | 'punctuation'

export const codeColor = (part: CodePart) => `var(--dc-code-${part})`

const scopes: Record<CodePart, string[]> = {
  // Scopes that the editor's parser does not distinguish from names, and the code within a template string.
  ink: [
    'punctuation.definition.typeparameters',
    'punctuation.accessor.optional',
    'keyword.operator.optional',
    'meta.template.expression',
    'meta.method.declaration storage.type',
  ],
  punctuation: ['punctuation', 'meta.brace', 'keyword.operator', 'storage.type.function.arrow'],
  keyword: [
    'keyword.control',
    'keyword.other',
    'keyword.generator',
    'constant.language.import-export-all',
    'keyword.operator.new',
    'keyword.operator.expression',
    'storage',
    'variable.language.this',
    'variable.language.super',
  ],
  literal: [
    'string',
    'constant.numeric',
    'constant.character',
    'constant.language.boolean',
    'constant.language.null',
    'punctuation.definition.string',
    'string.regexp punctuation',
    'string.regexp keyword.operator',
    'string.regexp keyword.other',
    'storage.type.numeric',
  ],
  comment: ['comment', 'punctuation.definition.comment'],
}

/** The theme for code that is coloured at build time, using the custom properties of code.css. */
export const codeTheme: ThemeRegistrationRaw = {
  name: 'course',
  type: 'light',
  fg: codeColor('ink'),
  bg: 'var(--dc-code-background)',
  settings: [
    { settings: { foreground: codeColor('ink') } },
    ...Object.entries(scopes).map(([part, scope]) => ({
      scope,
      settings: { foreground: codeColor(part as CodePart) },
    })),
  ],
}

/** Leaves the style of a block that is coloured at build time to code.css, and has no more elements than colours need. */
export const codeBlock: ShikiTransformer = {
  line(line) {
    line.children = merged(line.children)
  },
  pre(element) {
    this.addClassToHast(element, 'code-block')
    delete element.properties.style
  },
}

/** Code in a folded part: it is coloured when it is opened, by paint.ts, and the page has a fifth of the elements. */
export const plain: ShikiTransformer = {
  span(part) {
    delete part.properties.style
  },
  pre(element) {
    element.properties['data-plain'] = ''
  },
}

/** Parts of code, those of one colour joined, those in ink as plain text. A space takes the colour before it. */
function merged(parts: readonly ElementContent[]): ElementContent[] {
  const joined: ElementContent[] = []
  let style: unknown
  for (const part of parts) {
    const [text] = part.type === 'element' ? part.children : [part]
    if (text?.type !== 'text') return [...parts]
    const own =
      part.type === 'element' && !hasColor(part, 'ink') ? part.properties.style : undefined
    const last = joined.at(-1)
    const isSpace = text.value.trim() === ''
    if (last && (isSpace || own === style)) textOf(last).value += text.value
    else {
      joined.push(own === undefined || isSpace ? text : part)
      style = isSpace ? undefined : own
    }
  }
  return joined
}

const hasColor = ({ properties }: Element, color: CodePart) =>
  String(properties.style).endsWith(codeColor(color))

const textOf = (part: ElementContent) =>
  (part.type === 'element' ? (part as Element).children[0] : part) as Text
