import type { Output } from '../../outputs/index.ts'
import { format } from './inspect.ts'
import type { PlotScript } from './plot.ts'
import { tableOf } from './table.ts'

/** What a program shows things with; `show` gets what it shows. */
export function consoleFor(show: (output: Output) => void, plotScript: PlotScript | undefined) {
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
