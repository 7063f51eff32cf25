import { memoizeLast } from '../../../figures/kit/memoizeLast.ts'
import { describeColumns, levelsOf } from './columns.ts'
import { decode } from './encoding.ts'
import type { Grid } from './grid.ts'
import { layOut, type Layout } from './layout.ts'
import { readColumns } from './readColumns.ts'
import type { Choices, Note, Question, Reading, Refusal } from './reading.ts'
import { cutTable } from './separator.ts'

/** The largest table that is read, in bytes of its file or characters of its text. */
export const MOST = 10_000_000
/** A text with more columns is no table. */
const MOST_COLUMNS = 200_000

/** What the reader brings: a text that was pasted, or a file. */
export type Source = string | Uint8Array

/**
 * Reads a source step by step: bytes, text, cells, columns, rows, numbers. A step that cannot be decided asks, and
 * nothing behind it is read. The function that it gives takes the reader's choices, and repeats only the steps that
 * these change.
 *
 * @param source text, or the bytes of a file
 * @example
 * createReader('x;y\n1,5;2\n')({}).table?.csv // '"x","y"\n1.5,2'
 */
export function createReader(source: Source): (choices: Choices) => Reading {
  const decoded = memoizeLast((encoding: Choices['encoding']) =>
    typeof source === 'string' ? { text: source } : decode(source, encoding),
  )
  const cut = memoizeLast((text: string, separator: Choices['separator']) =>
    cutTable(text, separator),
  )
  const laidOut = memoizeLast(
    (grid: Grid, header: Choices['header'], unnamed: Choices['unnamed']) =>
      layOut(grid, { ...(header !== undefined && { header }), ...(unnamed && { unnamed }) }),
  )
  const described = memoizeLast((grid: Grid, layout: Layout) => describeColumns(grid, layout))
  const levels = memoizeLast((grid: Grid, layout: Layout) => {
    const known = new Map<number, string[]>()
    return (position: number) => {
      if (!known.has(position)) known.set(position, levelsOf(grid, layout, position))
      return known.get(position)!
    }
  })

  return (choices) => {
    if (source.length > MOST) {
      return stopped([], { code: 'too-large', megabytes: (source.length / 1e6).toFixed(1) })
    }
    const text = decoded(choices.encoding)
    if ('question' in text) return asking([], text.question)
    if ('refusal' in text) return stopped([], text.refusal)
    const settings: Settings = { ...('encoding' in text && { encoding: text.encoding }) }
    const notes: Note[] = []
    if ('encoding' in text && !text.isAscii && text.encoding !== 'utf-8') {
      notes.push({ code: 'encoding', encoding: text.encoding })
    }
    if (text.text.includes('\0')) return stopped(notes, { code: 'binary' }, settings)

    const cells = cut(text.text, choices.separator)
    if ('question' in cells) return asking(notes, cells.question, settings)
    const { grid, separator } = cells
    if (grid.count === 0) return stopped(notes, { code: 'empty' }, settings)
    settings.separator = separator
    if (separator !== 'comma') notes.push({ code: 'separator', separator })

    const layout = laidOut(grid, choices.header, choices.unnamed)
    if ('question' in layout) return asking(notes, layout.question, settings)
    settings.header = layout.header
    notes.push(...layout.notes)
    const blankLines = grid.blankLinesFrom(layout.start)
    if (blankLines > 0) notes.push({ code: 'blank-lines', count: blankLines })
    if (layout.start >= grid.count) return stopped(notes, { code: 'no-rows' }, settings)
    if (layout.names.length > MOST_COLUMNS) {
      return stopped(notes, { code: 'too-many-columns', count: layout.names.length }, settings)
    }
    const columns = described(grid, layout)
    const levelsAt = levels(grid, layout)
    return readColumns({ grid, layout, columns, levelsAt, choices }, settings, notes)
  }
}

type Settings = Reading['settings']

const asking = (notes: Note[], question: Question, settings: Settings = {}): Reading => ({
  settings,
  notes,
  questions: [question],
  faults: [],
  faultCount: 0,
})

const stopped = (notes: Note[], refusal: Refusal, settings: Settings = {}): Reading => ({
  settings,
  notes,
  questions: [],
  faults: [],
  faultCount: 0,
  refusal,
})
