import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import type { Element, Nodes } from 'hast'
import { parse } from 'yaml'
import { z } from 'astro/zod'
import { plainMath } from '../markdown/plainMath.ts'
import type { SearchIndex, Section, Topic } from '../islands/search/find.ts'
import { mathText } from '../markdown/mathText.ts'
import { loadGlossary, phrasesOf } from '../markdown/glossary.ts'
import {
  elementsOf,
  readPages,
  readSources,
  type Page,
  type Source,
} from './contentChecks/pages.ts'

/** What readers type for things that no term of the glossary names. */
const TOPICS = 'content/search.yaml'

const place = z.string().regex(/^[a-z0-9-]+#[a-z0-9-]*$/, 'expected page#heading, or page#')
const topicsSchema = z.array(
  z.strictObject({ see: place.optional(), en: z.array(z.string()), zh: z.array(z.string()) }),
)

/** What a question weighs beside a section of a chapter, which proves what the question asks. */
const QUESTION_WEIGHT = 0.5

/** Elements that do not end a word. */
const inline = new Set(
  'a abbr b bdi cite code dfn em i kbd mark q s small span strong sub sup time u var'.split(' '),
)

/** Elements without text of the course. */
const silent = new Set(['script', 'style', 'template', 'svg', 'button', 'footer'])

/**
 * Astro integration: writes the index of the search, one file for each language. It follows Pagefind's attributes:
 * pages are indexed from `data-pagefind-body` on, without what has `data-pagefind-ignore`.
 */
export function searchIndex(): AstroIntegration {
  return {
    name: 'search-index',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const site = fileURLToPath(dir)
        const pages = await readPages(site, await readSources('content/docs'))
        const questions = await readSources('content/questions')
        const glossary = loadGlossary()
        const extra = topicsSchema.parse(parse(await readFile(TOPICS, 'utf8')))
        await mkdir(join(site, 'search'), { recursive: true })
        for (const language of ['en', 'zh'] as const) {
          const other = language === 'en' ? 'zh' : 'en'
          const topics = [
            ...glossary.map((term) => ({
              see: term.see,
              phrases: [...phrasesOf(term, language), ...phrasesOf(term, other)],
            })),
            ...extra.map(({ see, ...phrases }) => ({ see, phrases: phrases[language] })),
          ]
          const index = indexOf(
            pages.filter(({ source }) => source?.language === language),
            topics,
            questions.filter((source) => source.language === language),
          )
          await writeFile(join(site, 'search', `${language}.json`), JSON.stringify(index))
          logger.info(`${language}: ${index.sections.length} sections`)
        }
      },
    },
  }
}

/**
 * The index over the pages of one language.
 *
 * @param pages built pages with their sources
 * @param topics what readers search for; `see` is `page#heading`, or `page#` for the beginning of a page
 * @param questions the sources of interview questions, of which the index has the question and its short answer
 */
export function indexOf(
  pages: readonly Page[],
  topics: readonly { phrases: readonly string[]; see?: string }[],
  questions: readonly Source[] = [],
): SearchIndex {
  const asked = questions.map(questionOf)
  const entries = pages.flatMap((page) => {
    const main = elementsOf(page.tree).find(({ properties }) => 'dataPagefindBody' in properties)
    return main ? [{ page, sections: sectionsOf(main) }] : []
  })
  const ofPages = entries.flatMap(({ sections }, page) =>
    sections.map((section): Section => ({ page, ...section })),
  )
  const places = new Map(
    ofPages.map(({ page, id }, index) => [`${entries[page].page.source!.slug}#${id}`, index]),
  )
  return {
    pages: [
      ...entries.map(({ page, sections }) => ({
        title: sections[0].title,
        path: page.path.slice(1),
        weight: weightOf(page),
      })),
      ...asked.map(({ page }) => page),
    ],
    sections: [
      ...ofPages,
      ...asked.map(({ page, text }, index) => ({
        page: entries.length + index,
        id: '',
        title: page.title,
        text,
      })),
    ],
    topics: topics.map(({ phrases, see }): Topic => {
      const words = [...new Set(phrases)]
      if (see === undefined) return { phrases: words }
      const section = places.get(see)
      if (section === undefined) {
        throw new Error(
          `${TOPICS} or the glossary: “${phrases[0]}” leads to ${see}, which is no heading.`,
        )
      }
      return { phrases: words, see: section }
    }),
  }
}

function weightOf({ source }: Page): number {
  return (frontmatterOf(source!.text) as { searchWeight?: number } | null)?.searchWeight ?? 1
}

/** The page of an interview question, and its short answer. */
function questionOf({ text, language, slug }: Source) {
  const { question, answer } = frontmatterOf(text) as { question: string; answer: string }
  const page = { title: question, path: `${language}/q/${slug}/`, weight: QUESTION_WEIGHT }
  return { page, text: plainMath(answer) }
}

function frontmatterOf(text: string): unknown {
  const [, frontmatter] = /^---\n(.*?)\n---/s.exec(text) ?? []
  return parse(frontmatter ?? '')
}

/** The sections of a page: each begins at a heading, or at a definition that has an id. */
function sectionsOf(main: Element): Omit<Section, 'page'>[] {
  const sections: Omit<Section, 'page'>[] = [{ id: '', title: '', text: '' }]
  const visit = (node: Nodes): void => {
    if (node.type === 'text') sections.at(-1)!.text += node.value
    if (node.type !== 'element' || isIgnored(node)) return
    if (node.tagName === 'math') {
      sections.at(-1)!.text += mathText(node)
      return
    }
    const { id } = node.properties
    if (/^h[1-4]$/.test(node.tagName)) {
      const title = textOf(node)
      if (id === '_top') sections[0].title = title
      else if (typeof id === 'string') sections.push({ id, title, text: '' })
      else sections.at(-1)!.text += ` ${title} `
      return
    }
    const entry =
      typeof id === 'string' &&
      node.children.find((child) => 'tagName' in child && child.tagName === 'dt')
    if (entry) {
      const name = elementsOf(entry).find(({ tagName }) => tagName === 'dfn') ?? entry
      sections.push({ id: id, title: textOf(name), text: '' })
    }
    const gap = inline.has(node.tagName) ? '' : ' '
    sections.at(-1)!.text += gap
    node.children.forEach(visit)
    sections.at(-1)!.text += gap
  }
  visit(main)
  return sections.map(({ text, ...rest }) => ({ ...rest, text: text.replace(/\s+/g, ' ').trim() }))
}

function isIgnored({ tagName, properties }: Element): boolean {
  // KaTeX draws a formula beside its MathML, for the eye only.
  const forTheEye = properties.ariaHidden === 'true'
  return forTheEye || silent.has(tagName) || 'dataPagefindIgnore' in properties
}

function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value
  if (node.type === 'element' && node.tagName === 'math') return mathText(node)
  if (!('children' in node) || (node.type === 'element' && isIgnored(node))) return ''
  return node.children.map(textOf).join('').replace(/\s+/g, ' ').trim()
}
