/** A clock that can be paused. Times are in ms. */
export class Clock {
  #spent = 0
  #since: number | undefined

  get isRunning(): boolean {
    return this.#since !== undefined
  }

  /** Starts the clock, or goes on. */
  run(now: number): void {
    this.#since ??= now
  }

  pause(now: number): void {
    this.#spent = this.spent(now)
    this.#since = undefined
  }

  /** How long it has run so far. */
  spent(now: number): number {
    return this.#spent + (this.#since === undefined ? 0 : now - this.#since)
  }
}

/** A time as minutes and seconds; one that is over has a plus. */
export function clockText(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000)
  const size = Math.abs(seconds)
  return `${seconds < 0 ? '+' : ''}${Math.floor(size / 60)}:${String(size % 60).padStart(2, '0')}`
}
