import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { createInterface } from 'node:readline'
import { solverEnvironment } from './environment.ts'

/** A run that takes longer than this, in ms, is given up. */
const LONGEST = 60_000

/**
 * A solver in a process of its own. It solves its problem once and prints a line, then answers each line of its input
 * with the processor time of a run.
 */
export class SolverProcess {
  readonly #child
  readonly #lines
  readonly #errors

  /** @param command the program and its arguments */
  constructor([file, ...rest]: string[]) {
    this.#child = spawn(file, rest, { env: solverEnvironment() })
    this.#lines = createInterface({ input: this.#child.stdout })[Symbol.asyncIterator]()
    this.#errors = text(this.#child.stderr)
  }

  /** The line it prints when it has solved the problem; null if that took too long, and the process is at its end. */
  async solved(): Promise<string | null> {
    const timer = setTimeout(() => this.stop(), LONGEST)
    try {
      return await this.#nextLine()
    } catch (error) {
      if (this.#child.killed) return null
      throw error
    } finally {
      clearTimeout(timer)
    }
  }

  /** The processor time of a run in ms, which it measures now: see batches.ts. */
  async time(): Promise<number> {
    this.#child.stdin.write('\n')
    return Number(await this.#nextLine())
  }

  stop() {
    this.#child.kill()
  }

  /** @throws if the process ends without a line, with what it said of the reason */
  async #nextLine(): Promise<string> {
    const { value, done } = await this.#lines.next()
    if (done) throw new Error(`${this.#child.spawnargs.join(' ')} failed:\n${await this.#errors}`)
    return value
  }
}
