import type { Language } from '../../../figures/kit/figure.ts'
import type { Output } from '../run/types.ts'
import { strings } from '../strings.ts'

/** How far a program has come, by its own account. */
export function progressElement(
  { share, label }: Extract<Output, { kind: 'progress' }>,
  language: Language,
): HTMLElement {
  const box = document.createElement('label')
  box.className = 'cell-progress'
  const bar = document.createElement('progress')
  bar.value = share
  box.append(label || strings.progress[language], bar, `${Math.floor(100 * share)}%`)
  return box
}
