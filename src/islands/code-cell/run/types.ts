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

/** A picture as plain data, from which the page builds SVG elements that it knows to be harmless. */
export interface SvgNode {
  tag: string
  attributes: Readonly<Record<string, string>>
  children: readonly (SvgNode | string)[]
}

/** What a program shows, in the order in which it shows it. */
export type Output =
  | { kind: 'print'; text: string }
  | {
      kind: 'table'
      columns: readonly string[]
      rows: readonly (readonly string[])[]
      /** Rows that the program gave; `rows` holds the first of them. */
      total: number
    }
  | { kind: 'plot'; svg: SvgNode }
  /** Replaces the progress shown before; share from 0 to 1. */
  | { kind: 'progress'; share: number; label: string }
  | { kind: 'check'; passed: boolean; message: string }

/** Why a program did not come to its end. */
export type FailureCode =
  | 'syntax'
  | 'error'
  | 'unknown-import'
  | 'time-limit'
  | 'too-much-output'
  | 'out-of-memory'
  | 'stopped'
  /** The browser could not start the sandbox at all. */
  | 'unavailable'

export interface Failure {
  code: FailureCode
  /** As the engine or `shrinkage` puts it; the page adds its own words for the codes that are its own. */
  message: string
  /** Of an error of `shrinkage`: its code, such as 'length-mismatch'. */
  shrinkage?: string
  /** Of code that slips at a mark of prose, such as “（”: that mark. */
  proseMark?: string
  /** Where in `Program.code`, both from 1, where that is known. */
  line?: number
  column?: number
}

/** How a run ended: `failure` is undefined when the program came to its end. */
export interface Outcome {
  failure?: Failure
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

/** Starts a program; `onStart` is told when it leaves the queue, `onOutput` gets what it shows, in order. */
export type RunProgram = (
  program: Program,
  listener: { onStart?(): void; onOutput(output: Output): void },
) => Run
