import { readCheck, type Check } from './check.ts'
import { fieldsOf, Malformed, type Meter } from './meter.ts'
import { readPlot, type Plot } from './plot.ts'
import { readPrint, type Print } from './print.ts'
import { readProgress, type Progress } from './progress.ts'
import { readTable, type Table } from './table.ts'

/** What a program shows, in the order in which it shows it. */
export type Output = Print | Table | Plot | Progress | Check

/** A copy of an output that has come as a message. @throws Malformed or TooMuchOutput */
export function readOutput(value: unknown, meter: Meter): Output {
  const fields = fieldsOf(value)
  if (fields['kind'] === 'progress') return readProgress(fields)
  meter.output()
  switch (fields['kind']) {
    case 'print':
      return readPrint(fields, meter)
    case 'table':
      return readTable(fields, meter)
    case 'plot':
      return readPlot(fields, meter)
    case 'check':
      return readCheck(fields, meter)
    default:
      throw new Malformed()
  }
}
