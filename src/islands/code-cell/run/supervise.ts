import { Malformed, Meter } from '../outputs/meter.ts'
import type { Failure } from '../outputs/failure.ts'
import type { Output } from '../outputs/index.ts'
import { readMessage, refusalFor, type RunMessage, type WorkerMessage } from './protocol.ts'
import type { SandboxWorker } from './sandbox.ts'
import type { Outcome } from './types.ts'

interface Supervision {
  worker: SandboxWorker
  message: RunMessage
  timeLimit: number
  stopped: AbortSignal
  onStart: (() => void) | undefined
  onOutput(output: Output): void
}

/** How long a program may take to be compiled, in ms. */
const COMPILING = 8000

/**
 * Lets a worker run its program, and ends it in time, by the page's own clock, whatever it does or says.
 *
 * @returns its outcome, and whether the worker has ended by itself: one that was ended may go on unseen
 */
export function superviseRun(run: Supervision): Promise<{ outcome: Outcome; byItself: boolean }> {
  const { worker, message, timeLimit, stopped, onStart, onOutput } = run
  return new Promise((resolve) => {
    const meter = new Meter()
    let start = performance.now()
    let hasStarted = false

    const finish = (end: Pick<Outcome, 'failure' | 'isWhole'>, byItself: boolean) => {
      clearTimeout(watchdog)
      stopped.removeEventListener('abort', stop)
      worker.port.onmessage = null
      worker.onLost = undefined
      worker.end()
      resolve({ outcome: { ...end, duration: performance.now() - start }, byItself })
    }
    const cut = (failure: Failure) => finish({ failure, isWhole: false }, false)
    const stop = () => cut({ code: 'stopped', message: '' })

    let watchdog = setTimeout(() => cut({ code: 'too-complex', message: '' }), COMPILING)
    if (stopped.aborted) return stop()
    stopped.addEventListener('abort', stop)
    worker.onLost = (reason) => cut({ code: 'out-of-memory', message: reason })
    worker.port.onmessage = ({ data }) => {
      try {
        hear(readMessage(data, meter))
      } catch (error) {
        cut(refusalFor(error))
      }
    }
    worker.port.postMessage(message)

    function hear(told: WorkerMessage): void {
      if (told.type === 'started' && !hasStarted) {
        hasStarted = true
        clearTimeout(watchdog)
        start = performance.now()
        watchdog = setTimeout(() => cut({ code: 'time-limit', message: '' }), timeLimit)
        onStart?.()
      } else if (told.type === 'output' && hasStarted) {
        onOutput(told.output)
      } else if (told.type === 'ended') {
        const { failure, isWhole } = told
        finish({ failure, isWhole }, true)
      } else {
        cut(told.type === 'refused' ? told.failure : refusalFor(new Malformed()))
      }
    }
  })
}
