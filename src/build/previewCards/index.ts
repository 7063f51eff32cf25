import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { copyFile, glob, mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Resvg } from '@resvg/resvg-js'
import type { AstroIntegration } from 'astro'
import { fromHtml } from 'hast-util-from-html'
import sharp from 'sharp'
import type { Language } from '../../figures/kit/figure.ts'
import { lightColor } from '../../styles/lightColor.ts'
import { elementsOf } from '../contentChecks/pages.ts'
import { drawCard, SIZE, type Card } from './drawCard.ts'
import { facesFor, type Faces } from './fonts.ts'
import { charactersOf, missingIn } from './lettering.ts'

/** Folder of the cards on the built site. */
const FOLDER = 'cards'

/** A built page that has a card. */
interface Page {
  /** Path of its file on the site. */
  file: string
  html: string
  card: Card
  /** What the picture shows, in words. */
  alt: string
}

/**
 * Astro integration: draws the picture that other sites and chats show beside a link to a page, and names it in the page.
 * It has the title of the page and the first figure on it, or else that of the home page.
 *
 * Pages without `og:title`, and those that search engines should leave out, have none.
 */
export function previewCards(): AstroIntegration {
  let site: URL | undefined
  return {
    name: 'preview-cards',
    hooks: {
      'astro:config:done': ({ config }) => {
        site = new URL(config.base.replace(/\/?$/, '/'), config.site)
      },
      'astro:build:done': async ({ dir, logger }) => {
        const dist = fileURLToPath(dir)
        const cache = resolve('node_modules/.cache/preview-cards')
        const pages = await pagesIn(dist)
        const missing = new Set<string>()
        let drawn = 0
        for (const language of ['en', 'zh'] as const) {
          const own = pages.filter(({ card }) => card.language === language)
          const characters = new Set(own.flatMap(({ card }) => textsOf(card)).flatMap(charactersOf))
          const faces = await facesFor(language, characters, cache)
          for (const { file, html, card, alt } of own) {
            for (const text of textsOf(card)) {
              for (const each of missingIn(text, faces.title)) missing.add(each)
            }
            const name = `${FOLDER}/${file.replace(/\/?index\.html$/, '') || 'index'}.png`
            drawn += await writeCard(card, faces, cache, join(dist, name))
            const tags = tagsFor(new URL(name, site).href, alt)
            await writeFile(
              join(dist, file),
              html.replace('</head>', () => `${tags}</head>`),
            )
          }
        }
        if (missing.size > 0) logger.warn(`No font of the cards has ${[...missing].join(' ')}`)
        logger.info(`${pages.length} preview cards, ${drawn} of them drawn anew`)
      },
    },
  }
}

async function pagesIn(dist: string): Promise<Page[]> {
  const pages: Page[] = []
  for await (const found of glob('**/*.html', { cwd: dist })) {
    const file = found.replaceAll('\\', '/')
    const html = await readFile(join(dist, file), 'utf8')
    const page = pageOf(file, html)
    if (page) pages.push(page)
  }
  return pages.map((page) => {
    const home = pages.find(({ file }) => file === `${page.card.language}/index.html`)
    return home ? completed(page, home) : page
  })
}

/** A page with what its card takes from the home page: a picture and, where the page has no place in the course, a line. */
function completed(page: Page, home: Page): Page {
  const isHome = page.card.title.startsWith(page.card.course)
  const section = page.card.section || (isHome ? '' : home.card.description)
  const card = { ...page.card, section }
  if (card.picture) return { ...page, card }
  return { ...page, card: { ...card, picture: home.card.picture }, alt: home.alt }
}

/**
 * What a page says of itself for its card; undefined if it has none.
 *
 * @param file path of the page on the site
 */
export function pageOf(file: string, html: string): Page | undefined {
  const head = elementsOf(fromHtml(html.slice(0, html.indexOf('</head>'))))
  const contentOf = (key: string) => {
    const element = head.find(({ properties }) => (properties.property ?? properties.name) === key)
    return element?.properties.content as string | undefined
  }
  const title = contentOf('og:title')
  if (title === undefined || contentOf('robots')?.includes('noindex')) return undefined
  const language: Language = file.startsWith('zh/') ? 'zh' : 'en'
  const picture = firstPicture(html)
  const course = contentOf('og:site_name') ?? title
  const section = contentOf('article:section') ?? ''
  // The answer to a question is not given away.
  const description = isQuestion(file) ? '' : (contentOf('og:description') ?? '')
  const alt = picture && /aria-label="([^"]*)"/.exec(picture)?.[1]
  const card = { language, title, section, description, course, picture }
  return { file, html, card, alt: alt ?? title }
}

const isQuestion = (file: string) => /^\w+\/q\//.test(file)

/** The first panel of the first figure of a page, which is SVG but for its namespace. */
function firstPicture(html: string): string | undefined {
  const figure = html.indexOf('<course-figure')
  if (figure < 0) return undefined
  return /<svg [^>]*\bid="[\w-]+-panel-[^>]*>.*?<\/svg>/s.exec(html.slice(figure))?.[0]
}

/** Every text on a card. */
function textsOf({ title, section, description, course, picture = '' }: Card): string[] {
  const words = [...picture.matchAll(/<text\b[^>]*>(.*?)<\/text>/gs)].map(([, content]) =>
    content.replace(/<[^>]*>/g, ''),
  )
  return [title, section, description, course, ...words]
}

/** Writes a card, from the cache if it was drawn before. @returns How many were drawn. */
async function writeCard(card: Card, faces: Faces, cache: string, file: string): Promise<0 | 1> {
  const svg = drawCard(card, faces, lightColor)
  const used = new Set(textsOf(card).flatMap(charactersOf))
  const fontFiles = [...faces.title, ...faces.text]
    .filter(({ widths }) => [...used].some((each) => widths.has(each)))
    .map(({ file }) => file)
  const key = createHash('sha256').update(svg).update(fontFiles.join()).digest('hex').slice(0, 32)
  const kept = join(cache, `${key}.png`)
  const isNew = !existsSync(kept)
  if (isNew) {
    const font = { fontFiles, loadSystemFonts: false, defaultFontFamily: faces.text[0].family }
    const { pixels } = new Resvg(svg, { font }).render()
    const image = sharp(pixels, { raw: { ...SIZE, channels: 4 } })
    await writeFile(kept, await image.removeAlpha().png({ compressionLevel: 7 }).toBuffer())
  }
  await mkdir(dirname(file), { recursive: true })
  await copyFile(kept, file)
  return isNew ? 1 : 0
}

function tagsFor(address: string, alt: string): string {
  const contents = {
    'og:image': address,
    'og:image:type': 'image/png',
    'og:image:width': SIZE.width,
    'og:image:height': SIZE.height,
    'og:image:alt': alt,
  }
  return Object.entries(contents)
    .map(([property, content]) => `<meta property="${property}" content="${content}"/>`)
    .join('')
}
