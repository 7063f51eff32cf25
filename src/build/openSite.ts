import { createServer } from 'vite'
import type { SiteModules } from './sourceChecks/checkSources.ts'

/**
 * The figures of the site, run outside of a page by Vite, which knows their ways to import.
 *
 * @param root the root of the project
 * @param use what to do with them; they are closed afterwards
 */
export async function withSiteModules<T>(
  root: string,
  use: (open: () => Promise<SiteModules>) => Promise<T>,
): Promise<T> {
  const server = await createServer({
    root,
    configFile: false,
    logLevel: 'error',
    appType: 'custom',
    server: { middlewareMode: true, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
    resolve: { tsconfigPaths: true },
  })
  try {
    return await use(async () => {
      const modules = ['index', 'figureAt', 'numberOf'].map((name) =>
        server.ssrLoadModule(`/src/figures/${name}.ts`),
      )
      return Object.assign({}, ...(await Promise.all(modules))) as SiteModules
    })
  } finally {
    await server.close()
  }
}
