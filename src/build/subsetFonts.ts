import type { AstroIntegration } from 'astro'
import { glob, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { fromHtml } from 'hast-util-from-html'
import subsetFont from 'subset-font'
import { fontUse, type Faces } from './fontUse.ts'

/** Kerning and ligatures; small capitals and the like are removed. */
const keepFeatures = ['kern', 'liga']

/**
 * Astro integration: reduces each face of the built site to the glyphs that the pages set in it, and lets every page
 * preload just the faces that it uses: formulas whose fonts come late would change their width under the reader's eyes.
 */
export function subsetFonts(): AstroIntegration {
  let base = '/'
  return {
    name: 'subset-fonts',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base.replace(/\/?$/, '/')
      },
      'astro:build:done': async ({ dir, logger }) => {
        const site = fileURLToPath(dir)
        const fonts = new Map<string, string>()
        for await (const file of glob('_astro/*.woff2', { cwd: site })) {
          const address = file.replaceAll('\\', '/')
          fonts.set(address.replace(/^_astro\/(.*)\.[\w-]{8}\.woff2$/, '$1'), address)
        }

        const onSite: Faces = new Map()
        for await (const file of glob('**/*.html', { cwd: site })) {
          const path = join(site, file)
          const html = await readFile(path, 'utf8')
          const faces = fontUse(fromHtml(html), file.startsWith('zh') ? 'zh' : 'en')
          for (const [face, characters] of faces) {
            onSite.set(face, characters.union(onSite.get(face) ?? new Set()))
          }
          const links = [...faces.keys()]
            .flatMap((face) => fonts.get(face) ?? [])
            .map(
              (font) =>
                `<link rel="preload" as="font" type="font/woff2" crossorigin href="${base}${font}">`,
            )
          await writeFile(
            path,
            html.replace(/<title>/, () => `${links.join('')}<title>`),
          )
        }

        let before = 0
        let after = 0
        for (const [face, font] of fonts) {
          const path = join(site, font)
          const whole = await readFile(path)
          // A face that no page uses is not loaded either.
          const characters = [...(onSite.get(face) ?? ' ')].join('')
          const subset = await subsetFont(whole, characters, {
            targetFormat: 'woff2',
            keepFeatures,
            noHinting: true,
          })
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
