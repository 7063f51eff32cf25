import type { Column } from '../columns.ts'
import type { Choices, Option, Question } from '../reading.ts'
import type { RowsRead } from '../rows.ts'
import { allAs } from './useOptions.ts'

/** Rows that cannot be used as they are: what to do about them. */
export function rowQuestions(
  columns: readonly Column[],
  read: RowsRead,
  choices: Choices,
): Question[] {
  const questions: Question[] = []
  for (const code of ['faults', 'gaps'] as const) {
    const { rows, byColumn } = read[code]
    if (rows === 0 || choices[code] === 'out') continue
    const worst = [...byColumn].sort((a, b) => b[1] - a[1]).slice(0, 4)
    const rowsOut: Option = { code, count: rows, choices: { [code]: 'out' } }
    questions.push({
      code,
      count: rows,
      samples: read[code].lines.map(String),
      options: [
        ...(read.count > rows ? [rowsOut] : []),
        ...worst.map(([position, count]): Option => ({
          code: 'column-out',
          name: columns[position].name,
          count,
          choices: { columns: { [position]: { use: 'out' } } },
        })),
        ...(byColumn.size > worst.length
          ? [
              {
                code: 'columns-out',
                count: byColumn.size,
                choices: allAs(
                  [...byColumn.keys()].map((position) => columns[position]),
                  'out',
                ),
              } satisfies Option,
            ]
          : []),
      ],
    })
    // Nothing else would help: all rows are too short, for example.
    if (questions[questions.length - 1].options.length === 0) {
      questions[questions.length - 1] = { ...questions[questions.length - 1], options: [rowsOut] }
    }
  }
  return questions
}
