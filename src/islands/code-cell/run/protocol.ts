import type { CompiledImport } from './compile.ts'
import type { FailureCode, Output } from './types.ts'
import type { Place } from './places.ts'

/** What the page sends to a worker, once. */
export interface RunMessage {
  script: string
  imports: readonly Pick<CompiledImport, 'module' | 'names'>[]
  /** Data sets by the names of their modules. */
  data: Readonly<Record<string, unknown>>
  /** The reader's tables by the names of their modules, in CSV. */
  tables: Readonly<Record<string, string>>
  /** The script that brings Plot, for a program that draws. */
  plot: string | undefined
}

/** How a program failed, as its worker sees it. */
export interface WorkerFailure {
  code: FailureCode
  message: string
  shrinkage?: string
  /** Places in the compiled script, innermost first. */
  places: readonly Place[]
  /** The import that failed, counted from 0. */
  import?: number
}

/** What a worker sends to the page. */
export type WorkerMessage =
  | { type: 'ready' }
  | { type: 'started' }
  | { type: 'output'; output: Output }
  | { type: 'ended'; failure?: WorkerFailure }

/** How much a program may show. */
export const MOST_OUTPUTS = 2000
export const MOST_CHARACTERS = 2_000_000
