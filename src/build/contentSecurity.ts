import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { filesIn } from './contentChecks/pages.ts'
import { tagsOf, type Tag } from './contentChecks/tags.ts'

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
  const tags = tagsOf(html)
  const isPolicy = ({ attributes }: Tag) =>
    attributes['http-equiv']?.toLowerCase() === 'content-security-policy'
  if (tags.some(isPolicy)) return html

  const meta = `<meta http-equiv="content-security-policy" content="${policyFor(tags)}">`
  // After the charset, which browsers look for only in the first kilobyte.
  return html.replace(/<meta charset=[^>]*>|<head>(?!\s*<meta charset=)/i, `$&${meta}`)
}

function policyFor(tags: readonly Tag[]): string {
  const scripts = hashes(tags, 'script')
  const styles = hashes(tags, 'style')
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

function hashes(tags: readonly Tag[], name: 'script' | 'style'): string[] {
  const texts = tags
    .filter((tag) => tag.name === name && !tag.attributes['src'])
    // Data for search engines are no script, whatever their element.
    .filter(({ attributes }) => attributes['type'] !== 'application/ld+json')
    .map(({ text }) => text)
    .filter((text) => text !== '')
  return [...new Set(texts)].map(
    (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`,
  )
}
