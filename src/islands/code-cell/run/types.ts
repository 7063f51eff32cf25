import type { Failure } from '../outputs/failure.ts'
import type { Output } from '../outputs/index.ts'

/** A program as a cell runs it. All parts share one scope, in this order; lines are counted in `code` alone. */
export interface Program {
  /** What the author put in front and does not show. */
  setup?: string
  /** What the reader sees and edits. */
  code: string
  /** The hidden checks of a challenge: calls of `check(condition, message)`. */
  checks?: string
  /** Tables of the reader's own that the program may import: name to text in CSV. */
  tables?: Readonly<Record<string, string>>
  /** How long it may run, in ms. */
  timeLimit: number
}

/** How a run ended. */
export interface Outcome {
  /** Undefined when the program came to its end. */
  failure?: Failure
  /** Whether its last line has run: a program that returns before comes to its end, too. */
  isWhole: boolean
  /** From its start to its end, in ms. */
  duration: number
}

/** A program under way. */
export interface Run {
  /** Ends it at once, wherever it is. */
  stop(): void
  /** Settles when the program has ended, whatever ended it; never rejects. */
  ended: Promise<Outcome>
}

/** Starts a program; `onStart` is called when it leaves the queue, `onOutput` gets what it shows, in order. */
export type RunProgram = (
  program: Program,
  listener: { onStart?(): void; onOutput(output: Output): void },
) => Run
