import type { Entry } from './api/api.ts'
import { entryOfDefinition } from './complete.ts'
import { definitionOf } from './definition.ts'
import { entryOfImport, entryOfName, shapeOf, shapeOfTarget, shapeWanted } from './infer.ts'
import { memberOf, textOf, type ParsedProgram } from './parsedProgram.ts'

/** What is known of the word at a place, and where the word is. */
export function entryAt(
  program: ParsedProgram,
  position: number,
  side: -1 | 0 | 1,
): { from: number; to: number; entry: Entry } | undefined {
  const node = program.tree.resolveInner(position, side)
  const parent = node.parent
  const name = textOf(program, node)
  const entry = (): Entry | undefined => {
    switch (node.name) {
      case 'VariableDefinition':
        return entryOfDefinition(program, node)
      case 'VariableName': {
        // The first of the two names in an import that renames.
        if (parent?.name === 'ImportGroup' && node.nextSibling?.nextSibling) {
          return entryOfImport(program, node.nextSibling.nextSibling)
        }
        const definition = definitionOf(program, node)
        return definition ? entryOfDefinition(program, definition) : entryOfName(program, node)
      }
      case 'TypeName':
        return program.api.modules['shrinkage'].find((known) => known.name === name)
      case 'PropertyName':
        return parent?.name === 'PatternProperty'
          ? memberOf(
              program,
              parent.parent ? shapeOfTarget(program, parent.parent) : undefined,
              name,
            )
          : memberOf(program, shapeOf(program, parent?.firstChild ?? null), name)
      case 'PropertyDefinition':
        return memberOf(
          program,
          parent?.parent ? shapeWanted(program, parent.parent) : undefined,
          name,
        )
    }
    return undefined
  }
  const known = entry()
  return known && { from: node.from, to: node.to, entry: known }
}
