import { Meter } from '../outputs/meter.ts'
import { readMessage } from './protocol.ts'
import { Sandbox, type SandboxWorker } from './sandbox.ts'

/** Programs that run at once. */
const AT_ONCE = 2
/** How long a worker may take to come up, in ms. */
const STARTING = 20_000

let sandbox: Promise<Sandbox> | undefined
let spare: Promise<SandboxWorker> | undefined
let running = 0
/** Whether a program may go on in the sandbox unseen: nothing starts in it any more. */
let isTainted = false
const queue: (() => void)[] = []

/**
 * Waits for a place among the programs that run; give it back with `leave`.
 *
 * @throws the reason of `stopped`, if that comes first
 */
export async function enter(stopped: AbortSignal): Promise<void> {
  stopped.throwIfAborted()
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
    admit()
  })
}

/**
 * Gives a place back. Browsers do not end every worker that they are told to: what loops within the engine goes on. Only
 * the end of the whole sandbox ends it, which comes as soon as no other program is under way in it.
 */
export function leave({ hasEndedItself }: { hasEndedItself: boolean }): void {
  running--
  isTainted ||= !hasEndedItself
  if (isTainted && running === 0) {
    void sandbox?.then((old) => old.close()).catch(() => {}) // one that did not open holds nothing
    sandbox = spare = undefined
    isTainted = false
  }
  admit()
}

function admit(): void {
  while (!isTainted && running < AT_ONCE && queue.length > 0) {
    running++
    queue.shift()!()
  }
}

/** A fresh worker, ready to run, which no other program gets. */
export function takeWorker(): Promise<SandboxWorker> {
  // Once more, if it was lost with the frame in which the program before ran out of memory.
  return takeSpare().catch(takeSpare)
}

function takeSpare(): Promise<SandboxWorker> {
  const taken = prepareWorker()
  spare = undefined
  return taken
}

/** Prepares the worker of the next run. */
export function prepareWorker(): Promise<SandboxWorker> {
  if (spare) return spare
  const prepared = startWorker(forget)
  prepared.catch(forget)
  return (spare = prepared)

  function forget() {
    if (spare === prepared) spare = undefined
  }
}

async function startWorker(onLost: () => void): Promise<SandboxWorker> {
  const worker = (await livingSandbox()).startWorker()
  await new Promise<void>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('The worker did not start.')), STARTING)
    worker.onLost = (message) => {
      clearTimeout(late)
      onLost()
      reject(new Error(message))
    }
    worker.port.onmessage = ({ data }) => {
      clearTimeout(late)
      if (readMessage(data, new Meter()).type === 'ready') resolve()
    }
  })
  return worker
}

/** The sandbox of the page, opened anew if there is none or if it has died; one for all who ask meanwhile. */
async function livingSandbox(): Promise<Sandbox> {
  const known = sandbox
  const current = await known?.catch(() => undefined)
  if (!current?.isAlive && sandbox === known) sandbox = Sandbox.open()
  return sandbox!
}
