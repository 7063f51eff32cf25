import { globSync, readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { SiteModules } from './sourceChecks/checkSources.ts'

/**
 * The figures of the site in plain Node, for commands that should answer at once: starting Vite takes them longer than
 * their work. Of what Vite adds, figures use the four things that are done here.
 *
 * @param root the root of the project
 * @returns What opens them, when they are first asked for.
 */
export function figuresOf(root: string): () => Promise<SiteModules> {
  const src = pathToFileURL(`${root}/src/`)
  const data = new URL('../content/data/', src)
  let modules: Promise<SiteModules> | undefined

  const load = async () => {
    const list = new URL('figures/index.ts', src).href
    registerHooks({
      resolve(specifier, context, next) {
        // The solver as it is, not as it is packed.
        if (specifier === 'shrinkage') return next(new URL('solver/index.ts', src).href, context)
        return next(specifier, context)
      },
      load(url, context, next) {
        const shortCircuit = true
        if (url.endsWith('?raw')) {
          const text = readFileSync(fileURLToPath(url.slice(0, -'?raw'.length)), 'utf8')
          return { format: 'module', source: exporting(JSON.stringify(text)), shortCircuit }
        }
        if (url.startsWith(data.href) && url.endsWith('.json')) {
          const text = readFileSync(fileURLToPath(url), 'utf8')
          return { format: 'module', source: exporting(text), shortCircuit }
        }
        const module = next(url, context)
        if (url !== list) return module
        return { ...module, source: withoutGlob(String(module.source), new URL('.', url)) }
      },
    })
    const parts = ['index', 'figureAt', 'numberOf', 'holds', 'guessAt'].map(
      (name) => import(new URL(`figures/${name}.ts`, src).href) as Promise<Partial<SiteModules>>,
    )
    return Object.assign({}, ...(await Promise.all(parts))) as SiteModules
  }
  return () => (modules ??= load())
}

const exporting = (value: string) => `export default ${value}`

/** The text of a module whose `import.meta.glob` of one pattern is written out, as Vite does. */
function withoutGlob(source: string, folder: URL): string {
  return source.replace(/import\.meta\.glob(?:<.*?>)?\('\.\/([^']+)'\)/, (_, pattern: string) => {
    const paths = globSync(pattern, { cwd: fileURLToPath(folder) })
    const entries = paths.map((path) => `./${path.replaceAll('\\', '/')}`)
    return `{ ${entries.map((path) => `'${path}': () => import('${path}')`).join(', ')} }`
  })
}
