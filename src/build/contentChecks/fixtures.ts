import { createPage, createSource, type Page, type Source } from './pages.ts'
import type { Problem } from '../../markdown/problems.ts'
import { courseMarkdown } from '../../markdown/processor.ts'

const renderer = await courseMarkdown().createRenderer({ syntaxHighlight: false })

/** Pages as the site builds them, from `{ 'en/l1.md': '## Title {#id}' }`. */
export async function build(texts: Record<string, string>): Promise<[Page[], Source[]]> {
  const sources = Object.entries(texts).map(([name, text]) =>
    createSource(`content/docs/${name}`, name, text),
  )
  const pages = sources.map(async (source) => {
    const { code } = await renderer.render(source.text)
    const html = `<h1 id="_top">T</h1>\n<div class="sl-markdown-content">\n${code}\n</div>`
    const path = [source.language, source.slug, 'index.html'].filter(Boolean).join('/')
    return createPage(`dist/${path}`, path, html, sources)
  })
  return [await Promise.all(pages), sources]
}

/** Problems as messages. */
export function reports(problems: readonly Problem[]): string[] {
  return problems.map(({ file, line, message }) => `${file}:${line}: ${message}`)
}
