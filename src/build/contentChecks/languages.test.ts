import { describe, expect, test } from 'vitest'
import { build, reports } from './fixtures.ts'
import { checkLanguages } from './languages.ts'

describe('languages', () => {
  const check = async (texts: Record<string, string>) =>
    reports(checkLanguages(...(await build(texts))))

  test('the same ids in the same order are no problem', async () => {
    const texts = { 'en/l1.md': '## A {#a}\n\n### B {#b}', 'zh/l1.md': '## 甲 {#a}\n\n### 乙 {#b}' }
    expect(await check(texts)).toEqual([])
  })

  test('a page in one language only is found, whichever language it is', async () => {
    const both = { 'en/l1.md': '', 'zh/l1.md': '' }
    expect(await check({ ...both, 'en/l2.mdx': '' })).toEqual([
      'content/docs/en/l2.mdx:1: this page is missing in “zh”: write content/docs/zh/l2.mdx',
    ])
    expect(await check({ ...both, 'zh/index.mdx': '' })).toEqual([
      'content/docs/zh/index.mdx:1: this page is missing in “en”: write content/docs/en/index.mdx',
    ])
  })

  test('a heading that one language lacks is found where the other has it', async () => {
    const more = '## A {#a}\n\n## B {#b}\n\n## C {#c}'
    const less = '## A {#a}\n\n## C {#c}'
    const [problem] = await check({ 'en/l1.md': less, 'zh/l1.md': more })
    expect(problem).toMatch(/^content\/docs\/zh\/l1\.md:3: “b” comes where “c” stands/)
    expect(await check({ 'en/l1.md': '## A {#a}', 'zh/l1.md': '' })).toEqual([
      expect.stringMatching(/en\/l1\.md:1: “a” comes where nothing stands in content/),
    ])
  })

  test('headings in another order are found', async () => {
    const texts = { 'en/l1.md': '## A {#a}\n\n## B {#b}', 'zh/l1.md': '## B {#b}\n\n## A {#a}' }
    expect(await check(texts)).toHaveLength(1)
  })
})
