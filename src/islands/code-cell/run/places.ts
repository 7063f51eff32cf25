import { decode } from '@jridgewell/sourcemap-codec'

/** Line and column, both from 1; columns count UTF-16 units, as engines and editors do. */
export interface Place {
  line: number
  column: number
}

/** Finds where a place of the compiled program stood in what was written; `mappings` as in a source map. */
export function sourcePlaces(mappings: string): (place: Place) => Place {
  const lines = decode(mappings)
  return ({ line, column }) => {
    const segments = lines[line - 1] ?? []
    const before = segments.findLast(([generated]) => generated <= column - 1)
    if (before?.[3] === undefined) return { line, column }
    return { line, column: before[3] + column - before[0] }
  }
}

/** The place of a position in a text. */
export function placeOf(text: string, position: number): Place {
  const before = text.slice(0, position)
  const line = before.split('\n').length
  return { line, column: position - before.lastIndexOf('\n') }
}
