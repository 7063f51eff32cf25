import { expect, test } from 'vitest'
import { answerRenderer } from './answerHtml.ts'

test('a short answer is rendered as on the page of its question: lean formulas, glued to their punctuation', async () => {
  const html = await (await answerRenderer())('Up to $\\lambda$, **“粗体”**后, it "ties".')
  expect(html).toMatch(/^<p>Up to <span class="glued"><span class="katex"/)
  expect(html).toContain('<strong>“粗体”</strong>后')
  expect(html).toContain('katex-base')
  expect(html).not.toContain('annotation')
})
