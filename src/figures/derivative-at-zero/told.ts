import { fixed, scientific } from '../kit/format.ts'

/** A weight in three decimals, unless they would make it look like 0. */
export function told(w: number): string {
  if (w === 0) return '0'
  if (Math.abs(w) >= 0.0005) return fixed(w, 3)
  return `${w < 0 ? '−' : ''}${scientific(Math.abs(w))}`
}
