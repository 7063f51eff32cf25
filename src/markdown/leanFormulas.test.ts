import { expect, test } from 'vitest'
import { courseMarkdown } from './processor.ts'

const shared = { syntaxHighlight: false as const, shikiConfig: {} }

async function render(source: string): Promise<string> {
  return (await (await courseMarkdown().createRenderer(shared)).render(source)).code
}

test('the source of a formula is sent once, and not at all where the MathML reads like it', async () => {
  expect(await render('So $\\lambda$.')).toContain('<math><mi>λ</mi></math>')
  expect((await render('So $\\lambda$.')).split('\\lambda')).toHaveLength(2)
  expect(await render('So $\\lambda$.')).toContain('<span class="katex" data-tex="\\lambda">')
  expect(await render('So $w$ and $a + b$.')).not.toContain('data-tex')
})
