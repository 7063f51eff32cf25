import { loadTable, tableOf } from '../../../figures/kit/tables.ts'

/** What a program may import, besides the reader's own tables. */
export const LIBRARIES = ['shrinkage', '@observablehq/plot'] as const
export const DATA_SETS = ['diabetes', 'prostate', 'novels'] as const

/** What the checks of a coding task import, besides: no program needs it, and no message names it. */
export const GRADERS = 'course/graders'

/** A module by its name, with its exports: a data set has one, `default`. */
export type Modules = Readonly<Record<string, object>>

/** All names that a program with tables of these names may import. */
export const importable = (tables: readonly string[]): string[] => [
  ...LIBRARIES,
  ...[...DATA_SETS, ...tables].map((name) => `data/${name}`),
]

/** Loads those of the course's data sets that a text names as modules: their values by the names of the modules. */
export async function loadDataSets(text: string): Promise<Record<string, unknown>> {
  const named = DATA_SETS.filter((name) => text.includes(`data/${name}`))
  const entries = named.map(async (name) => {
    if (name === 'novels') {
      const { default: novels } = await import('../../../../content/data/novels.json')
      return [`data/${name}`, novels]
    }
    await loadTable(name)
    return [`data/${name}`, tableOf(name)]
  })
  return Object.fromEntries(await Promise.all(entries))
}
