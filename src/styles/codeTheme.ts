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

/**
 * Leaves the style of a block that is coloured at build time to code.css, and the colour of names to the block; parts of
 * one colour that follow each other are one.
 */
export const codeBlock: ShikiTransformer = {
  tokens(lines) {
    return lines.map((line) => {
      const joined: typeof line = []
      for (const token of line) {
        const last = joined.at(-1)
        if (last?.color === token.color) last.content += token.content
        else joined.push({ ...token })
      }
      return joined
    })
  },
  line(element) {
    element.children = element.children.flatMap((part) => {
      const isPlain =
        part.type === 'element' && part.properties['style'] === `color:${codeColor('ink')}`
      return isPlain ? part.children : [part]
    })
  },
  pre(element) {
    this.addClassToHast(element, 'code-block')
    delete element.properties.style
  },
}
