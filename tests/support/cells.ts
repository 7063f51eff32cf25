import { readFileSync } from 'node:fs'
import { encodeCode } from '../../src/islands/code-cell/share.ts'
import { paths } from './pages.ts'

/** How a run in a cell ended, as its event `cell-ended` tells. */
export interface Ended {
  failure?: { code: string; message: string; line?: number; column?: number }
  duration: number
  /** What the cell then shows as printed. */
  printed: string
}

/** A cell of the built site that has no checks: the path of its page, and its id. */
export const someCell = ((): { path: string; id: string } => {
  for (const path of paths) {
    const html = readFileSync(`dist/${path.endsWith('.html') ? path : `${path}index.html`}`, 'utf8')
    const id = /<code-cell[^>]* id="((?!challenge-)[^"]+)"/.exec(html)?.[1]
    if (id) return { path, id }
  }
  throw new Error('No page of the built site has a cell.')
})()

/** Path and hash that open the cell with this code in it. */
export const addressWith = async (code: string): Promise<string> =>
  `${someCell.path}#${someCell.id}.code=${await encodeCode(code)}`

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
