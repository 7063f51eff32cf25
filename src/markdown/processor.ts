import { unified } from '@astrojs/markdown-remark'
import rehypeKatex from 'rehype-katex'
import remarkCjkFriendly from 'remark-cjk-friendly'
import { remarkHeadingId } from 'remark-custom-heading-id'
import remarkMath from 'remark-math'
import { baseLinks } from './baseLinks.ts'
import { chapterComponents } from './chapterComponents.ts'
import { challenges } from './challenges.ts'
import { codeCells } from './codeCells.ts'
import { crossReferences } from './crossReferences.ts'
import type { Equations } from './equations.ts'
import type { Term } from './glossary.ts'
import { glossaryTerms } from './glossaryTerms.ts'
import { glueEqualities } from './glueEqualities.ts'
import { glueFormulas } from './glueFormulas.ts'
import { handles } from './handles.ts'
import { headingBreaks } from './headingBreaks.ts'
import { headingRules } from './headingRules.ts'
import { leanFormulas } from './leanFormulas.ts'
import { parityNotices, type LaggingSection } from './parityNotices.ts'
import { questionParts } from './questionParts.ts'
import { slimFormulas } from './slimFormulas.ts'
import { mathErrors } from './mathErrors.ts'
import { wholeFigures } from './wholeFigures.ts'
import { partIds } from './partIds.ts'

interface Options {
  /** Base path of the site, prepended to links that start with `/`. */
  base?: string
  /** The modules of the components for chapters, by name. */
  components?: Readonly<Record<string, string>>
  /** The sections that have not followed the other language. */
  lagging?: readonly LaggingSection[]
  /** The terms whose first use in a chapter leads to the glossary. */
  glossary?: readonly Term[]
  /** The numbered equations of all pages, to which `(1.5)` in the text leads. */
  equations?: Equations
}

/**
 * The course's Markdown and MDX processor: formulas by KaTeX, emphasis that works next to Chinese punctuation, explicit
 * heading ids, cells and challenges from fenced blocks, links from terms to the glossary and from `(1.5)` to the equation.
 * A bad formula, a heading without an id or an invalid cell stops the build.
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
  equations,
  lagging = [],
}: Options = {}) {
  return unified({
    remarkPlugins: [
      remarkMath,
      remarkCjkFriendly,
      remarkHeadingId,
      questionParts,
      headingRules,
      partIds,
      challenges,
      codeCells,
      wholeFigures,
      [parityNotices, lagging],
      [crossReferences, equations],
      [glossaryTerms, glossary],
      [chapterComponents, components],
    ],
    rehypePlugins: [
      [rehypeKatex, { strict: 'error' }],
      mathErrors,
      leanFormulas,
      handles,
      headingBreaks,
      glueFormulas,
      glueEqualities,
      slimFormulas,
      [baseLinks, base],
    ],
  })
}
