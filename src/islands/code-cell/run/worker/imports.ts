import * as shrinkage from 'shrinkage'
import type { Failure } from '../../outputs/failure.ts'
import type { CompiledImport } from '../compile.ts'
import { GRADERS, type Modules } from '../importable.ts'
import type { RunMessage } from '../protocol.ts'
import { nearest } from './nearest.ts'
import type { PlotScript } from './plot.ts'

/**
 * All that a program may import.
 *
 * @throws ShrinkageError for a table of the reader's that is not one
 */
export function modulesFor(
  { data, tables }: RunMessage,
  plot: PlotScript | undefined,
  graders: object | undefined,
): Modules {
  const defaults = Object.entries({
    ...data,
    ...Object.fromEntries(
      Object.entries(tables).map(([name, text]) => [name, shrinkage.readNumericTable(text)]),
    ),
  }).map(([name, table]) => [name, { default: table }])
  return {
    shrinkage,
    ...(plot && { '@observablehq/plot': plot.Plot }),
    ...(graders && { [GRADERS]: graders }),
    ...Object.fromEntries(defaults),
  }
}

/** Why the imports of a program cannot be met: a name that its module does not have. */
export function missingName(
  imports: readonly CompiledImport[],
  modules: Modules,
): Failure | undefined {
  for (const { module, names, place } of imports) {
    const exports = modules[module] ?? {}
    for (const { exported } of names) {
      if (exported === '*' || exported in exports) continue
      const alike = nearest(exported, Object.keys(exports))
      const hint = alike ? ` Did you mean ${alike}?` : ''
      const what = exported === 'default' ? 'default export' : `export ${exported}`
      return { code: 'unknown-import', message: `'${module}' has no ${what}.${hint}`, ...place }
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
