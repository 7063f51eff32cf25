import { createMarkdownProcessor } from '@astrojs/markdown-remark'
import rehypeKatex from 'rehype-katex'
import remarkCjkFriendly from 'remark-cjk-friendly'
import remarkMath from 'remark-math'
import { glueFormulas } from './glueFormulas.ts'
import { leanFormulas } from './leanFormulas.ts'
import { slimFormulas } from './slimFormulas.ts'

/**
 * Makes what renders the short answers of interview questions, formulas and all, as their own pages do.
 *
 * @returns A function from Markdown to HTML.
 */
export async function answerRenderer(): Promise<(answer: string) => Promise<string>> {
  const processor = await createMarkdownProcessor({
    syntaxHighlight: false,
    remarkPlugins: [remarkMath, remarkCjkFriendly],
    rehypePlugins: [[rehypeKatex, { strict: 'error' }], leanFormulas, glueFormulas, slimFormulas],
  })
  return async (answer) => (await processor.render(answer)).code
}
