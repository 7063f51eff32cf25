import { glob, readFile } from 'node:fs/promises'
import { join } from 'node:path'

const ascii = String.fromCodePoint(...Array.from({ length: 95 }, (_, index) => 32 + index))

/** Characters that a live figure may write: included even if no page shows them. */
const alwaysKept = `${ascii}−×·…`

/** Escapes in scripts, such as `\u2212`, count as their characters. */
const decodeEscapes = (script: string) =>
  script.replace(/\\u([0-9a-f]{4})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))

/** Text of the formulas of a page as drawn by KaTeX, the only use of its fonts. */
export function formulaText(html: string): string {
  let text = ''
  for (const { index } of html.matchAll(/<span class="katex-html"/g)) {
    let depth = 0
    for (const [token] of html.slice(index).matchAll(/<[^>]*>|[^<]+/g)) {
      if (!token.startsWith('<')) text += token
      else if (token.startsWith('<span')) depth += 1
      else if (token === '</span>') depth -= 1
      if (depth === 0) break
    }
  }
  return text
}

/**
 * The characters that a built site shows.
 *
 * @param site Folder of the built site.
 * @returns `text`: the characters of words, numbers and labels; `formulas`: those of formulas.
 */
export async function siteCharacters(site: string): Promise<{ text: string; formulas: string }> {
  const text = new Set(alwaysKept)
  const formulas = new Set(' ')
  const add = (set: Set<string>, characters: string) => {
    for (const character of characters) set.add(character)
  }
  for await (const file of glob('**/*.html', { cwd: site })) {
    const html = await readFile(join(site, file), 'utf8')
    add(text, html)
    add(formulas, formulaText(html))
  }
  for await (const file of glob('_astro/**/*.js', { cwd: site })) {
    add(text, decodeEscapes(await readFile(join(site, file), 'utf8')))
  }
  return { text: [...text].join(''), formulas: [...formulas].join('') }
}
