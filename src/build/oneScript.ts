import { glob, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'

/** A script that only loads the one that all pages share; see `codeSplitting` in astro.config.mjs. */
const FACADE = /^import\s*"\.\/(page\.[\w-]+\.js)";?\s*$/

/**
 * Astro integration: lets pages load the script that they share by itself, not by way of a script for each component
 * that is part of it.
 */
export function oneScript(): AstroIntegration {
  return {
    name: 'one-script',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const site = fileURLToPath(dir)
        const facades = new Map<string, string>()
        for await (const file of glob('_astro/*.js', { cwd: site })) {
          const [, shared] = FACADE.exec(await readFile(join(site, file), 'utf8')) ?? []
          if (shared) facades.set(file.replace(/^.*[\\/]/, ''), shared)
        }
        let count = 0
        for await (const page of glob('**/*.html', { cwd: site })) {
          const path = join(site, page)
          const html = await readFile(path, 'utf8')
          const lean = withOneScript(html, facades)
          if (lean !== html) await writeFile(path, lean)
          count += lean === html ? 0 : 1
        }
        logger.info(`${count} pages load one script in place of ${facades.size}`)
      },
    },
  }
}

/**
 * Puts the shared script in the place of the first script that only loads it, and leaves out the others.
 *
 * @param html a built page
 * @param facades the names of scripts that only load a shared one, and its name
 */
export function withOneScript(html: string, facades: ReadonlyMap<string, string>): string {
  const loaded = new Set<string>()
  return html.replace(
    /<script type="module" src="[^"]*\/([^"/]+)"><\/script>/g,
    (tag, name: string) => {
      const shared = facades.get(name)
      if (!shared) return tag
      if (loaded.has(shared)) return ''
      loaded.add(shared)
      return tag.replace(name, shared)
    },
  )
}
