import { MOST_LEVELS, type Column } from './columns.ts'
import type { Use } from './reading.ts'
import type { Table } from './table.ts'

/** What may be made of a column, the first being what is made of it unless the reader says otherwise. */
export function usesOf(column: Column, levels: number): Use[] {
  const { type, numbers, orders } = column
  const dummies: Use[] = levels > 1 && levels <= MOST_LEVELS ? ['dummies'] : []
  if (type === 'empty') return ['out']
  if (type === 'number') return ['number', ...dummies, 'out']
  if (type === 'date') return [...orders, 'out']
  const number: Use[] = numbers > 0 ? ['number'] : []
  return ['out', ...dummies, ...number, ...(column.dates > 0 ? orders : [])]
}

/** What is made of a column; undefined if the reader has to say. */
export function useOf({ choices, levelsAt }: Table, column: Column): Use | undefined {
  const chosen = choices.columns?.[column.position]?.use
  if (chosen !== undefined) return chosen
  const { type, numbers, position } = column
  if (type === 'number') return 'number'
  if (type === 'empty' || type === 'row names') return 'out'
  if (type !== 'words' || numbers > 0 || column.dates > 0) return undefined
  const { length } = levelsAt(position)
  return length < 2 || length > MOST_LEVELS ? 'out' : undefined // there is nothing else to do with it
}
