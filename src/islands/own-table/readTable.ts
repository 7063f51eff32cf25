import { readNumericTable } from 'shrinkage'
import type { Language } from '../../figures/kit/figure.ts'
import { DATA_SETS } from '../code-cell/run/importable.ts'
import { problemOf, problems, type Problem } from './problems.ts'
import { commaSeparated, type Separator } from './separators.ts'

/** The largest table that is read, in bytes of its file or characters of its text. */
const MOST = 10_000_000
/** How many rows are shown. */
const SHOWN = 5

/** A table of the reader's. */
export interface OwnTable {
  /** Programs import it as `data/NAME`. */
  name: string
  /** Names of the columns of numbers. */
  columns: readonly string[]
  /** Number of rows. */
  rows: number
  /** The first rows, as text. */
  first: readonly (readonly string[])[]
  /** Columns that were left out. */
  leftOut: readonly string[]
  separator: Separator
  /** The columns of numbers as CSV, for programs. */
  csv: string
}

/** A table from what the reader pasted, or why it is none. */
export function readTable(
  { text, name, leftOut = [] }: { text: string; name: string; leftOut?: readonly string[] },
  language: Language,
): OwnTable | Problem {
  const size = tooLarge(text.length, language)
  if (size) return size
  if (DATA_SETS.some((own) => own === name)) return { text: problems.nameTaken(name)[language] }
  try {
    const { text: written, separator } = commaSeparated(text)
    const { columns, rows } = readNumericTable(written, { labels: leftOut })
    if (columns.length < 2) return { text: problems.oneColumn[language] }
    return {
      name,
      columns,
      rows: rows.length,
      first: rows.slice(0, SHOWN).map((row) => Array.from(row, String)),
      leftOut,
      separator,
      csv: [columns.map(quoted), ...rows].map((row) => row.join(',')).join('\n'),
    }
  } catch (error) {
    return problemOf(error, language)
  }
}

/** The text of a file, or why it cannot be read. */
export async function textOf(file: File, language: Language): Promise<string | Problem> {
  const size = tooLarge(file.size, language)
  if (size) return size
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer())
  } catch {
    return { text: problems.notText[language] }
  }
}

/**
 * The name under which programs import a table: letters and digits of any script, and hyphens between them.
 *
 * @example
 * tableName('My table (2).csv') // 'My-table-2'
 */
export function tableName(text: string): string {
  const words = text.replace(/\.(csv|tsv|txt)$/i, '').match(/[\p{L}\p{N}_]+/gu)
  return words?.join('-') ?? 'mine'
}

function tooLarge(size: number, language: Language): Problem | undefined {
  if (size <= MOST) return undefined
  return { text: problems.tooLarge((size / 1e6).toFixed(1))[language] }
}

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`
