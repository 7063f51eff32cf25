/**
 * The time that tasks have in a frame, in ms: half of one at 120 a second. The other half is the browser's, for style,
 * layout and paint.
 */
export const SHARE = 4

/** The least that is expected of a task, as a share of what was expected of it before. */
const KEPT = 0.9

type Task = () => void

/** Tasks that may take longer than a frame together: each frame has time for some of them, the longest waiting first. */
export class Turns {
  /** How long tasks take, in ms. */
  readonly #durations = new Map<Task, number>()
  readonly #due = new Set<Task>()

  get isDone(): boolean {
    return this.#due.size === 0
  }

  isDue(task: Task): boolean {
    return this.#due.has(task)
  }

  /**
   * Makes tasks due. One that is due already keeps its turn.
   *
   * @param longest leaves out tasks that take longer, in ms
   */
  add(tasks: readonly Task[], longest = Infinity) {
    for (const task of tasks) if (this.#durationOf(task) <= longest) this.#due.add(task)
  }

  /** Does as many of the tasks that are due as a frame has time for, and at least one. */
  take() {
    const start = performance.now()
    for (const task of this.#due) {
      this.#do(task)
      const [next] = this.#due
      if (next && performance.now() - start + this.#durationOf(next) > SHARE) break
    }
  }

  /** Does all tasks that are due. */
  finish() {
    for (const task of this.#due) this.#do(task)
  }

  #do(task: Task) {
    this.#due.delete(task)
    const start = performance.now()
    task()
    // What it took before is forgotten slowly: often there is nothing new to draw.
    const least = KEPT * this.#durationOf(task)
    this.#durations.set(task, Math.max(least, performance.now() - start))
  }

  #durationOf(task: Task): number {
    return this.#durations.get(task) ?? 0
  }
}
