import { TABLES, keep, kept } from '../shared/tabStorage.ts'
import type { OwnTable } from './tableCard.ts'

/** More is not kept: browsers refuse it, and writing it would hold up the page. */
const MOST = 2_000_000

/** A table as the tab keeps it. */
export type KeptTable = Pick<OwnTable, 'name' | 'leftOut' | 'csv'>

/** Keeps tables until the tab is closed; false if the browser does not. */
export function keepTables(tables: readonly OwnTable[]): boolean {
  const size = tables.reduce((sum, { csv }) => sum + csv.length, 0)
  const plain = tables.map(({ name, leftOut, csv }): KeptTable => ({ name, leftOut, csv }))
  return keep(TABLES, size > MOST ? '[]' : JSON.stringify(plain)) && size <= MOST
}

/** The tables that were kept. What is not as it should be is left out: another version may have written it. */
export function keptTables(): KeptTable[] {
  try {
    const stored: unknown = JSON.parse(kept(TABLES) ?? '[]')
    return Array.isArray(stored) ? stored.flatMap(tableOf) : []
  } catch {
    return []
  }
}

function tableOf(stored: unknown): KeptTable[] {
  if (stored === null || typeof stored !== 'object') return []
  const { name, csv, leftOut } = stored as Record<string, unknown>
  if (typeof name !== 'string' || typeof csv !== 'string') return []
  const names = Array.isArray(leftOut) ? leftOut.filter((one) => typeof one === 'string') : []
  return [{ name, csv, leftOut: names }]
}
