import { readNumber, type Decimal } from '../cells/number.ts'
import type { Column } from '../columns.ts'
import type { Option, Question, Use } from '../reading.ts'

/** Asks for the decimal mark of the numbers that are numbers under both. */
export function decimalQuestion(
  columns: readonly Column[],
  uses: readonly (Use | undefined)[],
  marks: readonly (Decimal | undefined)[],
): Question[] {
  const open = columns.filter(({ position }) => uses[position] === 'number' && !marks[position])
  if (open.length === 0) return []
  const [{ name, examples }] = open
  const given = examples.open ?? examples.point ?? examples.comma ?? ''
  const other = examples.open === undefined ? examples.comma : undefined
  const option = (choice: Decimal): Option => ({
    code: 'decimal',
    name: choice,
    ...(other === undefined && { sample: readNumber(given)?.[choice] ?? given }),
    choices: {
      columns: Object.fromEntries(open.map(({ position }) => [position, { decimal: choice }])),
    },
  })
  return [
    {
      code: 'decimal',
      name,
      count: open.length,
      samples: other === undefined ? [given] : [given, other],
      options: [option('point'), option('comma')],
    },
  ]
}
