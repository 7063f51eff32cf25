import type { ViteDevServer } from 'vite'
import type { SiteModules } from './sourceChecks/checkSources.ts'

/**
 * Opens Vite, which resolves the imports of the site, for code that runs outside a page.
 *
 * @param root the root of the project
 * @param use receives the server, which is closed afterwards
 */
export async function withVite<T>(
  root: string,
  use: (server: ViteDevServer) => Promise<T>,
): Promise<T> {
  const server = await startVite(root)
  try {
    return await use(server)
  } finally {
    await server.close()
  }
}

/**
 * Starts Vite without a site to serve.
 *
 * @param root the root of the project
 */
export async function startVite(root: string): Promise<ViteDevServer> {
  const { createServer } = await import('vite')
  return createServer({
    root,
    configFile: false,
    logLevel: 'error',
    appType: 'custom',
    server: { middlewareMode: true, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
    resolve: { tsconfigPaths: true },
  })
}

/**
 * The figures of the site, run outside of a page. Vite starts when they are first asked for.
 *
 * @param root the root of the project
 * @param use receives the figures; the server is closed afterwards
 */
export async function withSiteModules<T>(
  root: string,
  use: (open: () => Promise<SiteModules>) => Promise<T>,
): Promise<T> {
  let server: Promise<ViteDevServer> | undefined
  let modules: Promise<SiteModules> | undefined
  const load = async () => {
    server = startVite(root)
    const vite = await server
    const parts = ['index', 'figureAt', 'numberOf', 'holds', 'guessAt'].map((name) =>
      vite.ssrLoadModule(`/src/figures/${name}.ts`),
    )
    return Object.assign({}, ...(await Promise.all(parts))) as SiteModules
  }
  try {
    return await use(() => (modules ??= load()))
  } finally {
    await (await server)?.close()
  }
}
