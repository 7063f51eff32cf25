import type { Compiled } from './compile.ts'
import type { Worker } from './sandbox.ts'
import { MOST_CHARACTERS, MOST_OUTPUTS, type RunMessage, type WorkerFailure } from './protocol.ts'
import type { Failure, Outcome, Output } from './types.ts'
import { readMessage } from './readMessage.ts'
import { sizeOf } from './size.ts'

interface Supervision {
  worker: Worker
  message: RunMessage
  compiled: Compiled
  timeLimit: number
  stopped: AbortSignal
  onStart: (() => void) | undefined
  onOutput(output: Output): void
}

/** How long a worker may take to get its program going, in ms. */
const STARTING = 20_000

/** Lets a worker run its program, and ends it in time, whatever it does. */
export function superviseRun(run: Supervision): Promise<Outcome> {
  const { worker, message, compiled, timeLimit, stopped, onStart, onOutput } = run
  return new Promise((resolve) => {
    let start = performance.now()
    let count = 0
    let characters = 0

    const end = (failure?: Failure) => {
      clearTimeout(watchdog)
      stopped.removeEventListener('abort', stop)
      worker.port.onmessage = null
      worker.onLost = undefined
      worker.end()
      resolve({ failure, duration: performance.now() - start })
    }
    const stop = () => end({ code: 'stopped', message: '' })
    const show = (output: Output) => {
      if (output.kind !== 'progress') {
        count++
        characters += sizeOf(output)
      }
      // The worker counts too; this holds even against one that a program has got hold of.
      if (count > MOST_OUTPUTS || characters > MOST_CHARACTERS) {
        return end({ code: 'too-much-output', message: '' })
      }
      onOutput(output)
    }
    let watchdog = setTimeout(
      () => end({ code: 'unavailable', message: 'The program could not be started.' }),
      STARTING,
    )
    if (stopped.aborted) return stop()
    stopped.addEventListener('abort', stop)
    worker.onLost = (reason) => end({ code: 'out-of-memory', message: reason })
    worker.port.onmessage = ({ data }) => {
      const told = readMessage(data)
      switch (told?.type) {
        case 'started':
          clearTimeout(watchdog)
          start = performance.now()
          watchdog = setTimeout(() => end({ code: 'time-limit', message: '' }), timeLimit)
          return onStart?.()
        case 'output':
          return show(told.output)
        case 'ended':
          return end(told.failure && failureFor(told.failure, compiled))
        default:
          return end({ code: 'error', message: 'The program sent what no program sends.' })
      }
    }
    worker.port.postMessage(message)
  })
}

/** A failure in the reader's terms: its place is the innermost that lies in the reader's code. */
function failureFor(failure: WorkerFailure, { imports, placeInCode }: Compiled): Failure {
  const { code, message, shrinkage, places } = failure
  const ofImport = failure.import === undefined ? undefined : imports[failure.import]?.place
  const place = ofImport ?? places.map(placeInCode).find((found) => found !== undefined)
  return { code, message, ...(shrinkage && { shrinkage }), ...place }
}
