/**
 * The program that a cell starts from. In the cell of a figure it is that of the figure's present state: code that the
 * reader has not changed follows it, code that the reader has changed may be behind it.
 */
export class StartingProgram {
  #program: string
  /** What the code on show was made from; undefined while that is not known. */
  #base: string | undefined

  constructor(program: string) {
    this.#program = this.#base = program
  }

  get text(): string {
    return this.#program
  }

  /** Takes another program; true if the code on show follows it. */
  move(program: string, code: string): boolean {
    const follows = code === this.#base
    this.#program = program
    if (follows) this.#base = program
    else this.#base ??= program
    return follows
  }

  /** The code on show was made from the present program or, unless that is known, from the next. */
  restart(isKnown = true): void {
    this.#base = isKnown ? this.#program : undefined
  }

  /** Whether the code on show is the reader's, made from another program than the present one. */
  isBehind(code: string): boolean {
    return this.#base !== undefined && this.#base !== this.#program && code !== this.#program
  }
}
