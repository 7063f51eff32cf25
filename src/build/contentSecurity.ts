import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import type { Element } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { elementsOf, filesIn } from './contentChecks/pages.ts'

/**
 * Astro integration: adds a content security policy to every built page. A page runs only scripts of this site, and
 * only those inline scripts that the build wrote.
 */
export function contentSecurity(): AstroIntegration {
  return {
    name: 'content-security',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const dist = fileURLToPath(dir)
        const names = (await filesIn(dist)).filter((name) => name.endsWith('.html'))
        await Promise.all(
          names.map(async (name) => {
            const file = join(dist, name)
            await writeFile(file, withPolicy(await readFile(file, 'utf8')))
          }),
        )
      },
    },
  }
}

/** Adds the policy to the head of a page. A page that has a policy already is unchanged. */
export function withPolicy(html: string): string {
  const elements = elementsOf(fromHtml(html))
  const isPolicy = ({ properties: { httpEquiv } }: Element) =>
    /^content-security-policy$/i.test(String(httpEquiv))
  if (elements.some(isPolicy)) return html

  const meta = `<meta http-equiv="content-security-policy" content="${policyFor(elements)}">`
  // After the charset, which browsers look for only in the first kilobyte.
  return html.replace(/<meta charset=[^>]*>|<head>(?!\s*<meta charset=)/i, `$&${meta}`)
}

function policyFor(elements: readonly Element[]): string {
  const scripts = hashes(elements, 'script')
  const styles = hashes(elements, 'style')
  return [
    "default-src 'self'",
    // The fast kernels of the solver are WebAssembly.
    ["script-src 'self' 'wasm-unsafe-eval'", ...scripts].join(' '),
    ["style-src 'self'", ...styles].join(' '),
    // KaTeX and the code highlighter use style attributes.
    "style-src-attr 'unsafe-inline'",
    // Figures are rendered to images for download.
    "img-src 'self' data: blob:",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
  ].join('; ')
}

function hashes(elements: readonly Element[], tagName: string): string[] {
  const texts = elements
    .filter((element) => element.tagName === tagName && !element.properties['src'])
    // Data for search engines are no script, whatever their element.
    .filter(({ properties: { type } }) => type !== 'application/ld+json')
    .map(({ children }) => children.map((child) => ('value' in child ? child.value : '')).join(''))
    .filter((text) => text !== '')
  return [...new Set(texts)].map(
    (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`,
  )
}
