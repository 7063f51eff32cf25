import { unified } from '@astrojs/markdown-remark'
import rehypeKatex from 'rehype-katex'
import remarkCjkFriendly from 'remark-cjk-friendly'
import { remarkHeadingId } from 'remark-custom-heading-id'
import remarkMath from 'remark-math'
import { baseLinks } from './baseLinks.ts'
import { challenges } from './challenges.ts'
import { codeCells } from './codeCells.ts'
import { loadGlossary } from './glossary.ts'
import { glossaryTerms } from './glossaryTerms.ts'
import { glueFormulas } from './glueFormulas.ts'
import { headingRules } from './headingRules.ts'
import { leanFormulas } from './leanFormulas.ts'
import { mathErrors } from './mathErrors.ts'

/**
 * How the course reads Markdown and MDX: formulas by KaTeX, emphasis that works beside Chinese
 * punctuation, explicit heading ids, cells and challenges from fenced blocks, links from terms to
 * the glossary. A bad formula, a heading without an id
 * or a cell that cannot be read stops the build.
 *
 * @param options.base Base path of the site, put in front of links that start with `/`.
 * @returns The value of `markdown.processor` in the configuration of Astro.
 *
 * @example
 * defineConfig({ base, markdown: { processor: courseMarkdown({ base }) } })
 */
export function courseMarkdown({ base = '/' }: { base?: string } = {}) {
  return unified({
    remarkPlugins: [
      remarkMath,
      remarkCjkFriendly,
      remarkHeadingId,
      headingRules,
      challenges,
      codeCells,
      [glossaryTerms, loadGlossary()],
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
