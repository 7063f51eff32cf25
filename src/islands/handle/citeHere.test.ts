// @vitest-environment jsdom
import { beforeEach, expect, test } from 'vitest'
import { citationOf } from './citeHere.ts'

beforeEach(() => {
  document.documentElement.lang = 'en'
  document.head.innerHTML = '<link rel="canonical" href="https://example.org/en/l1/">'
  document.body.innerHTML =
    '<h1>L1: the diamond</h1><h2 id="why-zero">Why zero</h2><div id="exercise-1">One</div>'
})

const part = (id: string) => document.getElementById(id)!

test('a section is cited by the words of its heading, at its published address', () => {
  expect(citationOf('cite', part('why-zero'))).toMatch(
    /“Why zero”\. In: L1: the diamond\. .* https:\/\/example\.org\/en\/l1\/#why-zero \(seen \d{4}-\d\d-\d\d\)\.$/,
  )
})

test('a part without a heading is cited as the page, at the address of the part', () => {
  expect(citationOf('bibtex', part('exercise-1'))).toMatch(
    /title = \{\{L1: the diamond\}\},\n.*\n.*\n {2}url = \{https:\/\/example\.org\/en\/l1\/#exercise-1\}/,
  )
})
