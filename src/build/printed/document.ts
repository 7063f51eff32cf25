import type { Element, ElementContent, Nodes, Root } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { visit } from 'unist-util-visit'
import { hasClass, textOf } from '../../markdown/hast.ts'
import { elementsOf } from '../contentChecks/pages.ts'

/** A built chapter that goes into the document. */
export interface Part {
  /** Its name in the address of its page. */
  slug: string
  /** Such as `1b`; undefined for what is no chapter, such as the glossary. */
  number?: string
  tree: Root
}

/** What the document says besides its chapters. */
export interface Words {
  title: string
  line: string
  contents: string
  chapter: (number: string) => string
  references: string
  /** What stands at the foot of the cover. */
  imprint: string
}

/** The addresses of a language, with the base path. */
export interface Place {
  /** Of the site, absolute. */
  site: string
  /** Of the folder of the language: `/course/en/`. */
  folder: string
}

/** The id in the document of a place on a page; that of the page where none is given. */
const anchor = (slug: string, id = ''): string =>
  id === REFERENCES ? id : id ? `${slug}--${id}` : slug

/** Id of the heading of a chapter's references, and of those of all at the end. */
const REFERENCES = 'references'

/** What can only be used on a screen, or leads away from the text. */
const GONE =
  /^(handle|figure-controls|figure-buttons|figure-tools|figure-hint|figure-points|figure-static|cell-bar|cell-status|cell-static|place|sr-only)$/
const GONE_TAGS = new Set(['script', 'style', 'template', 'button', 'dialog', 'noscript', 'form'])

/**
 * The chapters as one document, in their order: a cover, the contents, the numbered sections, and the references of all at
 * the end. Derivations and solutions are open; links within the course lead to their place in the document.
 *
 * @param head the style sheets of the pages and whatever else the head holds, as HTML
 */
export function documentOf(
  parts: readonly Part[],
  words: Words,
  place: Place,
  language: string,
  head: string,
): string {
  const slugs = new Set(parts.map(({ slug }) => slug))
  const chapters = parts.map((part) => chapterOf(part, slugs, place))
  const references = mergedReferences(chapters.flatMap((chapter) => chapter.references))
  const body: ElementContent[] = [
    element('header', { className: ['cover'] }, [
      element('p', { className: ['cover-title'] }, [text(words.title)]),
      element('p', { className: ['cover-line'] }, [text(words.line)]),
      element('p', { className: ['cover-imprint'] }, [text(words.imprint)]),
    ]),
    element('nav', { className: ['contents'], ariaLabel: words.contents }, [
      element('h1', {}, [text(words.contents)]),
      element(
        'ol',
        {},
        chapters.map(({ slug, number, title, sections }) =>
          element('li', {}, [
            element('a', { href: `#${slug}` }, [text(numbered(number, title))]),
            element(
              'ol',
              {},
              sections.map(({ id, title: section }) =>
                element('li', {}, [element('a', { href: `#${id}` }, [text(section)])]),
              ),
            ),
          ]),
        ),
      ),
    ]),
    ...chapters.map(({ slug, number, title, line, content }) =>
      element('article', { className: ['chapter'] }, [
        element('header', {}, [
          ...(number === undefined
            ? []
            : [element('p', { className: ['chapter-number'] }, [text(words.chapter(number))])]),
          element('h1', { id: slug }, [text(title)]),
          ...(line ? [element('p', { className: ['chapter-line'] }, [text(line)])] : []),
        ]),
        element('div', { className: ['sl-markdown-content'] }, content),
      ]),
    ),
    ...(references.length > 0
      ? [
          element('article', { className: ['chapter', 'references'] }, [
            element('h1', { id: REFERENCES }, [text(words.references)]),
            element('div', { className: ['sl-markdown-content'] }, [element('ul', {}, references)]),
          ]),
        ]
      : []),
  ]
  return [
    `<!doctype html><html lang="${language}" data-theme="light"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${toHtml(text(words.title))}</title><meta name="robots" content="noindex">${head}</head>`,
    `<body class="printed"><main>${toHtml(body)}</main></body></html>`,
  ].join('')
}

interface Chapter {
  slug: string
  number: string | undefined
  title: string
  line: string
  sections: { id: string; title: string }[]
  content: ElementContent[]
  references: Element[]
}

function chapterOf(
  { slug, number, tree }: Part,
  slugs: ReadonlySet<string>,
  place: Place,
): Chapter {
  const all = elementsOf(tree)
  const title = all.find(({ properties }) => properties['id'] === '_top')
  const line = all.find((each) => each.tagName === 'p' && hasClass(each, 'line'))
  const body = all.find((each) => hasClass(each, 'sl-markdown-content'))
  if (!title || !body) throw new Error(`The page “${slug}” has no title or no text.`)
  // A copy, as the page is read by others.
  const copy = structuredClone(body)
  prune(copy)
  visit(copy, 'element', (each) => adapt(each, slug, slugs, place))
  const { content, references } = withoutReferences(copy.children)
  const sections = content.flatMap((node) => {
    const heading = headingIn(node)
    return heading ? [heading] : []
  })
  sections.forEach((heading, k) => {
    if (number === undefined) return
    heading.children.unshift(text(`${number}.${k + 1}\u2002`))
  })
  return {
    slug,
    number,
    title: textOf(title).trim(),
    line: line ? textOf(line).trim() : '',
    sections: sections.map((heading) => ({
      id: String(heading.properties['id']),
      title: textOf(heading),
    })),
    content,
    references,
  }
}

function prune(parent: Element): void {
  parent.children = parent.children.filter((child) => {
    if (child.type !== 'element') return child.type === 'text'
    const { className } = child.properties
    const isGone =
      GONE_TAGS.has(child.tagName) ||
      (Array.isArray(className) && className.some((name) => GONE.test(String(name)))) ||
      child.properties['role'] === 'tablist'
    if (!isGone) prune(child)
    return !isGone
  })
}

/** Attributes that name ids, one or more. */
const REFERRING = [
  'htmlFor',
  'ariaLabelledBy',
  'ariaDescribedBy',
  'ariaControls',
  'headers',
  'list',
]

/** Makes the ids of a page those of the document, opens what is folded, and lets links lead on. */
function adapt(
  { tagName, properties }: Element,
  slug: string,
  slugs: ReadonlySet<string>,
  place: Place,
): void {
  if (typeof properties['id'] === 'string') properties['id'] = anchor(slug, properties['id'])
  for (const name of REFERRING) {
    const value = properties[name]
    if (value === undefined || value === null) continue
    const ids = (Array.isArray(value) ? value : String(value).split(' ')).map(String)
    properties[name] = ids.map((id) => anchor(slug, id))
  }
  for (const [name, value] of Object.entries(properties)) {
    if (typeof value === 'string' && value.includes('url(#')) {
      properties[name] = value.replaceAll('url(#', `url(#${anchor(slug, ' ').trim()}`)
    }
  }
  // Radio buttons of two chapters are no one group.
  if (typeof properties['name'] === 'string') properties['name'] = anchor(slug, properties['name'])
  if (tagName === 'details') properties['open'] = true
  // A panel behind a tab.
  delete properties['hidden']
  const href = properties['href']
  if (typeof href !== 'string') return
  properties['href'] = href.startsWith('#')
    ? `#${anchor(slug, href.slice(1))}`
    : targetOf(href, slug, slugs, place)
}

/** Where a link of a page leads in the document: a state of a figure, and what the document does not hold, stay on the site. */
function targetOf(
  href: string,
  from: string,
  slugs: ReadonlySet<string>,
  { site, folder }: Place,
): string {
  const url = new URL(href, new URL(`${folder}${from}/`, site))
  const path = url.pathname.startsWith(folder) && url.pathname.slice(folder.length)
  const slug = path ? path.replace(/\/$/, '') : ''
  if (url.origin !== new URL(site).origin || !slugs.has(slug) || url.search) return url.href
  return `#${anchor(slug, decodeURIComponent(url.hash.slice(1)))}`
}

/** The heading of the second level that a node is or boxes. */
function headingIn(node: Nodes): Element | undefined {
  if (node.type !== 'element') return undefined
  if (node.tagName === 'h2') return node
  if (!hasClass(node, 'sl-heading-wrapper')) return undefined
  return elementsOf(node).find(({ tagName }) => tagName === 'h2')
}

/** Takes the section of the references out of a chapter. */
function withoutReferences(children: readonly ElementContent[]): {
  content: ElementContent[]
  references: Element[]
} {
  const start = children.findIndex((node) => headingIn(node)?.properties['id'] === REFERENCES)
  if (start < 0) return { content: [...children], references: [] }
  const length = children.slice(start + 1).findIndex((node) => headingIn(node) !== undefined)
  const end = length < 0 ? children.length : start + 1 + length
  return {
    content: [...children.slice(0, start), ...children.slice(end)],
    references: children
      .slice(start, end)
      .flatMap((node) => elementsOf(node).filter(({ tagName }) => tagName === 'li')),
  }
}

/** The references of all chapters by author, each once, where the links of every chapter that names it arrive. */
function mergedReferences(items: readonly Element[]): Element[] {
  const byText = new Map<string, Element>()
  for (const item of items) {
    const words = textOf(item).replace(/\s+/g, ' ').trim()
    const known = byText.get(words)
    if (!known) byText.set(words, item)
    else {
      const ids = elementsOf(item).flatMap(({ properties: { id } }) => (id ? [String(id)] : []))
      known.children.unshift(...ids.map((id) => element('span', { id }, [])))
    }
  }
  const surname = (words: string) => words.replace(/^(\p{Lu}\.[\s-]*)+/u, '')
  return [...byText]
    .sort(([a], [b]) => surname(a).localeCompare(surname(b), 'en'))
    .map(([, item]) => item)
}

const numbered = (number: string | undefined, title: string) =>
  number === undefined ? title : `${number}\u2002${title}`

const text = (value: string) => ({ type: 'text' as const, value })

const element = (
  tagName: string,
  properties: Element['properties'],
  children: ElementContent[],
): Element => ({ type: 'element', tagName, properties, children })
