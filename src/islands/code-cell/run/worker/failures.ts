import { ShrinkageError } from 'shrinkage'
import type { Failure } from '../../outputs/failure.ts'
import type { Place } from '../../place.ts'
import { format } from './inspect.ts'

const OUT_OF_MEMORY =
  /out of memory|allocation failed|allocation size overflow|could not allocate|invalid (string|array) length/i

/** A failure as the reader is told it, from whatever a program threw; `places` finds those that its stack names. */
export function failureOf(error: unknown, places: (stack: string) => Place | undefined): Failure {
  if (!(error instanceof Error)) return { code: codeOf(format(error)), message: format(error) }
  const place = places(String(error.stack))
  if (error instanceof ShrinkageError) {
    return {
      code: 'error',
      message: String(error.message),
      shrinkage: String(error.code),
      ...place,
    }
  }
  return { code: codeOf(String(error.message)), message: format(error), ...place }
}

const codeOf = (message: string) => (OUT_OF_MEMORY.test(message) ? 'out-of-memory' : 'error')

/** Lines like `at f (blob:…:12:5)` of V8 and `f@blob:…:12:5` of the others, innermost first; `address` is the script's. */
export function placesIn(stack: string, address: string): Place[] {
  return stack
    .split('\n')
    .filter((line) => line.includes(address))
    .map((line) => /:(\d+):(\d+)\)?$/.exec(line))
    .filter((match) => match !== null)
    .map(([, line, column]) => ({ line: Number(line), column: Number(column) }))
}
