import { readdirSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The components that lie in a folder of `src/components`, each under its name.
 *
 * @returns The path of each module from the root of the project: `{ Figure: '/src/components/chapter/Figure.astro' }`
 */
export function componentsIn(folder: string): Record<string, string> {
  const path = join('src/components', folder)
  const files = readdirSync(path).filter((file) => file.endsWith('.astro'))
  return Object.fromEntries(
    files.map((file) => [file.slice(0, -'.astro'.length), `/${path}/${file}`]),
  )
}
