import { readdirSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The components in a folder of `src/components`, by name.
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
