import type { Page } from '@playwright/test'
import { encodeCode } from '../../src/islands/code-cell/share.ts'
import { SAMPLE } from './pages.ts'

/** How a run in a cell ended, as its event `cell-ended` tells. */
export interface Ended {
  failure?: { code: string; message: string; line?: number; column?: number }
  duration: number
  /** What the cell then shows as printed. */
  printed: string
}

/** Ids of two cells of the sample page. */
export const [usualCell, quickCell] = ['twin-features', 'quick'] as const
/** How long the quick one may run, in ms. */
export const QUICK_LIMIT = 800

/** Path and hash that open a cell with this code in it. */
export const addressWith = async (code: string, id: string = usualCell): Promise<string> =>
  `${SAMPLE}#${id}.code=${await encodeCode(code)}`

/** To be called in a page: whether the cell has taken the code of a link. */
export const hasLinkedCode = (id: string): boolean =>
  document.getElementById(id)?.querySelector('[data-notice]')?.textContent !== ''

/** To be called in a page: runs the code of the cell as a reader does, and waits for its end. */
export function pressRun(id: string): Promise<Ended> {
  const cell = document.getElementById(id)!
  return new Promise((resolve) => {
    const onEnd = (event: Event) => {
      const { outcome } = (event as CustomEvent<{ outcome: Omit<Ended, 'printed'> }>).detail
      const printed = cell.querySelector('.cell-print')?.textContent ?? ''
      resolve({ ...outcome, printed: printed.replace(/\n$/, '') })
    }
    cell.addEventListener('cell-ended', onEnd, { once: true })
    cell.querySelector<HTMLButtonElement>('[data-action="run"]')!.click()
  })
}

/**
 * Counts the runs that end on a page. Runs take turns: once one that was asked for has ended, so has any that began
 * by itself before it. Call it before the first page opens.
 */
export async function countRuns(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    const counting = window as Window & { runs?: number }
    counting.runs = 0
    addEventListener('cell-ended', () => counting.runs!++, true)
  })
  return () => page.evaluate(() => (window as Window & { runs?: number }).runs!)
}
