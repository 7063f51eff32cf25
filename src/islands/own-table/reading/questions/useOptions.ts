import type { Column } from '../columns.ts'
import type { Choices, Option, Use } from '../reading.ts'

/** The answer that settles what is made of one column. */
export const useOption = (position: number, use: Use): Option => ({
  code: 'use',
  name: use,
  choices: { columns: { [position]: { use } } },
})

/** The choice that makes the same of several columns. */
export const allAs = (columns: readonly Column[], use: Use): Choices => ({
  columns: Object.fromEntries(columns.map(({ position }) => [position, { use }])),
})
