import { readFailure, type Failure } from '../outputs/failure.ts'
import { readOutput, type Output } from '../outputs/index.ts'
import { fieldsOf, Malformed, TooMuchOutput, type Meter } from '../outputs/meter.ts'
import type { Program } from './types.ts'

/** What the page sends to a worker, once. */
export interface RunMessage {
  program: Pick<Program, 'setup' | 'code' | 'checks'>
  /** Data sets of the course by the names of their modules. */
  data: Readonly<Record<string, unknown>>
  /** Names of the reader's tables, and those of them in CSV that the program may name. */
  tableNames: readonly string[]
  tables: Readonly<Record<string, string>>
  /** The script that brings Plot, for a program that draws. */
  plot: string | undefined
  /** The script that brings the graders, for a coding task. */
  graders: string | undefined
}

/** What a worker sends to the page. */
export type WorkerMessage =
  | { type: 'ready' }
  /** The program has been compiled and begins. */
  | { type: 'started' }
  | { type: 'output'; output: Output }
  /** The program has ended by itself, and its worker with it. */
  | { type: 'ended'; failure?: Failure; isWhole: boolean }
  /** Its guard has had enough of it. */
  | { type: 'refused'; failure: Failure }

/**
 * A copy of a message that is said to come from a worker: nothing in it is taken on trust.
 *
 * @throws Malformed if it is no message of a worker, TooMuchOutput as soon as `meter` has counted too much
 */
export function readMessage(data: unknown, meter: Meter): WorkerMessage {
  const { type, output, failure, isWhole } = fieldsOf(data)
  switch (type) {
    case 'ready':
    case 'started':
      return { type }
    case 'output':
      return { type, output: readOutput(output, meter) }
    case 'ended':
      if (failure !== undefined) return { type, failure: readFailure(failure), isWhole: false }
      return { type, isWhole: isWhole === true }
    case 'refused':
      return { type, failure: readFailure(failure) }
    default:
      throw new Malformed()
  }
}

/** Why a message is refused, by the error of `readMessage`; any other error is thrown again. */
export function refusalFor(error: unknown): Failure {
  if (error instanceof TooMuchOutput) return { code: 'too-much-output', message: '' }
  if (!(error instanceof Malformed)) throw error
  return { code: 'error', message: 'The program sent what no program sends.' }
}
