// @vitest-environment jsdom
import { beforeEach, expect, test, vi } from 'vitest'
import { layOutLater } from './layOutLater.ts'

let idle: ((deadline: { timeRemaining: () => number }) => void) | undefined

beforeEach(() => {
  vi.stubGlobal('requestIdleCallback', (task: typeof idle) => (idle = task))
  document.body.innerHTML = '<p></p><p data-later></p><p data-later="small"></p><p data-later></p>'
})

const marks = () =>
  [...document.querySelectorAll<HTMLElement>('[data-later]')].map(({ dataset }) => dataset['later'])

test('blocks are laid out one by one, as long as there is time', () => {
  const then = vi.fn()
  layOutLater(then)
  expect(marks()).toEqual(['', 'small', ''])
  idle!({ timeRemaining: () => 5 })
  expect(marks()).toEqual(['done', 'small', ''])
  expect(then).not.toHaveBeenCalled()
  idle!({ timeRemaining: () => 40 })
  expect(marks()).toEqual(['done', 'done', 'done'])
  expect(then).toHaveBeenCalledOnce()
})

test('a reader who follows a link has the whole page at once', () => {
  document.body.insertAdjacentHTML('beforeend', '<a href="#x"><b>X</b></a>')
  layOutLater(() => {})
  document.querySelector('p')!.click()
  expect(document.documentElement.dataset['whole']).toBeUndefined()
  document.querySelector('b')!.click()
  expect(document.documentElement.dataset['whole']).toBe('')
})
