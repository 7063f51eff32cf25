import { readFile, readdir } from 'node:fs/promises'
import { join, sep } from 'node:path'
import type { Element, Nodes, Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { visit } from 'unist-util-visit'
import { displayPath } from '../../markdown/problems.ts'
import { tagsOf, type Tag } from './tags.ts'

/** The source of a page. */
export interface Source {
  /** Path relative to the root of the project. */
  file: string
  text: string
  language: string
  /** Path of the page without language and outer slashes: `l1`, or `` for the home page. */
  slug: string
}

/** A built page. */
export interface Page {
  file: string
  html: string
  /** Parsed when they are first asked for. */
  readonly tags: readonly Tag[]
  readonly tree: Root
  /** Path in the site, without base path: `/en/l1/`, or `/404.html`. */
  path: string
  /** Undefined for pages without a Markdown file. */
  source?: Source
}

/** Reads all Markdown and MDX files of the folder `docs`, whose subfolders are the languages. */
export async function readSources(docs: string): Promise<Source[]> {
  const names = (await filesIn(docs)).filter((name) => /\.mdx?$/.test(name))
  return Promise.all(
    names.map(async (name) =>
      createSource(displayPath(join(docs, name)), name, await readFile(join(docs, name), 'utf8')),
    ),
  )
}

/** @param name Path of the file in the folder of the pages, such as `en/l1.mdx`. */
export function createSource(file: string, name: string, text: string): Source {
  const [language, ...rest] = name.replace(/(\/index)?\.mdx?$/, '').split('/')
  return { file, text, language, slug: rest.join('/') }
}

/** Reads all HTML files of the built site in `dist`. */
export async function readPages(dist: string, sources: readonly Source[]): Promise<Page[]> {
  const names = (await filesIn(dist)).filter((name) => name.endsWith('.html'))
  return Promise.all(
    names.map(async (name) =>
      createPage(
        displayPath(join(dist, name)),
        name,
        await readFile(join(dist, name), 'utf8'),
        sources,
      ),
    ),
  )
}

/** @param name Path of the file in the built site, such as `en/l1/index.html`. */
export function createPage(
  file: string,
  name: string,
  html: string,
  sources: readonly Source[],
): Page {
  const path = `/${name.replace(/(^|\/)index\.html$/, '$1')}`
  const source = sources.find(({ language, slug }) => path === pathOf(language, slug))
  let tags: Tag[] | undefined
  let tree: Root | undefined
  return {
    file,
    html,
    path,
    source,
    get tags() {
      tags ??= tagsOf(html)
      return tags
    },
    get tree() {
      tree ??= fromHtml(html)
      return tree
    },
  }
}

/** Path of a page in the site: `/en/l1/`. */
export function pathOf(language: string, slug: string): string {
  return slug === '' ? `/${language}/` : `/${language}/${slug}/`
}

/** Paths of all files in a folder, relative to it and with slashes. */
export async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, sep).length))
    .map((path) => path.split(sep).join('/'))
    .sort()
}

/** All elements of a tree, in the order of the document. */
export function elementsOf(tree: Nodes): Element[] {
  const elements: Element[] = []
  visit(tree, 'element', (element) => {
    elements.push(element)
  })
  return elements
}

export function hasClass(element: Element, name: string): boolean {
  const { className } = element.properties
  return Array.isArray(className) && className.includes(name)
}

/** All ids of a page, the possible targets of links. */
export function idsOf(page: Page): Set<string> {
  return new Set(page.tags.flatMap(({ attributes: { id } }) => (id === undefined ? [] : [id])))
}

/**
 * The place to report to the author: the first line of the source that contains one of `needles`, tried in turn, else
 * the line of the built page.
 *
 * @param line the line of the built page
 */
export function locate(
  page: Page,
  needles: readonly string[],
  line: number,
): { file: string; line: number } {
  if (page.source) {
    const lines = page.source.text.split('\n')
    for (const needle of needles) {
      const index = lines.findIndex((line) => needle !== '' && line.includes(needle))
      if (index >= 0) return { file: page.source.file, line: index + 1 }
    }
  }
  return { file: page.file, line }
}
