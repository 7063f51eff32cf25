import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, globSync } from 'node:fs'
import { once } from 'node:events'

const DRIVER = '/usr/bin/WebKitWebDriver'
const SCREEN = '/usr/bin/Xvfb'
const PORT = 4331

/** The small browser that comes with WebKitGTK; undefined unless it, its driver and a screen for it are installed. */
export const webkitProgram: string | undefined = [DRIVER, SCREEN].every((path) => existsSync(path))
  ? globSync('/usr/lib/*/webkit2gtk-4*/MiniBrowser')[0]
  : undefined

/** A WebKit that is driven by the WebDriver protocol itself: no library drives the one that Debian ships. */
export class WebKit {
  readonly #processes: ChildProcess[]
  readonly #session: string

  private constructor(processes: ChildProcess[], session: string) {
    this.#processes = processes
    this.#session = session
  }

  /** Starts a screen, the driver and a browser. */
  static async launch(): Promise<WebKit> {
    const screen = spawn(SCREEN, ['-displayfd', '1', '-nolisten', 'tcp'])
    const [number] = (await once(screen.stdout, 'data')) as [Buffer]
    const env = { ...process.env, DISPLAY: `:${String(number).trim()}` }
    const driver = spawn(DRIVER, [`--port=${PORT}`], { env, stdio: 'ignore' })
    const browser = { binary: webkitProgram, args: ['--automation'] }
    const alwaysMatch = { 'webkitgtk:browserOptions': browser }
    for (;;) {
      try {
        const { sessionId } = await post('/session', { capabilities: { alwaysMatch } })
        await post(`/session/${sessionId}/timeouts`, { script: 60_000 })
        return new WebKit([driver, screen], sessionId)
      } catch (error) {
        // The driver is not listening yet.
        if (!(error instanceof TypeError)) throw error
        await new Promise((done) => setTimeout(done, 100))
      }
    }
  }

  async goto(url: string): Promise<void> {
    // A new hash alone would not load the page again.
    await post(`/session/${this.#session}/url`, { url: 'about:blank' })
    await post(`/session/${this.#session}/url`, { url })
  }

  /** Calls a function in the page, and gives what it, or its promise, comes to. */
  evaluate<T, A>(compute: (argument: A) => T | Promise<T>, argument: A): Promise<T> {
    const script = `const done = arguments[1]; Promise.resolve((${compute})(arguments[0])).then(done)`
    return post(`/session/${this.#session}/execute/async`, { script, args: [argument] })
  }

  async close(): Promise<void> {
    await fetch(`http://127.0.0.1:${PORT}/session/${this.#session}`, { method: 'DELETE' })
    for (const process of this.#processes) process.kill()
  }
}

async function post(path: string, body: object) {
  const response = await fetch(`http://127.0.0.1:${PORT}${path}`, {
    method: 'POST',
    body: JSON.stringify(body),
  })
  const { value } = await response.json()
  if (!response.ok) throw new Error(`WebDriver: ${value.error}, ${value.message}`)
  return value
}
