import { createHash } from 'node:crypto'
import { glob, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { fromHtml } from 'hast-util-from-html'
import { convert } from 'fontverter'
import subsetFont from 'subset-font'
import { fontUse, type Faces } from './fontUse.ts'

/** Tables that a browser does not need in order to draw. */
const dropTables = ['STAT', 'gasp', 'GDEF', 'FFTM', 'meta']

/**
 * Astro integration: reduces the fonts to what the pages draw, and lets every page preload just the faces that it uses:
 * text whose font comes late would move under the reader's eyes.
 *
 * - The upright faces of the course are cut to the characters of the site, so that the next page has them already.
 * - Formulas and italics are set in few characters, different ones on each page: a page has files of its own for them.
 *   What is drawn later, such as a definition from another page, takes the file of the site.
 * - A face that no page uses is left out.
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
        const fonts = await fontsIn(site)
        const whole = new Map<string, Buffer>()
        for (const [face, { file }] of fonts) whole.set(face, await readFile(join(site, file)))
        const written = new Map<string, number>()
        const write = async (face: string, characters: Iterable<string>, file: string) => {
          if (written.has(file)) return
          const font = await subsetFont(whole.get(face)!, [...characters].join('') || ' ', {
            targetFormat: 'sfnt',
            // Small capitals and the like are removed; KaTeX places its symbols itself, and words in italics are few.
            keepFeatures: isOfPage(face) ? [] : ['kern'],
            noHinting: true,
            dropTables,
          })
          const subset = await convert(withoutNames(font), 'woff2')
          await writeFile(join(site, file), subset)
          written.set(file, subset.length)
        }

        const onSite: Faces = new Map()
        for await (const page of glob('**/*.html', { cwd: site })) {
          const html = await readFile(join(site, page), 'utf8')
          // The sandbox of the cells has no styles, and its policy forbids to load any font.
          if (!html.includes('rel="stylesheet"')) continue
          const faces = fontUse(fromHtml(html), /^zh\b/.test(page) ? 'zh' : 'en')
          const preloads: string[] = []
          const rules: string[] = []
          for (const [face, characters] of faces) {
            const font = fonts.get(face)
            if (!font) continue
            onSite.set(face, new Set([...characters, ...(onSite.get(face) ?? [])]))
            let { file } = font
            if (isOfPage(face)) {
              const set = [...characters].filter((each) => !/\p{Script=Han}/u.test(each)).sort()
              const hash = createHash('sha256').update(set.join('')).digest('hex').slice(0, 8)
              file = `_astro/${face}.${hash}.woff2`
              await write(face, set, file)
              rules.push(ruleFor(font, base + file, set))
            }
            preloads.push(preload(base + file))
          }
          const head =
            preloads.join('') + (rules.length > 0 ? `<style>${rules.join('')}</style>` : '')
          await writeFile(
            join(site, page),
            html.replace('</head>', () => `${head}</head>`),
          )
        }
        for (const [face, { file }] of fonts) {
          if (onSite.has(face)) await write(face, onSite.get(face)!, file)
          else await drop(site, file)
        }
        const sum = (sizes: Iterable<number>) =>
          `${Math.round([...sizes].reduce((a, b) => a + b, 0) / 1000)} kB`
        const before = sum([...whole.values()].map(({ length }) => length))
        logger.info(`Fonts cut to what the pages use: ${before} → ${sum(written.values())}`)
      },
    },
  }
}

/** Whether each page has a file of its own for a face. */
const isOfPage = (face: string) => /^KaTeX|italic/.test(face)

/** Empties the table of names, which no reader sees but every browser expects; licenses.txt says whose font it is. */
function withoutNames(font: Buffer): Buffer {
  const tables = font.readUInt16BE(4)
  for (let entry = 12; entry < 12 + 16 * tables; entry += 16) {
    if (font.toString('latin1', entry, entry + 4) !== 'name') continue
    const start = font.readUInt32BE(entry + 8)
    // Format 0, no names, and where their texts would begin.
    ;[0, 0, 6].forEach((value, index) => font.writeUInt16BE(value, start + 2 * index))
    font.writeUInt32BE(6, entry + 12)
  }
  return font
}

/** A face as the style sheets declare it. */
interface Font {
  /** Path of its file in the site. */
  file: string
  /** Its declarations but for the address and the range of characters. */
  declarations: string
}

/** The faces of the site by the name of their file, without folder, hash and suffix. */
async function fontsIn(site: string): Promise<Map<string, Font>> {
  const fonts = new Map<string, Font>()
  for await (const sheet of glob('_astro/*.css', { cwd: site })) {
    const css = await readFile(join(site, sheet), 'utf8')
    for (const [, rule] of css.matchAll(/@font-face\s*\{([^}]*)\}/g)) {
      const [, path, face] = /url\(\S*?(_astro\/([^)]*?)\.[\w-]{8}\.woff2)/.exec(rule) ?? []
      // The face for headings of Chinese pages is cut from the same file.
      if (!path || /unicode-range/.test(rule)) continue
      const declarations = rule.split(';').filter((each) => !/^\s*src:/.test(each))
      fonts.set(face, { file: path, declarations: declarations.join(';') })
    }
  }
  return fonts
}

/** Removes a font that no page uses, and its declarations. */
async function drop(site: string, file: string): Promise<void> {
  await rm(join(site, file))
  for await (const sheet of glob('_astro/*.css', { cwd: site })) {
    const css = await readFile(join(site, sheet), 'utf8')
    const lean = css.replace(/@font-face\s*\{[^}]*\}/g, (rule) => (rule.includes(file) ? '' : rule))
    if (lean !== css) await writeFile(join(site, sheet), lean)
  }
}

function preload(address: string): string {
  return `<link rel="preload" as="font" type="font/woff2" crossorigin href="${address}">`
}

/** Declares a face for some characters; all others remain with the style sheets. */
function ruleFor({ declarations }: Font, address: string, characters: readonly string[]): string {
  return `@font-face{${declarations};src:url(${address})format("woff2");unicode-range:${rangesOf(characters)}}`
}

/** Characters as the value of `unicode-range`: `U+41-43,U+3bb`. */
function rangesOf(characters: readonly string[]): string {
  const points = characters.map((each) => each.codePointAt(0)!).sort((a, b) => a - b)
  const ranges: [number, number][] = []
  for (const point of points) {
    const last = ranges.at(-1)
    if (last && point === last[1] + 1) last[1] = point
    else ranges.push([point, point])
  }
  const hex = (point: number) => point.toString(16)
  return ranges
    .map(([from, to]) => (from === to ? `U+${hex(from)}` : `U+${hex(from)}-${hex(to)}`))
    .join(',')
}
