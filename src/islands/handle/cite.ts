import cff from '../../../CITATION.cff?raw'
import type { Language } from '../../figures/kit/figure.ts'

/** What is cited: a page of the course, or a part of it. */
export interface Cited {
  /** Title of the page. */
  page: string
  /** Words of the section's heading, where a section is cited. */
  section?: string
  /** The permanent address. */
  url: string
  /** The day on which the reader saw it, such as `2026-11-30`. */
  seen: string
}

/** A value of CITATION.cff, the one record of who wrote the course. */
function recorded(key: string): string {
  const value = new RegExp(`^[\\s-]*${key}: *(.+)$`, 'm').exec(cff)?.[1]
  if (value === undefined) throw new Error(`CITATION.cff has no “${key}”.`)
  return value.replace(/^'(.*)'$/, '$1')
}

const course = {
  author: recorded('name'),
  title: recorded('title'),
  version: recorded('version'),
  released: recorded('date-released'),
}

/** A citation as plain text: in English author–year, in Chinese by GB/T 7714. */
export function citation({ page, section, url, seen }: Cited, language: Language): string {
  const { author, title, version, released } = course
  const part = section ?? page
  const host = section === undefined ? '' : `${page}. `
  if (language === 'zh') {
    return `${author}. ${part}[EB/OL]//${host}${title}: ${version} 版. (${released})[${seen}]. ${url}.`
  }
  return `${author} (${released.slice(0, 4)}). “${part}”. In: ${host}${title}, version ${version}. ${url} (seen ${seen}).`
}

/** A citation as an entry of BibTeX, whose key is made of the address. */
export function bibtex({ page, section, url, seen }: Cited): string {
  const { author, title, version, released } = course
  const host = section === undefined ? title : `${page}. ${title}`
  const fields = {
    author: `{${tex(author)}}`,
    title: `{${tex(section ?? page)}}`,
    howpublished: `In: ${tex(host)}, version ${version}`,
    year: released.slice(0, 4),
    url,
    urldate: seen,
  }
  const lines = Object.entries(fields).map(([name, value]) => `  ${name} = {${value}},\n`)
  return `@misc{${keyOf(url)},\n${lines.join('')}}\n`
}

/** The characters that TeX would take for commands, as characters. */
function tex(text: string): string {
  return text
    .replace(/[&%$#_{}]/g, '\\$&')
    .replaceAll('“', '``')
    .replaceAll('”', "''")
}

/** `diamond-and-circle:en:l1:why-zero` */
function keyOf(url: string): string {
  const { pathname, hash } = new URL(url)
  const parts = `${pathname}/${hash.slice(1)}`.split('/').filter((part) => part !== '')
  return ['diamond-and-circle', ...parts].join(':')
}
