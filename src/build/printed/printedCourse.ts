import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { parse } from 'yaml'
import { toHtml } from 'hast-util-to-html'
import { elementsOf, readPages, readSources, type Page } from '../contentChecks/pages.ts'
import { documentOf, type Part, type Words } from './document.ts'

/** The languages, and their tags. */
const languages = { en: 'en', zh: 'zh-CN' } as const
type Locale = keyof typeof languages

/** The name of the document's page, below that of the language. */
export const PRINTED = 'print'

/** What belongs to the course beside its numbered chapters, at the end. */
const APPENDICES = ['glossary']

const words: Record<Locale, Words> = {
  en: {
    title: 'Diamond & Circle',
    line: 'A course on L1 and L2 regularization',
    contents: 'Contents',
    chapter: (number) => `Chapter ${number}`,
    references: 'References',
    imprint:
      'The whole course as one document. Its figures can be moved, and its programs run, at SITE. Text: CC BY 4.0. Code: MIT.',
  },
  zh: {
    title: '菱形与圆',
    line: 'L1 与 L2 正则化课程',
    contents: '目录',
    chapter: (number) => `第 ${number} 章`,
    references: '参考文献',
    imprint: '全书一册。图可以拖动、程序可以运行的版本在 SITE。文字：CC BY 4.0。代码：MIT。',
  },
}

/**
 * Astro integration: writes the whole course of each language as one document to print, from the built chapters. It is on no
 * list of pages, and search engines leave it alone.
 */
export function printedCourse(): AstroIntegration {
  let base = '/'
  let site = ''
  return {
    name: 'printed-course',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base.replace(/\/?$/, '/')
        site = new URL(base, config.site).href
      },
      'astro:build:done': async ({ dir, logger }) => {
        const folder = fileURLToPath(dir)
        const pages = await readPages(folder, await readSources('content/docs'))
        const sheet = await readFile('src/styles/printed.css', 'utf8')
        for (const locale of Object.keys(languages) as Locale[]) {
          const chapters = chaptersOf(pages, locale)
          const address = `${site}${locale}/${PRINTED}/`
          const head = `<link rel="canonical" href="${address}">${styles(chapters)}<style>${sheet}</style>`
          const html = documentOf(
            chapters.map(({ part }) => part),
            { ...words[locale], imprint: words[locale].imprint.replace('SITE', site) },
            { site, folder: `${base}${locale}/` },
            languages[locale],
            head,
          )
          await mkdir(join(folder, locale, PRINTED), { recursive: true })
          await writeFile(join(folder, locale, PRINTED, 'index.html'), html)
          logger.info(
            `${locale}: ${chapters.length} chapters, ${Math.round(html.length / 1000)} kB`,
          )
        }
      },
    },
  }
}

interface Chapter {
  page: Page
  part: Part
}

/** The chapters of a language in reading order, and what comes behind them. */
function chaptersOf(pages: readonly Page[], locale: Locale): Chapter[] {
  const own = pages.flatMap((page) => {
    if (page.source?.language !== locale) return []
    const { slug, text } = page.source
    const [, head] = /^---\n(.*?)\n---/s.exec(text)!
    const { number, sidebar } = parse(head) as { number?: unknown; sidebar: { order?: number } }
    const part: Part = {
      slug,
      tree: page.tree,
      ...(number !== undefined && { number: String(number) }),
    }
    return [{ page, part, order: sidebar.order ?? Infinity }]
  })
  const numbered = own.filter(({ part }) => part.number !== undefined)
  const appendices = own.filter(({ part }) => APPENDICES.includes(part.slug))
  return [...numbered.sort((a, b) => a.order - b.order), ...appendices]
}

/** The style sheets of the pages, each once, in their order. */
function styles(chapters: readonly Chapter[]): string {
  const links = chapters.flatMap(({ page }) =>
    elementsOf(page.tree).filter(
      ({ tagName, properties: { rel } }) =>
        (tagName === 'link' && String(rel) === 'stylesheet') ||
        (tagName === 'style' && rel === undefined),
    ),
  )
  return [...new Set(links.map((link) => toHtml(link)))].join('')
}
