import { expect, test } from 'vitest'
import { byInitials, initialOf } from './initials.ts'

test('a Chinese word is listed under the first letter of its Pinyin', () => {
  const words = '岭回归 软阈值 次梯度 对偶间隙 早停 权重 折点 偏差 无偏 损失函数 后验 AdamW'.split(
    ' ',
  )
  expect(words.map(initialOf).join('')).toBe('LRCDZQZPWSHA')
})

test('words are sorted by Pinyin in Chinese, Latin words last, and by the alphabet in English', () => {
  const word = (word: string) => word
  expect(byInitials(['岭回归', '拉普拉斯分布', 'Lasso', '凹'], 'zh', word)).toEqual([
    ['A', ['凹']],
    ['L', ['拉普拉斯分布', '岭回归', 'Lasso']],
  ])
  expect(byInitials(['lasso', 'KKT conditions', 'kink'], 'en', word)).toEqual([
    ['K', ['kink', 'KKT conditions']],
    ['L', ['lasso']],
  ])
})
