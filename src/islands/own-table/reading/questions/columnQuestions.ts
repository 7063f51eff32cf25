import { MOST_LEVELS } from '../columns.ts'
import type { Option, Question, Use } from '../reading.ts'
import { usualUnit } from '../rows.ts'
import type { Table } from '../table.ts'
import { usesOf } from '../uses.ts'
import { allAs, useOption } from './useOptions.ts'

/** So many columns are asked about one by one, the others all at once. */
const ASKED_ONE_BY_ONE = 6

/** Asks what is made of columns that hold no plain numbers, and how the numbers of the others are meant. */
export function columnQuestions(table: Table, uses: readonly (Use | undefined)[]): Question[] {
  const questions = useQuestions(table, uses)
  const most = 3 * ASKED_ONE_BY_ONE - questions.length
  return [...questions, ...numberQuestions(table, uses, most)]
}

function useQuestions(
  { columns, levelsAt }: Table,
  uses: readonly (Use | undefined)[],
): Question[] {
  const questions: Question[] = []
  const open = columns.filter(({ position }) => uses[position] === undefined)
  for (const column of open.slice(0, ASKED_ONE_BY_ONE)) {
    const { position, name, type, samples } = column
    const levels = type === 'date' ? [] : levelsAt(position)
    questions.push({
      code: type as 'words' | 'date' | 'code',
      name,
      count: levels.length,
      samples: levels.length > 0 && levels.length <= 5 ? levels : samples,
      options: usesOf(column, levels.length)
        .sort((a, b) => Number(a === 'out') - Number(b === 'out'))
        .map((use) => useOption(position, use)),
    })
  }
  const others = open.slice(ASKED_ONE_BY_ONE)
  if (open.length > 2) {
    const all = others.length > 0 ? others : open
    const canBeDummies = all.filter((column) => {
      const count = column.type === 'date' ? 0 : levelsAt(column.position).length
      return count > 1 && count <= MOST_LEVELS
    })
    const bulk: Option[] = [
      { code: 'columns-out', count: open.length, choices: allAs(open, 'out') },
    ]
    if (others.length === 0 && canBeDummies.length === open.length) {
      bulk.push({ code: 'columns-dummies', count: open.length, choices: allAs(open, 'dummies') })
    }
    questions.push({
      code: 'columns',
      count: open.length,
      samples: others.slice(0, 5).map(({ name }) => name),
      options: bulk,
    })
  }
  return questions
}

/**
 * Asks about units that differ, and about numbers that may stand for a missing value.
 *
 * @param table the table
 * @param uses what is made of each column
 * @param most behind so many questions no further column is asked about
 */
function numberQuestions(
  { columns, choices }: Table,
  uses: readonly (Use | undefined)[],
  most: number,
): Question[] {
  const questions: Question[] = []
  for (const { position, name, units, sentinel } of columns) {
    if (uses[position] !== 'number' || questions.length > most) continue
    const { units: unitChoice, sentinel: sentinelChoice } = choices.columns?.[position] ?? {}
    if (units.size > 1 && unitChoice === undefined) {
      questions.push({
        code: 'units',
        name,
        samples: [...units.keys()],
        options: [
          ...(['ignored', 'kept'] as const).map((choice): Option => ({
            code: 'units',
            name: choice,
            sample: usualUnit(units),
            choices: { columns: { [position]: { units: choice } } },
          })),
          useOption(position, 'out'),
        ],
      })
    }
    if (sentinel && sentinelChoice === undefined) {
      questions.push({
        code: 'sentinel',
        name,
        count: sentinel.count,
        samples: [sentinel.value],
        options: (['missing', 'number'] as const).map((choice) => ({
          code: 'sentinel',
          name: choice,
          choices: { columns: { [position]: { sentinel: choice } } },
        })),
      })
    }
  }
  return questions
}
