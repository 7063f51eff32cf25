import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import type { Plugin } from 'vite'

/** Path of the notices on the built site. */
const FILE = 'licenses.txt'

/** Packages that contribute inline scripts or styles, which no bundle lists. */
const BY_OTHER_WAYS = ['@astrojs/starlight', 'astro', 'katex']

/** A package whose code or fonts are distributed with the site. */
interface Package {
  name: string
  version: string
  license: string
  /** The texts of its licence files. */
  texts: readonly string[]
}

/**
 * Astro integration: writes the licences of all packages whose code, styles or fonts the built site contains, because
 * most licences require it of distributors.
 */
export function notices(): AstroIntegration {
  const roots = new Set(BY_OTHER_WAYS.map((name) => resolve('node_modules', name)))
  const collect = (): Plugin => ({
    name: 'course-notices',
    generateBundle(_, bundle) {
      // The code that renders the pages is not distributed.
      if (this.environment.config.consumer !== 'client') return
      for (const output of Object.values(bundle)) {
        const files = output.type === 'chunk' ? output.moduleIds : output.originalFileNames
        for (const file of files) {
          const root = packageRoot(resolve(file.replace(/^\0/, '')))
          if (root) roots.add(root)
        }
      }
    },
  })
  return {
    name: 'notices',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({ vite: { plugins: [collect()], worker: { plugins: () => [collect()] } } })
      },
      'astro:build:done': async ({ dir, logger }) => {
        const packages = await Promise.all([...roots].map(readPackage))
        const known = new Map(packages.map((each) => [`${each.name} ${each.version}`, each]))
        const sorted = [...known].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => each)
        await writeFile(join(fileURLToPath(dir), FILE), noticesText(sorted))
        logger.info(`${FILE} names ${sorted.length} packages`)
      },
    },
  }
}

/**
 * The folder of the package that a module belongs to; undefined for the course's own.
 *
 * @example
 * packageRoot('/x/node_modules/@a/b/src/c.js?raw') // '/x/node_modules/@a/b'
 */
export function packageRoot(module: string): string | undefined {
  const path = module.replaceAll('\\', '/').replace(/\?.*$/, '')
  return /^.*\/node_modules\/(?:@[^/]+\/)?[^/@][^/]*(?=\/)/.exec(path)?.[0]
}

async function readPackage(root: string): Promise<Package> {
  const { name, version, license } = JSON.parse(
    await readFile(join(root, 'package.json'), 'utf8'),
  ) as { name: string; version: string; license?: string }
  const entries = await readdir(root, { withFileTypes: true })
  const files = entries
    .filter((entry) => entry.isFile() && /^(licen[cs]e|notice|copying)/i.test(entry.name))
    .map((entry) => entry.name)
  const texts = await Promise.all(files.sort().map((file) => readFile(join(root, file), 'utf8')))
  if (!license && texts.length === 0) {
    throw new Error(`${name} ${version} names no licence: the site must not hand it out.`)
  }
  return { name, version, license: license ?? 'see below', texts: texts.map((text) => text.trim()) }
}

/** All notices as one text; packages with the same licence text share it. */
export function noticesText(packages: readonly Package[]): string {
  const byText = new Map<string, string[]>()
  for (const { name, version, license, texts } of packages) {
    const text = texts.join('\n\n') || `Licence: ${license}`
    byText.set(text, [...(byText.get(text) ?? []), `${name} ${version} (${license})`])
  }
  const parts = [...byText].map(([text, names]) => `${names.join('\n')}\n\n${text}\n`)
  const rule = `\n${'-'.repeat(80)}\n\n`
  return [
    'This site holds code, styles and fonts of these packages.\nIts own licences: LICENSE.md of its repository.\n',
    ...parts,
  ].join(rule)
}
