import { loadTable, tableOf } from '../../../figures/kit/tables.ts'
import { DATA_SETS } from './importable.ts'

/** Loads those of the course's data sets that are among these modules: what `import … from 'data/…'` gives. */
export async function loadDataSets(modules: readonly string[]): Promise<Record<string, unknown>> {
  const wanted = DATA_SETS.filter((name) => modules.includes(`data/${name}`))
  const entries = wanted.map(async (name) => {
    if (name === 'novels') {
      const { default: novels } = await import('../../../../content/data/novels.json')
      return [`data/${name}`, novels]
    }
    await loadTable(name)
    return [`data/${name}`, tableOf(name)]
  })
  return Object.fromEntries(await Promise.all(entries))
}
