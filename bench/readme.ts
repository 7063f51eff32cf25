import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { format, resolveConfig } from 'prettier'

const file = fileURLToPath(new URL('../src/solver/README.md', import.meta.url))

/**
 * Puts a table of speeds into the solver's README in place of the one there, and says below it when and where it was
 * measured.
 *
 * @param rows the lines of the table
 * @param machine the processor and the version of Node
 */
export async function writeSpeedTable(rows: readonly string[], machine: string): Promise<void> {
  const day = new Date().toLocaleDateString('en-GB', { dateStyle: 'long' })
  const text = withSpeedTable(readFileSync(file, 'utf8'), rows, `Measured on ${day}: ${machine}.`)
  writeFileSync(file, await format(text, { ...(await resolveConfig(file)), filepath: file }))
}

/** The text with other rows in the first table below the heading "## Speed", and another sentence "Measured on …" below it. */
export function withSpeedTable(text: string, rows: readonly string[], measured: string): string {
  const table = /(?<=\n## Speed\n(?:(?!#|\|).*\n)*)(?:\|.*\n)+/
  if (!table.test(text)) throw new Error('The README has no table below "## Speed".')
  return text
    .replace(table, () => rows.map((row) => `${row}\n`).join(''))
    .replace(/^Measured on .*$/m, () => measured)
}
