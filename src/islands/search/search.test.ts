import { expect, test } from 'vitest'
import { inContext } from './excerpt.ts'
import { finder, type SearchIndex } from './find.ts'
import { patternOf, stem, wordsIn } from './words.ts'

const index: SearchIndex = {
  pages: [
    { title: 'The diamond', path: 'en/l1/', weight: 1 },
    { title: 'Claims', path: 'en/claims/', weight: 0.3 },
  ],
  sections: [
    { page: 0, id: '', title: 'The diamond', text: 'A penalty with corners.' },
    { page: 0, id: 'why-zero', title: 'Why a weight becomes zero', text: 'Soft-thresholding.' },
    { page: 0, id: 'scale', title: 'Equal scale', text: 'Features are standardized. 拉普拉斯先验' },
    { page: 1, id: 'sparse', title: 'Why L1 is sparser', text: 'It says that weights vanish.' },
  ],
  topics: [
    { phrases: ['sparse', 'becomes zero'], see: 1 },
    { phrases: ['soft threshold', 'soft thresholding', '软阈值'], see: 1 },
  ],
}
const find = finder(index)
const ids = (query: string) => find(query).results.map(({ section }) => section.id)

test('the section that explains a topic comes first, a page of little weight last', () => {
  expect(ids('why sparse')).toEqual(['why-zero', 'sparse'])
})

test('a topic leads to its section, even if no section has its words', () => {
  const topics = [{ phrases: ['stability selection', '稳定性选择'], see: 2 }]
  const other = finder({ ...index, topics })
  expect(other('稳定性选择').results.map(({ section }) => section.id)).toEqual(['scale'])
})

test('phrases of a topic count as each other, whatever stands between their words', () => {
  expect(ids('软阈值是什么')).toEqual(['why-zero'])
  expect(ids('soft thresholds')).toEqual(['why-zero'])
})

test('forms of a word count as the word', () => {
  expect(ids('standardization')).toEqual(['scale'])
  expect(ids('corner')).toEqual([''])
})

test('a Chinese name is found as a whole, however the browser cuts it', () => {
  expect(ids('拉普拉斯')).toEqual(['scale'])
  expect(ids('普朗克')).toEqual([])
})

test('a filler stays apart from the character behind it', () => {
  const sections = [
    { page: 0, id: 'a', title: '选择', text: '选 λ 的办法' },
    { page: 0, id: 'b', title: '怎么选', text: 'λ' },
  ]
  const { results } = finder({ ...index, sections, topics: [] })('怎么选 λ')
  expect(results.map(({ section }) => section.id).sort()).toEqual(['a', 'b'])
})

test('a word that is being typed, and a misspelt one, find the word', () => {
  expect(ids('thresh')).toEqual(['why-zero'])
  expect(find('penallty')).toMatchObject({ instead: 'penalty', results: [{ section: { id: '' } }] })
  expect(find('penalty').instead).toBeUndefined()
})

test('words that occur nowhere and fillers find nothing', () => {
  expect(ids('xyzzy')).toEqual([])
  expect(ids('')).toEqual([])
  expect(ids('?!')).toEqual([])
})

test('words are cut at scripts and at known phrases', () => {
  expect(wordsIn('为L1正则化系数', ['正则化系数', '正则化'])).toEqual(['为', 'l1', '正则化系数'])
  expect(wordsIn('bias–variance, λ=2')).toEqual(['bias', 'variance', 'λ', '2'])
})

test('a stem is what the forms of a word share', () => {
  expect(['sparse', 'sparser', 'sparsity'].map(stem)).toEqual(['spars', 'spars', 'spars'])
  expect(stem('is')).toBe('is')
})

test('a pattern matches whole words', () => {
  expect('the normal cone').not.toMatch(patternOf(['norm']))
  expect('用L1范数').toMatch(patternOf(['l1']))
})

test('an excerpt shows the passage where the words meet, from word to word', () => {
  const text = `${'Far from here. '.repeat(30)}Ridge shrinks weights${' and so on'.repeat(30)}`
  const pieces = inContext(text, [patternOf(['shrink']), patternOf(['weight'])])
  expect(pieces.filter(({ hit }) => hit).map((piece) => piece.text)).toEqual(['shrinks', 'weights'])
  const passage = pieces.map((piece) => piece.text).join('')
  expect(passage).toMatch(/^… .* Ridge shrinks weights and so on.* …$/)
  expect(passage.length).toBeLessThan(220)
})
