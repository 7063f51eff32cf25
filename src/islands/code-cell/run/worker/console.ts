import type { Output } from '../types.ts'
import { format } from './inspect.ts'
import { TooMuchOutput } from './outbox.ts'
import type { PlotScript } from './plot.ts'
import { tableOf } from './table.ts'

/**
 * What a program shows things with. `stopFor` ends the program at once when it shows too much, so that it cannot go on
 * by catching the error.
 */
export function globalsFor(
  add: (output: Output) => void,
  plotScript: PlotScript | undefined,
  stopFor: (error: unknown) => never,
) {
  const show = (output: Output) => {
    try {
      add(output)
    } catch (error) {
      if (error instanceof TooMuchOutput) stopFor(error)
      throw error
    }
  }
  const print = (...values: unknown[]) =>
    show({ kind: 'print', text: values.map(format).join(' ') })
  const table = (data: unknown) => show(tableOf(data))
  const plot = (options: unknown) => {
    if (!plotScript) throw new TypeError('plot is not at hand: write its name in the program.')
    show({ kind: 'plot', svg: plotScript.draw(options) })
  }
  const progress = (share: unknown, label: unknown = '') => {
    if (typeof share !== 'number' || Number.isNaN(share)) {
      throw new TypeError(`progress() takes a share from 0 to 1, not ${format(share)}.`)
    }
    show({ kind: 'progress', share: Math.min(1, Math.max(0, share)), label: String(label) })
  }
  const check = (condition: unknown, message: unknown) =>
    show({ kind: 'check', passed: Boolean(condition), message: String(message) })
  const console = { log: print, info: print, debug: print, warn: print, error: print, table }
  return { print, table, plot, progress, check, console }
}
