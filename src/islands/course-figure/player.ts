import type { NumberParameter } from '../../figures/kit/figure.ts'

const SECONDS = 8

/** Runs a time-like parameter from its current value to its maximum, or from its minimum if it is at the maximum. */
export class Player {
  #frame = 0
  #timer = 0
  readonly #parameter: NumberParameter
  readonly #set: (value: number) => void
  readonly #stopped: () => void

  constructor(parameter: NumberParameter, set: (value: number) => void, stopped: () => void) {
    this.#parameter = parameter
    this.#set = set
    this.#stopped = stopped
  }

  get playing() {
    return this.#frame !== 0 || this.#timer !== 0
  }

  play(from: number) {
    const { min, max, scale } = this.#parameter
    const log = scale === 'log'
    const [low, high] = log ? [Math.log(min), Math.log(max)] : [min, max]
    const here = log ? Math.log(from) : from
    const start = here >= high ? 0 : (here - low) / (high - low)
    const show = (share: number) => {
      const travel = low + (high - low) * Math.min(1, start + share)
      this.#set(log ? Math.exp(travel) : travel)
      if (start + share >= 1) this.stop()
    }
    // With reduced motion, the same run in twenty still pictures.
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) {
      let still = 0
      this.#timer = window.setInterval(() => show(++still / 20), 500)
      return
    }
    const begin = performance.now()
    const tick = (now: number) => {
      this.#frame = requestAnimationFrame(tick)
      show(Math.max(0, now - begin) / 1000 / SECONDS)
    }
    this.#frame = requestAnimationFrame(tick)
  }

  stop() {
    if (!this.playing) return
    cancelAnimationFrame(this.#frame)
    clearInterval(this.#timer)
    this.#frame = this.#timer = 0
    this.#stopped()
  }
}
