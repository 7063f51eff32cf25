import { expect, test } from 'vitest'
import { courseMarkdown } from './processor.ts'

/** The page as HTML, with each formula of one letter cut down to `‹letter›`. */
async function render(source: string): Promise<string> {
  const shared = { syntaxHighlight: false as const, shikiConfig: {} }
  const { code } = await (await courseMarkdown().createRenderer(shared)).render(source)
  return code.replace(
    /<span class="katex">.*?<mi>(.)<\/mi>.*?<span class="mathnormal"[^>]*>.<\/span><\/span><\/span><\/span>/gs,
    '‹$1›',
  )
}

test('punctuation stays in the line of the formula before it, in both languages', async () => {
  expect(await render('So $w$. Then')).toContain('<span class="glued">‹w›.</span> Then')
  expect(await render('权重 $w$，然后')).toContain('<span class="glued">‹w›，</span>然后')
})

test('a formula before a word is left as it is', async () => {
  expect(await render('The $w$ here')).toContain('The ‹w› here')
})

test('a formula that may break within itself is not glued', async () => {
  expect(await render('With $a + b$.')).not.toContain('glued')
})
