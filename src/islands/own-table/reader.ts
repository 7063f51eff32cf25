import type { Choices, Reading } from './reading/reading.ts'
import type { Source } from './reading/read.ts'
import type { Answer, Request } from './reading/worker.ts'

/** Reads tables in a worker: one at a time, the last one asked for. */
export class Reader {
  #worker: Worker | undefined
  #settle: { resolve(answer: Answer): void; reject(error: Error): void } | undefined
  #source: Source = ''

  constructor() {
    this.#started() // so that tables are read without the network, too
  }

  /** Reads a source from the beginning. */
  read(source: Source, choices: Choices = {}): Promise<Reading> {
    this.#source = source
    return this.#reading({ source, choices })
  }

  /** Reads the same source with other choices. */
  reread(choices: Choices): Promise<Reading> {
    return this.#worker && !this.#settle
      ? this.#reading({ choices })
      : this.read(this.#source, choices)
  }

  /** Opens tables that were kept as CSV; undefined for one that is none. */
  async open(kept: readonly string[]) {
    const answer = await this.#ask({ kept })
    return 'tables' in answer ? answer.tables : []
  }

  async #reading(request: Request): Promise<Reading> {
    const answer = await this.#ask(request)
    if ('reading' in answer) return answer.reading
    throw new Error('failure' in answer ? answer.failure : 'The table was not read.')
  }

  #ask(request: Request): Promise<Answer> {
    if (this.#settle) this.#end(new Superseded())
    const worker = this.#started()
    return new Promise((resolve, reject) => {
      this.#settle = { resolve, reject }
      worker.postMessage(request)
    })
  }

  #started(): Worker {
    if (this.#worker) return this.#worker
    const worker = new Worker(new URL('./reading/worker.ts', import.meta.url), { type: 'module' })
    worker.onmessage = ({ data }: MessageEvent<Answer>) => {
      const settle = this.#settle
      this.#settle = undefined
      settle?.resolve(data)
    }
    worker.onerror = () => {
      if (worker === this.#worker) this.#end(new Error('The worker was not loaded, or it ended.'))
    }
    return (this.#worker = worker)
  }

  #end(reason: Error) {
    this.#worker?.terminate()
    this.#worker = undefined
    const settle = this.#settle
    this.#settle = undefined
    settle?.reject(reason)
  }
}

/** A reading that another one has taken the place of. */
export class Superseded extends Error {}
