import guardUrl from './worker/guard.ts?worker&url'
import workerUrl from './worker/worker.ts?worker&url'

/** How long the browser may take to open the frame, in ms. */
const OPENING = 20_000
/** How often the frame is asked whether it is alive, in ms, and how many questions it may leave open. */
const PULSE = 500
const MOST_OPEN = 8

/** The browser's constructors that the worker's own code keeps, whatever a program gets in their place. */
const OWN = `ArrayBuffer, Int8Array, Uint8Array, Uint8ClampedArray, Int16Array, Uint16Array, Int32Array, Uint32Array,
  Float32Array, Float64Array, BigInt64Array, BigUint64Array, WebAssembly`

/** A message of the frame about one of its workers, or its pulse. */
interface Report {
  type: 'alive' | 'failed'
  id?: number
  message?: string
}

/** A worker in the frame, and the page's end of its line. */
export interface SandboxWorker {
  port: MessagePort
  /** Called when the worker is lost: its script failed, or the browser gave it up for want of memory. */
  onLost: ((message: string) => void) | undefined
  end(): void
}

/** The hidden frame in which programs run: of an opaque origin, under a policy of its own. */
export class Sandbox {
  readonly #element: HTMLIFrameElement
  readonly #port: MessagePort
  readonly #workers = new Map<number, SandboxWorker>()
  readonly #pulse: ReturnType<typeof setInterval>
  #lastId = 0
  #open = 0
  isAlive = true

  private constructor(element: HTMLIFrameElement, port: MessagePort) {
    this.#element = element
    this.#port = port
    port.onmessage = ({ data }: MessageEvent<Report>) => this.#hear(data)
    // Where browsers know this event, it comes as soon as the frame's process has died.
    port.addEventListener('close', () => this.close())
    this.#pulse = setInterval(() => this.#check(), PULSE)
  }

  static async open(): Promise<Sandbox> {
    const scripts = await workerScripts()
    const element = document.createElement('iframe')
    element.sandbox.add('allow-scripts')
    element.hidden = true
    element.src = `${import.meta.env.BASE_URL.replace(/\/?$/, '/')}sandbox.html`
    const loaded = new Promise<void>((resolve, reject) => {
      element.addEventListener('load', () => resolve(), { once: true })
      setTimeout(() => reject(new Error('The sandbox did not open.')), OPENING)
    })
    document.body.append(element)
    await loaded
    const { port1, port2 } = new MessageChannel()
    // An opaque origin has no name to send to.
    element.contentWindow?.postMessage(scripts, '*', [port2])
    return new Sandbox(element, port1)
  }

  startWorker(): SandboxWorker {
    const id = ++this.#lastId
    const { port1, port2 } = new MessageChannel()
    const worker: SandboxWorker = {
      port: port1,
      onLost: undefined,
      end: () => {
        port1.close()
        this.#workers.delete(id)
        this.#port.postMessage({ command: 'end', id })
      },
    }
    this.#workers.set(id, worker)
    this.#port.postMessage({ command: 'start', id }, [port2])
    return worker
  }

  /** Removes the frame, and with it all that runs in it. */
  close(): void {
    if (!this.isAlive) return
    this.isAlive = false
    clearInterval(this.#pulse)
    this.#port.close()
    this.#element.remove()
    for (const { onLost } of this.#workers.values()) onLost?.('')
  }

  #hear({ type, id, message = '' }: Report): void {
    this.#open = 0
    if (type === 'failed') this.#workers.get(id ?? 0)?.onLost?.(message)
  }

  /** A frame that hangs, or whose process has died, says nothing more. */
  #check(): void {
    if (this.#open >= MOST_OPEN) return this.close()
    this.#open++
    this.#port.postMessage({ command: 'ping' })
  }
}

let scripts: Promise<{ program: string; guard: string }> | undefined

/** The scripts of the workers, fetched once: without the network, too, a new frame can be opened. */
function workerScripts(): Promise<{ program: string; guard: string }> {
  scripts ??= Promise.all([fetchText(workerUrl), fetchText(guardUrl)]).then(([program, guard]) => ({
    // Strict: no function tells a program who called it, and with what.
    program: `'use strict'; { const { ${OWN} } = globalThis; ${program}\n}`,
    guard: `'use strict'; ${guard}`,
  }))
  scripts.catch(() => (scripts = undefined))
  return scripts
}

/** @throws Error if the file cannot be fetched. */
export async function fetchText(address: string): Promise<string> {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`${address}: ${response.status}`)
  return response.text()
}
