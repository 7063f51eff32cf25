// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { writeText } from './writeText.ts'

test('words that change keep their text node', () => {
  const element = document.createElement('p')
  writeText(element, 'one')
  const node = element.firstChild
  writeText(element, 'two')
  expect(element.innerHTML).toBe('two')
  expect(element.firstChild).toBe(node)
})

test('elements among the words are replaced', () => {
  const element = document.createElement('p')
  for (const html of ['a<b>c</b>', '<b>ac</b>', '']) {
    element.innerHTML = html
    writeText(element, 'ac')
    expect(element.innerHTML).toBe('ac')
  }
})
