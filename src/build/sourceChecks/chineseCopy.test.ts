import { describe, expect, test } from 'vitest'
import { chineseCopyProblems } from './chineseCopy.ts'

const faultsOf = (text: string, file = 'content/docs/zh/l1.mdx') =>
  chineseCopyProblems([{ file, text }]).map(({ line, message }) => `${line}: ${message}`)

describe('Chinese copy', () => {
  test.each([
    ['用Lasso 选特征', 'put a space between Chinese and what is not: “用L”'],
    ['共有3 个', 'put a space between Chinese and what is not: “有3”'],
    ['权重$w$ 为零', 'put a space between Chinese and what is not: “重…”'],
    ['调用 `lasso`得到', 'put a space between Chinese and what is not: “…得”'],
    ['**λ**越大', 'put a space between Chinese and what is not: “λ越”'],
    ['变小,但不为零', 'use full-width punctuation in Chinese: “小,”'],
    ['它为零.', 'use full-width punctuation in Chinese: “零.”'],
    ['岭回归(L2)', 'use full-width brackets （） in Chinese: “归(”'],
    ['"稀疏"的解', 'use the quotation marks “” in Chinese: “"稀”'],
    ['「稀疏」的解', 'use the quotation marks “” in Chinese: “「”'],
    ['权重 为零', 'no space stands within Chinese: “重 为”'],
    ['变小， 但不为零', 'no space stands beside full-width punctuation: “， 但”'],
    ['共有 ３ 个', 'write it half-width: “３”'],
    ['如此下去...', 'write …… and —— in Chinese: “去...”'],
  ])('“%s” is found at its line', (text, message) => {
    expect(faultsOf(`第一行。\n\n${text}\n`)).toContain(`3: ${message}`)
  })

  test.each([
    '权重 $w_1$、$w_2$ 用 `lasso` 求出，约为 0.5，见[图 3](/zh/l1/#a)。',
    '**“加粗”**文本，<StateLink figure="path" state={{ a: 1 }}>λ = 1</StateLink> 处有 <Value of="w" /> 个。',
    "---\ntitle: '先验：从信念到惩罚'\n---\n\n## 标题 {#title}\n\n等等……",
    '```ts run title="一个例子" id=a\nprint("权重",w) // 权重,为零\n```',
    'Early stopping – but when? 收入 <cite>Tricks of the Trade</cite>。',
    '（L2 惩罚）与“L1 惩罚”',
  ])('“%s” is well set', (text) => {
    expect(faultsOf(text)).toEqual([])
  })

  test('texts of figures are read, and what they leave open is not guessed at', () => {
    const text =
      "const a = { en: 'Weight,' , zh: '权重,为零' }\nconst b = `第 ${i} 步`\n// 注释,不读"
    expect(faultsOf(text, 'src/figures/path/report.ts')).toEqual([
      '1: use full-width punctuation in Chinese: “重,”',
    ])
    expect(faultsOf("print('权重:', w)", 'src/figures/path/program.ts')).toEqual([])
    expect(faultsOf('变小,但', 'content/docs/en/l1.mdx')).toEqual([])
  })
})
