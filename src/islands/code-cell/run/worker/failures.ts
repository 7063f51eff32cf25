import { ShrinkageError } from 'shrinkage'
import type { WorkerFailure } from '../protocol.ts'
import type { Place } from '../places.ts'
import { format } from './inspect.ts'
import { TooMuchOutput } from './outbox.ts'

const OUT_OF_MEMORY =
  /out of memory|allocation failed|allocation size overflow|could not allocate|invalid (string|array) length/i

/** What the page is told of whatever a program threw; `address` is that of its script. */
export function failureOf(error: unknown, address: string): WorkerFailure {
  if (error instanceof TooMuchOutput) return { code: 'too-much-output', message: '', places: [] }
  if (!(error instanceof Error)) {
    const message = format(error)
    return { code: OUT_OF_MEMORY.test(message) ? 'out-of-memory' : 'error', message, places: [] }
  }
  const places = placesOf(String(error.stack), address)
  if (error instanceof ShrinkageError) {
    return { code: 'error', message: error.message, shrinkage: error.code, places }
  }
  const code = OUT_OF_MEMORY.test(error.message) ? 'out-of-memory' : 'error'
  return { code, message: format(error), places }
}

/** Lines like `at f (blob:…:12:5)` of V8 and `f@blob:…:12:5` of the others, innermost first. */
function placesOf(stack: string, address: string): Place[] {
  return stack
    .split('\n')
    .filter((line) => line.includes(address))
    .map((line) => /:(\d+):(\d+)\)?$/.exec(line))
    .filter((match) => match !== null)
    .map(([, line, column]) => ({ line: Number(line), column: Number(column) }))
}
