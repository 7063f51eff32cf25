import type { Point } from '../figure.ts'
import { text } from '../marks.ts'
import type { Penalty } from './penalty.ts'

/** The colour that a penalty has everywhere in the course. */
export function penaltyColor(kind: Penalty['kind']): string {
  const names = { l1: '--dc-l1', l2: '--dc-l2', 'elastic-net': '--dc-elastic', lq: '--dc-ink' }
  return `var(${names[kind]})`
}

export const LOSS = 'var(--dc-loss)'
export const INK = 'var(--dc-ink)'
export const HALO = { stroke: 'var(--dc-surface)', strokeWidth: 4, paintOrder: 'stroke' } as const

/** Words beside a point, offset in pixels, legible on whatever lies below. */
export function label(at: Point, words: string, [dx, dy]: Point, fill: string) {
  const options = { text: () => words, dx, dy, fill, fontSize: 14, fontWeight: 600 }
  return text([at], { ...options, ...HALO })
}
