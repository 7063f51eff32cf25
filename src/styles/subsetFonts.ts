import type { AstroIntegration } from 'astro'
import { glob, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import subsetFont from 'subset-font'

/** What a reader may type or a figure may compute: always kept, on the pages or not. */
const alwaysKept = String.fromCodePoint(...Array.from({ length: 95 }, (_, i) => 32 + i)) + '−×·…'

/** `\u2212` in a script stands for the character that it names. */
const decodeEscapes = (script: string) =>
  script.replace(/\\u([0-9a-f]{4})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))

/** Every character that the built pages and their scripts hold. */
async function charactersOf(site: string): Promise<string> {
  const kept = new Set(alwaysKept)
  for await (const file of glob('{**/*.html,_astro/**/*.js}', { cwd: site })) {
    const text = await readFile(join(site, file), 'utf8')
    for (const character of file.endsWith('.js') ? decodeEscapes(text) : text) kept.add(character)
  }
  return [...kept].join('')
}

/**
 * Astro integration: leaves in the fonts of the built site only the glyphs that the site uses.
 * Halves what a page loads of Newsreader and KaTeX, whose fonts hold much that no formula needs.
 */
export function subsetFonts(): AstroIntegration {
  return {
    name: 'subset-fonts',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const site = fileURLToPath(dir)
        const characters = await charactersOf(site)
        let before = 0
        let after = 0
        for await (const file of glob('_astro/*.woff2', { cwd: site })) {
          const path = join(site, file)
          const whole = await readFile(path)
          const subset = await subsetFont(whole, characters, { targetFormat: 'woff2' })
          await writeFile(path, subset)
          before += whole.length
          after += subset.length
        }
        const kB = (bytes: number) => `${Math.round(bytes / 1000)} kB`
        logger.info(`Fonts cut to what the pages use: ${kB(before)} → ${kB(after)}`)
      },
    },
  }
}
