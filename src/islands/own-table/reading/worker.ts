/* Reads tables apart from the page, which stays responsive however large they are. */
import { summaryOf } from './numbersTable.ts'
import { createReader, type Source } from './read.ts'
import type { Choices, NumbersTable, Reading } from './reading.ts'

/** What the page asks: to read a new source, to read it again with other choices, or to open kept tables. */
export type Request =
  { source: Source; choices: Choices } | { choices: Choices } | { kept: readonly string[] }

/** The answer to a request; tables that cannot be opened are undefined. */
export type Answer =
  | { reading: Reading }
  | { tables: readonly (Omit<NumbersTable, 'leftOut'> | undefined)[] }
  | { failure: string }

let read: (choices: Choices) => Reading = createReader('')

addEventListener('message', ({ data }: MessageEvent<Request>) => {
  postMessage(answer(data))
})

function answer(request: Request): Answer {
  try {
    if ('kept' in request) return { tables: request.kept.map(opened) }
    if ('source' in request) read = createReader(request.source)
    return { reading: read(request.choices) }
  } catch (error) {
    return { failure: String(error) }
  }
}

function opened(csv: string) {
  try {
    return summaryOf(csv)
  } catch {
    return undefined
  }
}
