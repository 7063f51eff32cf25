import * as shrinkage from 'shrinkage'
import type { RunMessage, WorkerFailure } from '../protocol.ts'
import type { Modules } from '../importable.ts'
import { nearest } from './nearest.ts'
import type { PlotScript } from './plot.ts'

/**
 * All that a program may import.
 *
 * @throws ShrinkageError for a table of the reader's that is not one
 */
export function modulesFor({ data, tables }: RunMessage, plot: PlotScript | undefined): Modules {
  const defaults = Object.entries({
    ...data,
    ...Object.fromEntries(
      Object.entries(tables).map(([name, text]) => [name, shrinkage.readNumericTable(text)]),
    ),
  }).map(([name, table]) => [name, { default: table }])
  return {
    shrinkage,
    ...(plot && { '@observablehq/plot': plot.Plot }),
    ...Object.fromEntries(defaults),
  }
}

/** Why the imports of a program cannot be met: a name that its module does not have. */
export function missingName(
  imports: RunMessage['imports'],
  modules: Modules,
): WorkerFailure | undefined {
  for (const [index, { module, names }] of imports.entries()) {
    for (const { exported } of names) {
      if (exported === '*' || exported in modules[module]) continue
      const alike = nearest(exported, Object.keys(modules[module]))
      const hint = alike ? ` Did you mean ${alike}?` : ''
      const what = exported === 'default' ? 'default export' : `export ${exported}`
      const message = `'${module}' has no ${what}.${hint}`
      return { code: 'unknown-import', message, places: [], import: index }
    }
  }
  return undefined
}

/** What `import()` is in a program. */
export const loader = (modules: Modules) => async (name: unknown) => {
  const module = Object.hasOwn(modules, String(name)) && modules[String(name)]
  if (module) return module
  throw new TypeError(
    `There is no module '${name}' here; import() takes the name of one in quotes, so that it is at hand.`,
  )
}
