import type { Figure, Language, Values } from './figure.ts'

/** The program of a figure's state as shown on a page: with comments in its language, without a final line break. */
export function programOf(figure: Figure, values: Values, language: Language): string {
  const program = figure.program(values).trimEnd()
  return language === 'en' ? program : withComments(program, figure.comments)
}

/**
 * Translates the comments of a program.
 *
 * @param program the program, with comments after `//`
 * @param comments the translations by comment; others are unchanged
 */
function withComments(program: string, comments: Readonly<Record<string, string>>): string {
  return program.replace(
    /^((?:.* )?\/\/ )(.*)$/gm,
    (_, start: string, comment: string) => start + (comments[comment] ?? comment),
  )
}

/** The value of a constant in a program. */
export type Constant = number | string | boolean | readonly Constant[]

/**
 * Replaces the values of constants in a program: for each name, the statement `const NAME = …` at the left margin.
 *
 * @example
 * withConstants('const lambda = 1\nprint(lambda)', { lambda: 2 }) // 'const lambda = 2\nprint(lambda)'
 * @throws {Error} If the program has no such line.
 */
export function withConstants(
  program: string,
  constants: Readonly<Record<string, Constant>>,
): string {
  return Object.entries(constants).reduce((text, [name, value]) => {
    const line = new RegExp(`^(const ${name} = ).*(\\n[ \\])}].*)*`, 'm')
    if (!line.test(text)) throw new Error(`The program has no line “const ${name} = …”.`)
    return text.replace(line, (_, start: string) => start + literal(value))
  }, program)
}

/** A value as JavaScript source. */
export function literal(value: Constant): string {
  if (typeof value === 'string') {
    return `'${value.replace(/['\\]/g, '\\$&').replaceAll('\n', '\\n').replaceAll('\r', '\\r')}'`
  }
  return typeof value === 'object' ? `[${value.map(literal).join(', ')}]` : String(value)
}
