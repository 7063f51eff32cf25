import { expect, test } from 'vitest'
import { courseMarkdown } from './processor.ts'

async function render(path: string, source: string): Promise<string> {
  const shared = { syntaxHighlight: false as const, shikiConfig: {} }
  const renderer = await courseMarkdown().createRenderer(shared)
  const { code } = await renderer.render(source, { fileURL: new URL(path, 'file:///course/') })
  return /<h2.*?>(.*?)<\/h2>/.exec(code)![1]
}

test('the lines of a Chinese heading end between words', async () => {
  const heading = '## 次梯度：L1 范数在哪里有尖点 {#kinks}'
  expect(await render('content/docs/zh/l1.md', heading)).toMatch(/^次梯度：<wbr>L1 <wbr>范数/)
})

test('those of an English one end where they do', async () => {
  expect(await render('content/docs/en/l1.md', '## Where it has kinks {#kinks}')).toBe(
    'Where it has kinks',
  )
})
