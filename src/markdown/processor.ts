import { unified } from '@astrojs/markdown-remark'
import rehypeKatex from 'rehype-katex'
import remarkCjkFriendly from 'remark-cjk-friendly'
import { remarkHeadingId } from 'remark-custom-heading-id'
import remarkMath from 'remark-math'
import { baseLinks } from './baseLinks.ts'
import { chapterComponents } from './chapterComponents.ts'
import { challenges } from './challenges.ts'
import { codeCells } from './codeCells.ts'
import type { Term } from './glossary.ts'
import { glossaryTerms } from './glossaryTerms.ts'
import { glueFormulas } from './glueFormulas.ts'
import { headingRules } from './headingRules.ts'
import { leanFormulas } from './leanFormulas.ts'
import { parityNotices, type LaggingSection } from './parityNotices.ts'
import { slimFormulas } from './slimFormulas.ts'
import { mathErrors } from './mathErrors.ts'
import { wholeFigures } from './wholeFigures.ts'

interface Options {
  /** Base path of the site, prepended to links that start with `/`. */
  base?: string
  /** The modules of the components for chapters, by name. */
  components?: Readonly<Record<string, string>>
  /** The sections that have not followed the other language. */
  lagging?: readonly LaggingSection[]
  /** The terms whose first use in a chapter leads to the glossary. */
  glossary?: readonly Term[]
}

/**
 * The course's Markdown and MDX processor: formulas by KaTeX, emphasis that works next to Chinese punctuation, explicit
 * heading ids, cells and challenges from fenced blocks, links from terms to the glossary. A bad formula, a heading
 * without an id or an invalid cell stops the build.
 *
 * @param options the parts that differ between the site and a test
 * @returns The value of `markdown.processor` in the configuration of Astro.
 *
 * @example
 * defineConfig({ base, markdown: { processor: courseMarkdown({ base, components }) } })
 */
export function courseMarkdown({
  base = '/',
  components = {},
  glossary = [],
  lagging = [],
}: Options = {}) {
  return unified({
    remarkPlugins: [
      remarkMath,
      remarkCjkFriendly,
      remarkHeadingId,
      headingRules,
      challenges,
      codeCells,
      wholeFigures,
      [parityNotices, lagging],
      [glossaryTerms, glossary],
      [chapterComponents, components],
    ],
    rehypePlugins: [
      [rehypeKatex, { strict: 'error' }],
      mathErrors,
      leanFormulas,
      glueFormulas,
      slimFormulas,
      [baseLinks, base],
    ],
  })
}
