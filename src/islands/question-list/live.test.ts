// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { forgetProgress, progressHere, replaceProgress } from '../progress/file.ts'
import { questionProgress } from '../progress/questions.ts'
import { startList } from './live.ts'

const now = new Date(2026, 10, 30, 16)
const rated = (ago: number) => now.getTime() - ago * 86_400_000
const part = <T extends HTMLElement>(selector: string) => document.querySelector<T>(selector)!
const shown = () =>
  [...document.querySelectorAll<HTMLElement>('[data-question]:not([hidden])')]
    .map(({ dataset }) => dataset.question)
    .join('')
const words = {
  a: 'Why does L1 give zeros? 为什么 L1 会得到零？',
  b: 'What is early stopping? 什么是早停？',
  c: 'Derive the soft threshold. 推导软阈值。',
}
let stop = () => {}

function open(query = '') {
  history.replaceState(null, '', `/${query}`)
  const select = (name: string, values: string[]) =>
    `<select name="${name}"><option value="">All</option>${values.map((v) => `<option>${v}</option>`).join('')}</select>`
  document.body.innerHTML = `<div lang="en"><question-list><form><input type="search" name="find">
    ${select('topic', ['sparsity', 'shrinkage'])}${select('level', ['deep'])}
    ${select('state', ['due', 'missed', 'new', 'open', 'known'])}
    <a data-test href="/en/self-test/"></a><output data-count></output></form><p data-said></p>
    <section data-group>${Object.entries(words)
      .map(
        ([id, text], k) => `<li data-question="${id}" data-level="deep" data-words="${text}"
          data-topic="${k ? 'shrinkage' : 'sparsity'}"><input type="checkbox" data-known><i data-rungs></i>
          <i data-standing></i></li>`,
      )
      .join('')}</section><p data-none hidden></p></question-list></div>`
  stop = startList(part('question-list'))
}

function choose(name: string, value: string) {
  const field = part<HTMLInputElement>(`[name="${name}"]`)
  field.value = value
  field.dispatchEvent(new Event('input', { bubbles: true }))
  field.dispatchEvent(new Event('change', { bubbles: true }))
}

beforeEach(() => {
  vi.useFakeTimers({ now, toFake: ['Date'] })
  forgetProgress()
})
afterEach(() => {
  stop()
  vi.restoreAllMocks()
  vi.useRealTimers()
})

test('a question is found by its words, in any form and in either language', () => {
  open()
  for (const [query, found] of [
    ['thresholds', 'c'],
    ['early st', 'b'],
    ['早停', 'b'],
    ['what is L1', 'a'],
    ['L1 threshold', ''],
    ['', 'abc'],
  ]) {
    choose('find', query)
    expect(shown()).toBe(found)
    expect(part('[data-none]').hidden).toBe(found !== '')
  }
  expect(part('[data-count]').textContent).toBe('3 questions')
})

test('it is narrowed down by where questions stand', () => {
  const questions = new Map([
    ['a', { standing: { rung: 0, rating: 'missed' as const, rated: rated(1) } }],
    ['b', { standing: { rung: 2, rating: 'knew' as const, rated: rated(1) } }],
  ])
  replaceProgress({ ...progressHere(), questions })
  open()
  const marks = [...document.querySelectorAll('li')].map((item) =>
    item.textContent.split(/\s+/).join(' ').trim(),
  )
  expect(marks).toEqual(['●○○○○ missed, due today', '●●●○○ again in 6 days', ''])
  part('[data-question="b"] [data-known]').click()
  expect(questionProgress.get().get('b')?.known?.is).toBe(true)
  const found = ['due', 'missed', 'new', 'open', 'known'].map((state) => {
    choose('state', state)
    return shown()
  })
  expect(found).toEqual(['a', 'a', 'c', 'ac', 'b'])
})

test('what is chosen stands in the address, and goes with the link to the self-test', () => {
  open('?topic=shrinkage&find=soft&state=nonsense')
  expect(shown()).toBe('c')
  choose('find', ' ')
  choose('level', 'deep')
  expect(location.search).toBe('?topic=shrinkage&level=deep')
  expect(part<HTMLAnchorElement>('[data-test]').search).toBe('?topic=shrinkage&level=deep')
})

test('without storage the mark holds on the page, and it is said once', () => {
  open()
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError')
  })
  part('[data-question="a"] [data-known]').click()
  expect(part('[data-said]').textContent).toContain('keeps nothing')
  choose('state', 'known')
  expect(shown()).toBe('a')
})
