import { expect, test } from 'vitest'
import { leanStyle } from './leanStyles.ts'

const lean = (css: string, ...named: string[]) => leanStyle(css, new Set(named))

test('foreign rules for what no page has are left out', () => {
  expect(lean('@layer katex{.a{color:red}.b{color:red}.a,.b{top:0}}', 'a')).toBe(
    '@layer katex{.a{color:red}.a{top:0}}',
  )
  expect(lean('@layer starlight.core{#a .b{top:0}[data-x]{top:0}p{top:0}}', 'b')).toBe(
    '@layer starlight.core{p{top:0}}',
  )
})

test('our own rules stay, and so do those that may match', () => {
  const css = '@layer course{.gone{top:0}}@layer katex{.a:not(.b){top:0}.sl\\:a{top:0}}'
  expect(lean(css, 'a', 'sl')).toBe(css)
})

test('frames of animations stay, empty queries do not', () => {
  const css = '@layer starlight{@keyframes x{from{top:0}}@media print{.gone{top:0}}}'
  expect(lean(css)).toBe('@layer starlight{@keyframes x{from{top:0}}}')
})
