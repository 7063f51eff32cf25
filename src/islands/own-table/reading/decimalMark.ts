import { readNumber, type Decimal } from './cells/number.ts'
import type { Column } from './columns.ts'
import type { Choices } from './reading.ts'

/** The decimal mark of each column; undefined where it is open. */
export function decimalMarks(
  columns: readonly Column[],
  choices: Choices,
): (Decimal | undefined)[] {
  const certain = new Set<Decimal>()
  for (const { type, mark } of columns) {
    if (type === 'number' && (mark === 'point' || mark === 'comma')) certain.add(mark)
  }
  const [common] = certain.size === 1 ? certain : []
  return columns.map(({ position, mark, hasPlain, examples: { open } }) => {
    const decimal = choices.columns?.[position]?.decimal ?? choices.decimal
    if (mark === 'point' || mark === 'comma') return mark
    if (mark === 'none') return common ?? decimal ?? 'point'
    if (mark === 'both' || decimal || !common) return decimal
    // Among whole numbers, three digits behind a mark may be thousands after all.
    const isDecimal = readNumber(open!)![common]!.includes('.')
    return isDecimal && hasPlain ? undefined : common
  })
}
