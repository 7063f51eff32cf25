/*
 * Stands between the worker of a program and the page, in a worker of its own: a program that sends millions of
 * messages, or very large ones, keeps this thread busy, and not the page.
 */
import { Meter } from '../../outputs/meter.ts'
import { readMessage, refusalFor, type WorkerMessage } from '../protocol.ts'

/** Progress is passed on no more often than this, in ms. */
const PAUSE = 50

addEventListener(
  'message',
  ({ ports: [program, page] }: MessageEvent) => {
    const post = (message: WorkerMessage) => page.postMessage(message)
    const meter = new Meter()
    let progressAt = -Infinity
    page.onmessage = ({ data }) => program.postMessage(data)
    program.onmessage = ({ data }) => {
      const message = guarded(data, meter)
      if (message.type === 'output' && message.output.kind === 'progress') {
        const now = performance.now()
        if (now - progressAt < PAUSE) return
        progressAt = now
      }
      if (message.type === 'refused') program.close()
      post(message)
    }
  },
  { once: true },
)

/** A message of the program that the page can take, or why there is none. */
function guarded(data: unknown, meter: Meter): WorkerMessage {
  try {
    return readMessage(data, meter)
  } catch (error) {
    return { type: 'refused', failure: refusalFor(error) }
  }
}
