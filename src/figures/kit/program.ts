import type { Figure, Values } from './figure.ts'

/** The program of a figure's state as a page shows it: without the end of its last line. */
export const programOf = (figure: Figure, values: Values): string =>
  figure.program(values).trimEnd()

/** What a constant of a program can be. */
export type Constant = number | string | boolean | readonly Constant[]

/**
 * A program whose constants have other values: of each name, the statement `const NAME = …` at the left margin.
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

/** A value as JavaScript writes it. */
export function literal(value: Constant): string {
  if (typeof value === 'string') {
    return `'${value.replace(/['\\]/g, '\\$&').replaceAll('\n', '\\n').replaceAll('\r', '\\r')}'`
  }
  return typeof value === 'object' ? `[${value.map(literal).join(', ')}]` : String(value)
}
