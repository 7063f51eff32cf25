import type { Penalty } from './penalty.ts'

/** The colour that a penalty has everywhere in the course. */
export function penaltyColor(kind: Penalty['kind']): string {
  const names = { l1: '--dc-l1', l2: '--dc-l2', 'elastic-net': '--dc-elastic', lq: '--dc-ink' }
  return `var(${names[kind]})`
}
