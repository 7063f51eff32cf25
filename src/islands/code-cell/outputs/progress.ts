import type { Language } from '../../../figures/kit/figure.ts'
import { strings } from '../strings.ts'
import { clipped, type Fields, Malformed } from './meter.ts'

/** How far a program has come, by its own account. It replaces the progress shown before, and so is not counted. */
export interface Progress {
  kind: 'progress'
  /** From 0 to 1. */
  share: number
  label: string
}

const LONGEST_LABEL = 200

export function readProgress({ share, label }: Fields): Progress {
  if (typeof share !== 'number' || Number.isNaN(share)) throw new Malformed()
  return {
    kind: 'progress',
    share: Math.min(1, Math.max(0, share)),
    label: clipped(label, LONGEST_LABEL),
  }
}

export function progressElement({ share, label }: Progress, language: Language): HTMLElement {
  const box = document.createElement('label')
  box.className = 'cell-progress'
  const bar = document.createElement('progress')
  bar.value = share
  box.append(label || strings.progress[language], bar, `${Math.floor(100 * share)}%`)
  return box
}
