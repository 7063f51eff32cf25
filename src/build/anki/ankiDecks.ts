import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { fromHtml } from 'hast-util-from-html'
import { toHtml } from 'hast-util-to-html'
import { parse } from 'yaml'
import { LEVELS, TOPICS, type QuestionData } from '../../markdown/questionSchema.ts'
import { filesIn } from '../contentChecks/pages.ts'
import { partsOf } from './card.ts'
import { ankiPackage, type Deck, type Note } from './collection.ts'

/** The decks. Anki knows them by their numbers, which were drawn once and never change. */
export const decks: Readonly<Record<'en' | 'zh', Deck>> = {
  en: {
    id: 1_764_501_001_137,
    model: 1_764_501_002_137,
    name: 'Diamond & Circle: L1 and L2',
    description: 'Interview questions on L1 and L2 regularization. Text: CC BY 4.0.',
  },
  zh: {
    id: 1_764_501_001_273,
    model: 1_764_501_002_273,
    name: '菱形与圆：L1 与 L2',
    description: 'L1 与 L2 正则化的面试题。文字采用 CC BY 4.0 许可。',
  },
}

/** What leads to the parts on the back of a card. */
const words = {
  en: {
    strong: 'The answer, in two minutes',
    weak: 'Weak answers, and what they miss',
    page: 'Its page, with the picture',
  },
  zh: { strong: '两分钟的回答', weak: '常见的差回答，差在哪里', page: '这道题的页面，附图' },
} as const

/** What an update knows a question by: it never changes. */
export const guidOf = (language: string, id: string): string => `diamond-circle:${language}:${id}`

/** Astro integration: writes a deck for Anki in each language, from the pages of the questions. */
export function ankiDecks(): AstroIntegration {
  let address = ''
  return {
    name: 'anki-decks',
    hooks: {
      'astro:config:done': ({ config }) => {
        address = new URL(config.base, config.site).href
      },
      'astro:build:done': async ({ dir, logger }) => {
        const site = fileURLToPath(dir)
        await mkdir(join(site, 'anki'), { recursive: true })
        for (const language of ['en', 'zh'] as const) {
          const notes = await notesIn(site, language, address)
          const time = Math.floor(Date.now() / 1000)
          const file = await ankiPackage(decks[language], notes, words[language], time)
          await writeFile(join(site, 'anki', `diamond-and-circle-${language}.apkg`), file)
          logger.info(`${language}: ${notes.length} cards`)
        }
      },
    },
  }
}

/**
 * The notes of a language, what everyone is asked first.
 *
 * @param site the folder of the built site
 * @param address where it will be, for links
 */
async function notesIn(site: string, language: string, address: string): Promise<Note[]> {
  const folder = `content/questions/${language}`
  const names = (await filesIn(folder)).filter((name) => name.endsWith('.mdx'))
  const questions = await Promise.all(
    names.map(async (name) => {
      const id = name.replace(/\.mdx$/, '')
      const [, head] = /^---\n(.*?)\n---/s.exec(await readFile(join(folder, name), 'utf8'))!
      const path = `${language}/q/${id}/`
      const html = await readFile(join(site, path, 'index.html'), 'utf8')
      return { id, html, path, data: parse(head) as QuestionData }
    }),
  )
  const rank = ({ data }: (typeof questions)[number]) =>
    LEVELS.indexOf(data.level) * TOPICS.length + TOPICS.indexOf(data.topic)
  return questions
    .sort((a, b) => rank(a) - rank(b))
    .map(({ id, html, path, data }) =>
      noteOf(language, id, html, new URL(path, address).href, data),
    )
}

/** One question as a note. */
export function noteOf(
  language: string,
  id: string,
  html: string,
  address: string,
  { question, topic, level }: Pick<QuestionData, 'question' | 'topic' | 'level'>,
): Note {
  const { breath, strong, weak } = partsOf(fromHtml(html), address)
  return {
    guid: guidOf(language, id),
    fields: [toHtml({ type: 'text', value: question }), breath, strong, weak, address],
    tags: ['diamond-and-circle', `topic::${topic}`, `level::${level}`],
  }
}
