import type { Decimal } from './cells/number.ts'
import type { Column } from './columns.ts'
import type { Note, Use } from './reading.ts'
import type { RowsRead } from './rows.ts'
import type { Table } from './table.ts'

/** Tells what was decided about the columns and rows of a table. */
export function columnNotes(
  { columns, choices }: Table,
  uses: readonly (Use | undefined)[],
  marks: readonly (Decimal | undefined)[],
  read: RowsRead,
): Note[] {
  const notes: Note[] = []
  const about = (
    code: 'row-names' | 'empty-columns' | 'named' | 'left-out' | 'counts-rows' | 'dummies' | 'days',
    holds: (column: Column, use: Use | undefined) => boolean,
  ) => {
    const names = columns.filter((column) => holds(column, uses[column.position]))
    if (names.length === 0) return
    notes.push({ code, names: names.slice(0, 5).map(({ name }) => name), count: names.length })
  }
  for (const decimal of ['point', 'comma'] as const) {
    const telling = columns.filter(
      ({ position, mark }) =>
        uses[position] === 'number' && mark !== 'none' && marks[position] === decimal,
    )
    const examples = telling
      .flatMap(({ examples: { open, point, comma }, position }) =>
        [open, point, comma].flatMap((given) => {
          const text = given === undefined ? undefined : read.valueText(given, position)
          return text === undefined || text === given ? [] : [[given!, text] as const]
        }),
      )
      .slice(0, 3)
    if (examples.length > 0) notes.push({ code: 'decimal', decimal, examples })
  }
  const withUnit = columns.filter(
    ({ position, units }) => uses[position] === 'number' && units.size === 1 && !units.has(''),
  )
  for (const { name, units } of withUnit.slice(0, 5)) {
    notes.push({ code: 'unit', name, unit: [...units.keys()][0] })
  }
  about('row-names', ({ type }, use) => type === 'row names' && use === 'out')
  about('empty-columns', ({ type }) => type === 'empty')
  about('named', ({ isNamedHere, type }) => isNamedHere && type !== 'empty')
  about('counts-rows', ({ isCount }, use) => isCount && use === 'number')
  about('dummies', (_, use) => use === 'dummies')
  about('days', (_, use) => use === 'ymd' || use === 'dmy' || use === 'mdy')
  about('left-out', ({ type }, use) => use === 'out' && type !== 'empty' && type !== 'row names')
  for (const code of ['gaps', 'faults'] as const) {
    if (choices[code] === 'out' && read[code].rows > 0) {
      notes.push({ code: `${code}-out`, count: read[code].rows })
    }
  }
  return notes
}
