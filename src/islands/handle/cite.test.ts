import { expect, test } from 'vitest'
import { bibtex, citation } from './cite.ts'

const page = {
  page: 'L1 & 100 %',
  url: 'https://example.org/en/l1/',
  seen: '2026-11-30',
}
const section = { ...page, section: 'Why zero', url: `${page.url}#why-zero` }
const course = 'Diamond & Circle: an interactive course on L1 and L2 regularization'

test('a section is cited with its page, its version and its address', () => {
  expect(citation(section, 'en')).toMatch(
    /^The contributors of Diamond & Circle \(\d{4}\)\. “Why zero”\. In: L1 & 100 %\. Diamond & Circle: .*, version [\d.]+\. https:\/\/example\.org\/en\/l1\/#why-zero \(seen 2026-11-30\)\.$/,
  )
})

test('a page is cited within the course', () => {
  expect(citation(page, 'en')).toContain(`“L1 & 100 %”. In: ${course}, version`)
})

test('a Chinese citation follows the national standard', () => {
  expect(citation({ ...section, page: 'L1：菱形', section: '为什么是零' }, 'zh')).toMatch(
    /^The contributors of Diamond & Circle\. 为什么是零\[EB\/OL\]\/\/L1：菱形\. .* 版\. \(\d{4}-\d\d-\d\d\)\[2026-11-30\]\. https:.*#why-zero\.$/,
  )
})

test('BibTeX has a key of the address, and characters that TeX reads as such', () => {
  expect(bibtex(section)).toMatch(
    /^@misc\{diamond-and-circle:en:l1:why-zero,\n {2}author = \{\{The contributors of Diamond \\& Circle\}\},\n/,
  )
  expect(bibtex(section)).toContain('  howpublished = {In: L1 \\& 100 \\%. Diamond \\& Circle: ')
  expect(bibtex(section)).toContain(`  url = {${section.url}},\n  urldate = {2026-11-30},\n}\n`)
})
