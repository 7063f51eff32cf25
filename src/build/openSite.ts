import { createServer, type ViteDevServer } from 'vite'
import type { SiteModules } from './sourceChecks/checkSources.ts'

/**
 * Vite, which knows the site's ways to import, for what runs outside of a page.
 *
 * @param root the root of the project
 * @param use what to do with it; it is closed afterwards
 */
export async function withVite<T>(
  root: string,
  use: (server: ViteDevServer) => Promise<T>,
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
    return await use(server)
  } finally {
    await server.close()
  }
}

/**
 * The figures of the site, run outside of a page.
 *
 * @param root the root of the project
 * @param use what to do with them; they are closed afterwards
 */
export const withSiteModules = <T>(
  root: string,
  use: (open: () => Promise<SiteModules>) => Promise<T>,
): Promise<T> =>
  withVite(root, (server) =>
    use(async () => {
      const modules = ['index', 'figureAt', 'numberOf', 'holds'].map((name) =>
        server.ssrLoadModule(`/src/figures/${name}.ts`),
      )
      return Object.assign({}, ...(await Promise.all(modules))) as SiteModules
    }),
  )
