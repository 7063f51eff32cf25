import { Frame, type Worker } from './sandbox.ts'
import { readMessage } from './readMessage.ts'

/** Programs that run at once. */
const AT_ONCE = 2
/** How long a worker may take to come up, in ms. */
const STARTING = 20_000

let frame: Promise<Frame> | undefined
let spare: Promise<Worker> | undefined
let running = 0
const queue: (() => void)[] = []

/**
 * Waits for a place among the programs that run; give it back with `leave`.
 *
 * @throws the reason of `stopped`, if that comes first
 */
export async function enter(stopped: AbortSignal): Promise<void> {
  stopped.throwIfAborted()
  if (running < AT_ONCE) return void running++
  await new Promise<void>((resolve, reject) => {
    const next = () => {
      stopped.removeEventListener('abort', giveUp)
      resolve()
    }
    const giveUp = () => {
      queue.splice(queue.indexOf(next), 1)
      reject(stopped.reason)
    }
    queue.push(next)
    stopped.addEventListener('abort', giveUp, { once: true })
  })
}

export function leave(): void {
  const next = queue.shift()
  if (next) next()
  else running--
}

/** A fresh worker, ready to run, which no other program gets. */
export function takeWorker(): Promise<Worker> {
  // Once more, if it was lost with the frame in which the program before ran out of memory.
  return takeSpare().catch(takeSpare)
}

function takeSpare(): Promise<Worker> {
  const taken = prepareWorker()
  spare = undefined
  return taken
}

/** Prepares the worker of the next run. */
export function prepareWorker(): Promise<Worker> {
  if (spare) return spare
  const prepared = startWorker(forget)
  prepared.catch(forget)
  return (spare = prepared)

  function forget() {
    if (spare === prepared) spare = undefined
  }
}

async function startWorker(onLost: () => void): Promise<Worker> {
  const worker = (await livingFrame()).startWorker()
  await new Promise<void>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('The worker did not start.')), STARTING)
    worker.onLost = (message) => {
      clearTimeout(late)
      onLost()
      reject(new Error(message))
    }
    worker.port.onmessage = ({ data }) => {
      clearTimeout(late)
      if (readMessage(data)?.type === 'ready') resolve()
    }
  })
  return worker
}

/** The frame of the page, opened anew if there is none or if it has died; one for all who ask meanwhile. */
async function livingFrame(): Promise<Frame> {
  const known = frame
  const current = await known?.catch(() => undefined)
  if (!current?.isAlive && frame === known) frame = Frame.open()
  return frame!
}
