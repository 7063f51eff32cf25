import { expect, test } from 'vitest'
import { courseMarkdown } from './processor.ts'

const shared = { syntaxHighlight: false as const, shikiConfig: {} }

test('a formula stands once in the search index, as MathML, and its source is not sent', async () => {
  const { code } = await (await courseMarkdown().createRenderer(shared)).render('So $\\lambda$.')
  expect(code).toContain('<math')
  expect(code).toContain('<mi>λ</mi>')
  expect(code).not.toContain('\\lambda')
  expect(code).toMatch(/class="katex-html"[^>]*data-pagefind-ignore/)
})
