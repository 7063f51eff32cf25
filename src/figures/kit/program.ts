import type { Figure, Values } from './figure.ts'

/** The program of a figure's state as a page shows it: without the end of its last line. */
export const programOf = (figure: Figure, values: Values): string =>
  figure.program(values).trimEnd()
