import { expect, test } from 'vitest'
import { withOneScript } from './oneScript.ts'

test('scripts that only load the shared one are that one, once', () => {
  const script = (name: string) => `<script type="module" src="/_astro/${name}"></script>`
  const facades = new Map([
    ['Cell.js', 'page.X.js'],
    ['Quiz.js', 'page.X.js'],
  ])
  expect(
    withOneScript(`<p>${script('Cell.js')}a${script('Quiz.js')}b${script('other.js')}`, facades),
  ).toBe(`<p>${script('page.X.js')}ab${script('other.js')}`)
})
