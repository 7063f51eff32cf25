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
import { mathErrors } from './mathErrors.ts'

interface Options {
  /** Base path of the site, put in front of links that start with `/`. */
  base?: string
  /** The module of each component that a chapter may use, by its name. */
  components?: Readonly<Record<string, string>>
  /** The sections that have not followed the other language. */
  lagging?: readonly LaggingSection[]
  /** The terms whose first use in a chapter leads to the glossary. */
  glossary?: readonly Term[]
}

/**
 * How the course reads Markdown and MDX: formulas by KaTeX, emphasis that works beside Chinese
 * punctuation, explicit heading ids, cells and challenges from fenced blocks, links from terms to the
 * glossary. A bad formula, a heading without an id or a cell that cannot be read stops the build.
 *
 * @param options what differs between the site and a test
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
      [parityNotices, lagging],
      [glossaryTerms, glossary],
      [chapterComponents, components],
    ],
    rehypePlugins: [
      [rehypeKatex, { strict: 'error' }],
      mathErrors,
      leanFormulas,
      glueFormulas,
      [baseLinks, base],
    ],
  })
}
