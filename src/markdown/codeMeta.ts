/** The properties of a cell that an author writes after the word `run`. */
export interface CellMeta {
  id?: string
  title?: string
  /** The fault, as a sentence. */
  problem?: string
}

const NAMES = ['id', 'title'] as const
const WORD = /([^\s=]+)(?:=("[^"]*"|[^\s"]*))?(?=\s|$)|\S+/g

/**
 * Parses the words after ` ```ts `.
 *
 * @example
 * readMeta('run title="A first path" id=first-path') // { title: 'A first path', id: 'first-path' }
 */
export function readMeta(meta: string): CellMeta {
  const cell: CellMeta = {}
  for (const [word, name, quoted] of [...meta.matchAll(WORD)].slice(1)) {
    const known = NAMES.find((candidate) => candidate === name)
    const value = quoted?.replace(/^"(.*)"$/, '$1')
    if (!known || !value) {
      return {
        ...cell,
        problem: `“${word}” says nothing about a cell: title="…" or id=… may follow`,
      }
    }
    if (cell[known] !== undefined) return { ...cell, problem: `the ${known} is given twice` }
    cell[known] = value
  }
  if (cell.id !== undefined && !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(cell.id)) {
    const problem = `the cell id “${cell.id}” is not made of lowercase words, digits and single hyphens`
    return { ...cell, problem }
  }
  return cell
}
