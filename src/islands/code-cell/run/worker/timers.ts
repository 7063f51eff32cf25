/** Between the last that a program does and its end, in ms. */
const GRACE = 4

type Callback = (...values: unknown[]) => void

/**
 * Puts timers in the place of the browser's that are counted: a program is at its end when its last line has run and no
 * timer of it is left. An error that a callback throws goes to `fail`.
 *
 * @returns `whenIdle`, which calls back as soon as no timer is left.
 */
export function countTimers(scope: typeof globalThis, fail: (error: unknown) => void) {
  const native = {
    setTimeout: scope.setTimeout.bind(scope),
    setInterval: scope.setInterval.bind(scope),
    clear: scope.clearTimeout.bind(scope),
  }
  // Without methods, which a program could replace: nothing of its own may run between its end and its worker's.
  const pending = Object.create(null) as Record<number, true>
  let left = 0
  let whenDone: (() => void) | undefined

  // What the last timer set off has its turn before the end, and so has word of a promise that nobody heard fail.
  const settle = () =>
    native.setTimeout(() => native.setTimeout(() => left === 0 && whenDone?.(), GRACE), 0)

  const take = (id: number) => {
    if (!pending[id]) return false
    delete pending[id]
    left--
    return true
  }
  const add =
    (start: (callback: Callback, delay?: number) => unknown, repeats: boolean) =>
    (callback: unknown, delay?: number, ...values: unknown[]): number => {
      if (typeof callback !== 'function') throw new TypeError('A timer takes a function.')
      const id = start(() => {
        if (!repeats) take(id)
        try {
          ;(callback as Callback)(...values)
        } catch (error) {
          fail(error)
        }
        settle()
      }, Number(delay)) as number
      pending[id] = true
      left++
      return id
    }
  const clear = (id?: unknown) => {
    const number = Number(id)
    native.clear(number)
    if (take(number)) settle()
  }
  Object.assign(scope, {
    setTimeout: add(native.setTimeout, false),
    setInterval: add(native.setInterval, true),
    clearTimeout: clear,
    clearInterval: clear,
  })
  return {
    whenIdle(done: () => void) {
      whenDone = done
      settle()
    },
  }
}
