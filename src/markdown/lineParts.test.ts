import { expect, test } from 'vitest'
import { lineParts, unbrokenWords } from './lineParts.ts'

const partsOf = (text: string) => lineParts(text, 'zh').join('|')

test('English breaks at spaces', () => {
  expect(lineParts('Why does L1', 'en')).toEqual(['Why ', 'does ', 'L1'])
})

test('terms, words of one character and formulas stay whole', () => {
  expect(partsOf('权重衰减和 L2 正则化是一回事吗？')).toBe('权重衰减|和 L2 |正则化|是一回事吗？')
  expect(partsOf('软阈值是 1-SE')).toBe('软阈值|是 1-SE')
  expect(partsOf('题库里，x₁ = 1')).toBe('题库里，|x₁ = 1')
})

test('a part stays short, but no word of one character stands alone', () => {
  expect(partsOf('高维里的角变成什么，')).toBe('高维里的角|变成|什么，')
  expect(partsOf('一个把它拉回来的惩罚项')).toBe('一个|把它拉|回来的|惩罚项')
  expect(partsOf('L1 对异常点鲁棒吗？')).toBe('L1 |对异常点鲁棒吗？')
})

test('no part begins with a mark that closes, or ends with a bracket that opens or a word that leads on', () => {
  for (const part of lineParts('早停（early stopping）能产生稀疏解，而岭回归不能？', 'zh')) {
    expect(part.trim()).not.toMatch(/^[，？）]|[（而能不]$/)
  }
})

test('the parts together are the text', () => {
  const text = '什么是一倍标准误准则（1-SE 准则）？它不说明什么？'
  expect(lineParts(text, 'zh').join('')).toBe(text)
})

test('a title of HTML shows its signs', () => {
  expect(unbrokenWords('λ < 1，两个')).toBe('λ &lt; 1，<wbr>两个')
})
