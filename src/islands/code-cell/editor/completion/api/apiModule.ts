import type { Plugin } from 'vite'
import { buildApi } from './buildApi.ts'

const name = 'virtual:cell-api'
const id = `\0${name}`

/** Vite plugin: the module `virtual:cell-api`, made from the sources whenever they are built. */
export function apiModule(): Plugin {
  return {
    name: 'cell-api',
    resolveId: (source) => (source === name ? id : undefined),
    load(module) {
      if (module !== id) return undefined
      const { api, sources } = buildApi()
      for (const source of sources) this.addWatchFile(source)
      // Parsed from a text, which browsers do faster than an object of the program.
      return `export default JSON.parse(${JSON.stringify(JSON.stringify(api))})`
    },
  }
}
