import { readNumber, type Decimal } from './cells.ts'
import { describeColumns, levelsOf, MOST_LEVELS, usesOf, type Column } from './columns.ts'
import { decode } from './encoding.ts'
import { cutTable, layOut, type Layout } from './layout.ts'
import { readRows, usualUnit, type RowsRead } from './rows.ts'
import { numbersTable } from './numbersTable.ts'
import type { Grid } from './grid.ts'
import type {
  Choices,
  ColumnView,
  Note,
  Option,
  Question,
  Reading,
  Refusal,
  Use,
} from './reading.ts'

/** The largest table that is read, in bytes of its file or characters of its text. */
export const MOST = 10_000_000
/** How many rows and columns the preview shows. */
const SHOWN_ROWS = 5
const SHOWN_COLUMNS = 12
/** So many columns are asked about one by one, the others all at once. */
const ASKED_ONE_BY_ONE = 6
/** A text with more columns is no table. */
const MOST_COLUMNS = 200_000
/** A table of the reader's has no more numbers than this. */
const MOST_NUMBERS = 5_000_000

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
  const decoded = remember((encoding: Choices['encoding']) =>
    typeof source === 'string' ? { text: source } : decode(source, encoding),
  )
  const cut = remember((text: string, separator: Choices['separator']) => cutTable(text, separator))
  const laidOut = remember((grid: Grid, header: Choices['header'], unnamed: Choices['unnamed']) =>
    layOut(grid, { ...(header !== undefined && { header }), ...(unnamed && { unnamed }) }),
  )
  const described = remember((grid: Grid, layout: Layout) => describeColumns(grid, layout))
  const levels = remember((grid: Grid, layout: Layout) => {
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
    return readColumns({
      grid,
      layout,
      columns,
      levelsAt: levels(grid, layout),
      choices,
      notes,
      settings,
    })
  }
}

type Settings = Reading['settings']

interface Table {
  settings: Settings
  grid: Grid
  layout: Layout
  columns: readonly Column[]
  /** The different words of a column. */
  levelsAt(position: number): readonly string[]
  choices: Choices
  notes: Note[]
}

function readColumns(table: Table): Reading {
  const { grid, layout, columns, choices, notes, settings, levelsAt } = table
  const marks = decimalMarks(columns, choices)
  const uses = columns.map((column) => useOf(table, column))
  const questions = [...decimalQuestion(columns, uses, marks), ...columnQuestions(table, uses)]
  const read = readRows({ grid, layout, columns, uses, marks, choices })
  notes.push(...columnNotes(table, uses, marks, read))
  questions.push(...rowQuestions(columns, read, choices))

  const telling = columns.findIndex(({ mark }) => mark === 'open' || mark === 'both')
  const reading: Reading = {
    settings: { ...settings, ...(telling >= 0 && marks[telling] && { decimal: marks[telling] }) },
    notes,
    questions,
    faults: choices.faults === 'out' ? [] : read.listed,
    faultCount: choices.faults === 'out' ? 0 : read.faultCount,
    preview: {
      columns: columns.slice(0, SHOWN_COLUMNS).map((column): ColumnView => {
        const isWorded = column.type !== 'empty' && column.type !== 'date'
        const levels = isWorded ? levelsAt(column.position).length : 0
        const { position, name, type } = column
        const use = uses[position]
        return {
          position,
          name,
          type,
          use,
          uses: usesOf(column, levels),
          ...(isWorded && { levels }),
        }
      }),
      count: columns.length,
      total: read.count,
      rows: Array.from({ length: Math.min(SHOWN_ROWS, grid.count - layout.start) }, (_, i) =>
        columns
          .slice(0, SHOWN_COLUMNS)
          .map(({ position }) => read.cellText(layout.start + i, position).slice(0, 40)),
      ),
    },
  }
  if (questions.length > 0) return reading
  const refusal = refusalOf(table, uses, read)
  if (refusal) return { ...reading, refusal }
  return { ...reading, table: numbersTable({ grid, columns, uses, read, start: layout.start }) }
}

/** The decimal mark of each column; undefined where it is open. */
function decimalMarks(columns: readonly Column[], choices: Choices): (Decimal | undefined)[] {
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

function decimalQuestion(
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

/** What is made of a column; undefined if the reader has to say. */
function useOf({ choices, levelsAt }: Table, column: Column): Use | undefined {
  const chosen = choices.columns?.[column.position]?.use
  if (chosen !== undefined) return chosen
  const { type, numbers, position } = column
  if (type === 'number') return 'number'
  if (type === 'empty' || type === 'row names') return 'out'
  if (type !== 'words' || numbers > 0 || column.dates > 0) return undefined
  const { length } = levelsAt(position)
  return length < 2 || length > MOST_LEVELS ? 'out' : undefined // there is nothing else to do with it
}

function columnQuestions({ columns, choices, levelsAt }: Table, uses: (Use | undefined)[]) {
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
  for (const { position, name, units, sentinel } of columns) {
    if (uses[position] !== 'number' || questions.length > 3 * ASKED_ONE_BY_ONE) continue
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

const useOption = (position: number, use: Use): Option => ({
  code: 'use',
  name: use,
  choices: { columns: { [position]: { use } } },
})

const allAs = (columns: readonly Column[], use: Use): Choices => ({
  columns: Object.fromEntries(columns.map(({ position }) => [position, { use }])),
})

/** Rows that cannot be used as they are: what to do about them. */
function rowQuestions(columns: readonly Column[], read: RowsRead, choices: Choices): Question[] {
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

function columnNotes(
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

function refusalOf(
  { columns, levelsAt }: Table,
  uses: readonly (Use | undefined)[],
  read: RowsRead,
): Refusal | undefined {
  if (read.kept === 0) return { code: 'none-left' }
  const made = columns.reduce((sum, { position }) => {
    if (uses[position] === 'out') return sum
    return sum + (uses[position] === 'dummies' ? levelsAt(position).length - 1 : 1)
  }, 0)
  if (made < 2) return { code: 'one-column' }
  return made * read.kept > MOST_NUMBERS ? { code: 'too-many', count: made } : undefined
}

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

/** A function that keeps its last result, as long as its arguments are the same. */
function remember<Arguments extends unknown[], Result>(
  compute: (...args: Arguments) => Result,
): (...args: Arguments) => Result {
  let last: { args: Arguments; result: Result } | undefined
  return (...args) => {
    if (!last || args.some((arg, i) => arg !== last!.args[i]))
      last = { args, result: compute(...args) }
    return last.result
  }
}
